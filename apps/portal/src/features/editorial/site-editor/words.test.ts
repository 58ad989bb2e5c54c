import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { address, save, send, text } from './testing/documents.ts';

let portal: TestPortal;
let editor: BrowserSession;
let second: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal({ now: () => new Date('2026-11-24T01:00:00Z') });
  editor = await visitor(portal, 'editor');
  second = await visitor(portal, 'admin');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

describe('synonyms', () => {
  const word = 'ぞむぺらぎゅ';

  it('show what a search would find, and change it only once published', async () => {
    await save(editor, 'synonyms', '', {}, { act: 'add groups' });
    const page = await text(editor.get(`${address('synonyms', '/edit')}?find=zz`));
    expect(page).toContain('構成から探す');
    const list = portal.platform.model.only('synonyms')?.data as { groups: unknown[] };
    const part = `groups.k${list.groups.length + 1}`;
    await save(editor, 'synonyms', part, { [`${part}.words`]: word });
    expect(await text(editor.get(address('synonyms')))).toContain('違う言葉を2つ以上');
    await save(editor, 'synonyms', part, { [`${part}.words`]: `${word}\nランサムウェア` });
    expect(await text(editor.get(address('synonyms')))).toContain('番目の組に入っています');
    const rehearsed = await text(editor.get(address('synonyms', '/search')));
    expect(rehearsed).toContain(word);
    expect(rehearsed).toMatch(/公開中 0件 → 変更後 [1-9]\d*件/);
    expect(rehearsed).toContain('新しく見つかる');
    const found = async () =>
      (
        (await (await portal.get(`/api/v1/entries?q=${encodeURIComponent(word)}`)).json()) as {
          total: number;
        }
      ).total;
    expect(await found()).toBe(0);
    await send(editor, 'synonyms', 'approval');
    await reviewer.post(address('synonyms', '/decide'), { action: 'approve', reason: '' });
    await expect.poll(found).toBeGreaterThan(0);
  });
});

describe('the vocabulary', () => {
  const counted = async (value: string) => {
    const answer = await portal.get(`/api/v1/entries?category=${value}`);
    return ((await answer.json()) as { total: number }).total;
  };
  const words = () => portal.platform.vocabulary();
  /** All categories in their order, also those that are offered no more. */
  const written = () => {
    const data = portal.platform.model.only('vocabulary')?.data as { category: object };
    return Object.keys(data.category);
  };

  it('takes a new value, and retires one that records still carry and are found by', async () => {
    const tools = await counted('tool');
    expect(tools).toBeGreaterThan(0);
    await save(editor, 'vocabulary', '', {}, { act: 'add category', 'new-category': 'podcast' });
    const unwritten = await text(editor.get(address('vocabulary')));
    expect(unwritten).toContain('part=category.podcast');
    await save(editor, 'vocabulary', 'category.podcast', {
      'category.podcast.ja': '音声番組',
      'category.podcast.en': 'Podcast',
    });
    await save(editor, 'vocabulary', '', {}, { act: 'up category podcast' });
    const page = await text(editor.get(`${address('vocabulary', '/edit')}?part=category.tool`));
    expect(page).toContain(`この値を持つ取組：${tools}件`);
    await save(editor, 'vocabulary', 'category.tool', { 'category.tool.retired': 'true' });
    await send(editor, 'vocabulary', 'approval');
    const ending = { action: 'approve', reason: '', until: '2027-01-01T00:00' };
    expect((await reviewer.post(address('vocabulary', '/decide'), ending)).status).toBe(400);
    await reviewer.post(address('vocabulary', '/decide'), { action: 'approve', reason: '' });
    await expect.poll(() => words().values('category')).toContain('podcast');
    expect(written().at(-2)).toBe('podcast');
    expect(words().values('category')).not.toContain('tool');
    expect(words().label('category', 'tool').ja).toBe('ツール・サービス');
    expect(await counted('tool')).toBe(tools);
  });

  it('merges a value into another, by which its records are found from then on', async () => {
    const [tools, classes] = [await counted('tool'), await counted('class')];
    expect(classes).toBeGreaterThan(0);
    await save(editor, 'vocabulary', 'category.tool', { 'category.tool.mergedInto': 'nowhere' });
    expect(await text(editor.get(address('vocabulary')))).toContain('この一覧にありません');
    await save(editor, 'vocabulary', 'category.tool', { 'category.tool.mergedInto': 'class' });
    await save(editor, 'vocabulary', 'category.class', { 'category.class.mergedInto': 'tool' });
    expect(await text(editor.get(address('vocabulary')))).toContain('めぐって自分に戻って');
    await save(editor, 'vocabulary', 'category.class', { 'category.class.mergedInto': '' });
    const queries = encodeURIComponent('勉強会');
    const rehearsed = await text(editor.get(`${address('vocabulary', '/search')}?queries=${queries}`));
    const [, before = '', after = ''] = /公開中 (\d+)件 → 変更後 (\d+)件/.exec(rehearsed) ?? [];
    expect(Number(after)).toBeGreaterThan(Number(before));
    expect(await counted('class')).toBe(classes);
    await send(editor, 'vocabulary', 'minor');
    await expect.poll(() => counted('class')).toBe(tools + classes);
    expect(await counted('tool')).toBe(tools + classes);
  });
});

