import { beforeEach, describe, expect, it } from 'vitest';
import type { PublishedChange } from '../publishing/published-record.ts';
import { ReadModel } from '../read-model/read-model.ts';
import { PageCache } from './page-cache.ts';
import { arrangeNavigation, type PageContext } from './page-context.ts';

let model: ReadModel;
let now: Date;
let kept: PageCache;

beforeEach(() => {
  model = new ReadModel();
  now = new Date('2026-11-23T12:00:00+09:00');
  kept = new PageCache(model, () => now);
});

function context(changed: Partial<PageContext> = {}): PageContext {
  return {
    language: 'ja',
    furigana: false,
    easy: false,
    path: '/search',
    queryString: '?q=鍵',
    baseUrl: 'https://kakehashi.example',
    nonce: 'first-nonce',
    assets: { styles: '', fonts: '', script: '', capabilityStyles: {} },
    today: '2026-11-23',
    navigation: arrangeNavigation([]),
    href: (path) => path,
    ...changed,
  };
}

const page = '<script nonce="first-nonce"></script><p>鍵</p><script nonce="first-nonce"></script>';
const change = (sequence: number): PublishedChange => ({ sequence, id: 'gone', removed: true });
/** Made for a second reader. */
function keep(ctx: PageContext, made: Parameters<PageCache['keep']>[1], sequence: number): void {
  kept.keep(ctx, made, sequence);
  kept.keep(ctx, made, sequence);
}
const found = (changed?: Partial<PageContext>) => {
  const ctx = context(changed);
  return kept.find(ctx)?.page.plain(ctx.nonce).toString();
};

describe('a kept page', () => {
  it('is given with the nonce of the answer it is in', () => {
    keep(context(), { html: Buffer.from(page) }, 0);
    expect(found({ nonce: 'second' })).toBe(page.replaceAll('first-nonce', 'second'));
  });

  it.each([
    ['another language', { language: 'en' }],
    ['furigana', { furigana: true }],
    ['easy Japanese', { easy: true }],
    ['another path', { path: '/features' }],
    ['another query', { queryString: '?q=錠' }],
  ] as const)('is not given for %s', (_, changed) => {
    keep(context(), { html: Buffer.from(page) }, 0);
    expect(found(changed)).toBeUndefined();
  });

  it('is given with what was searched for on it', () => {
    const searched = { words: '鍵', found: 3 };
    keep(context(), { html: Buffer.from(page), searched }, 0);
    expect(kept.find(context())?.searched).toEqual(searched);
  });

  it('is given up when something published changes', () => {
    keep(context(), { html: Buffer.from(page) }, 0);
    model.apply([change(1)]);
    expect(found()).toBeUndefined();
  });

  it('is one that was made twice since something published changed', () => {
    const made = { html: Buffer.from(page) };
    kept.keep(context(), made, 0);
    expect(found()).toBeUndefined();
    kept.keep(context(), made, 0);
    expect(found()).toBeDefined();
    model.apply([change(1)]);
    kept.keep(context(), made, 1);
    expect(found()).toBeUndefined();
  });

  it('is not kept when something changed while it was made', () => {
    const { sequence } = kept;
    model.apply([change(1)]);
    keep(context(), { html: Buffer.from(page) }, sequence);
    expect(found()).toBeUndefined();
  });

  it('is given for ten seconds at most, however often it is asked for', () => {
    keep(context(), { html: Buffer.from(page) }, 0);
    now = new Date(now.getTime() + 10_000);
    expect(found()).toBeDefined();
    now = new Date(now.getTime() + 1);
    expect(found()).toBeUndefined();
  });
});

it('of pages made once the last 4,096 are remembered', () => {
  const made = { html: Buffer.from(page) };
  const numbered = (number: number) => context({ queryString: `?page=${number}` });
  for (let number = 0; number <= 4_096; number += 1) kept.keep(numbered(number), made, 0);
  kept.keep(numbered(0), made, 0);
  kept.keep(numbered(4_096), made, 0);
  expect(found(numbered(0))).toBeUndefined();
  expect(found(numbered(4_096))).toBeDefined();
});

describe('kept pages together', () => {
  /** Including its compressed form. */
  const megabyte = Buffer.alloc(0.8 * 1024 * 1024, 'x');
  const numbered = (number: number) => ({ queryString: `?page=${number}` });

  it('take 32 MB: those asked for longest ago go', () => {
    for (let number = 0; number < 32; number += 1) keep(context(numbered(number)), { html: megabyte }, 0);
    expect(found(numbered(0))).toBeDefined();
    keep(context(numbered(32)), { html: megabyte }, 0);
    expect(found(numbered(0))).toBeDefined();
    expect(found(numbered(1))).toBeUndefined();
    expect(found(numbered(2))).toBeDefined();
  });

  it('count a page once that was made twice at the same time', () => {
    for (let time = 0; time < 40; time += 1) keep(context(), { html: megabyte }, 0);
    keep(context(numbered(1)), { html: megabyte }, 0);
    expect(found()).toBeDefined();
  });
});