describe('redirects', () => {
  const rule = async (part: string, fields: Record<string, string>) =>
    save(
      editor,
      'redirects',
      part,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${part}.${name}`, value])),
    );

  it('lead on from addresses without a page, in both languages; nothing else passes', async () => {
    await editor.post('/editing/new/redirects');
    for (let count = 0; count < 4; count += 1) await save(editor, 'redirects', '', {}, { act: 'add rules' });
    await rule('rules.k1', { from: '/old/kit', status: '301', to: '/features/stop-ransomware' });
    await rule('rules.k2', { from: '/gone', status: '410', to: '' });
    await rule('rules.k3', { from: '/about', status: '302', to: '/help' });
    await rule('rules.k4', { from: '/away', status: '302', to: 'https://www.example.jp/x' });
    const state = () => text(editor.get(address('redirects')));
    expect(await state()).toContain('このサイトの中のアドレス');
    await rule('rules.k4', {
      from: '/away',
      status: '302',
      to: 'https://www.example.jp/x',
      external: 'true',
    });
    expect(await state()).toContain('いまページがあります');
    await rule('rules.k3', { from: '/features/stop-ransomware', to: '/old/kit', status: '302' });
    expect(await state()).toContain('めぐって元に戻って');
    await rule('rules.k3', { from: '/once', to: '/features', status: '302' });
    await send(editor, 'redirects', 'approval');
    await second.post(address('redirects', '/decide'), { action: 'approve', reason: '' });
    const target = async (path: string) => {
      const answer = await portal.get(path, { 'accept-encoding': 'br' });
      return [answer.status, answer.headers.get('location'), answer.headers.get('content-encoding')];
    };
    await expect.poll(() => target('/old/kit')).toEqual([301, '/features/stop-ransomware', null]);
    expect(await target('/en/old/kit')).toEqual([301, '/en/features/stop-ransomware', null]);
    expect(await target('/once')).toEqual([302, '/features', null]);
    expect(await target('/away')).toEqual([302, 'https://www.example.jp/x', null]);
    expect((await target('/gone'))[0]).toBe(410);
    expect((await target('/old'))[0]).toBe(404);
    expect((await portal.get('/gone')).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/a b'])(
    'never lead to %s as if it were of this site',
    async (to) => {
      await rule('rules.k3', { from: '/once', to, status: '302' });
      expect((await send(editor, 'redirects', 'minor')).status).toBe(400);
      await editor.post(address('redirects', '/discard'));
    },
  );
});
