import { beforeEach, describe, expect, it } from 'vitest';
import { Counter, type ShownPage } from './counter.ts';
import type { Batch, Measure } from './tally.ts';

const day = '2026-11-23';
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';
let counter: Counter;

beforeEach(() => {
  counter = new Counter('portal.example');
  counter.setSalts(new Map([[day, new Uint8Array(32)]]));
});

interface Visit extends Partial<Pick<ShownPage, 'page' | 'searched'>> {
  from?: string;
  headers?: Record<string, string>;
}

function show({ page = '/', searched, from = '192.0.2.1', headers = {} }: Visit = {}): void {
  const sent: Record<string, string> = { 'user-agent': firefox, ...headers };
  counter.count({ page, searched, header: (name) => sent[name], address: () => from }, day);
}

function counted(measure: Measure): Record<string, number> {
  const batch = taken ?? counter.tally.take();
  taken = batch;
  const rows = batch?.counts.filter((row) => row.measure === measure) ?? [];
  return Object.fromEntries(rows.map(({ subject, count }) => [subject, count]));
}
let taken: Batch | undefined;
beforeEach(() => {
  taken = undefined;
});

describe('a page', () => {
  it('is counted each time it is shown, and its visitor once', () => {
    for (const page of ['/', '/help', '/']) show({ page });
    show({ page: '/', from: '192.0.2.2' });
    expect(counted('page')).toEqual({ '/': 3, '/help': 1 });
    expect(taken?.sketches.map(({ sketch }) => sketch.estimate())).toEqual([2]);
  });

  it('is not counted for robots, for nameless programs, and when it is loaded ahead or in part', () => {
    show({ headers: { 'user-agent': 'Googlebot/2.1 (+http://www.google.com/bot.html)' } });
    show({ headers: { 'user-agent': '' } });
    show({ headers: { 'sec-purpose': 'prefetch' } });
    show({ headers: { 'sec-fetch-dest': 'empty' } });
    expect(counter.tally.take()).toBeUndefined();
  });

  it('is counted without a salt too; its visitor is not', () => {
    counter.setSalts(new Map());
    show();
    expect(counted('page')).toEqual({ '/': 1 });
    expect(taken?.sketches).toEqual([]);
  });

  it('says by host only where its reader came from, and nothing of this site', () => {
    show({ headers: { referer: 'https://search.example/find?q=secret' } });
    show({ headers: { referer: 'https://portal.example/search?q=own' } });
    expect(counted('referrer')).toEqual({ 'search.example': 1 });
  });
});

describe('a search', () => {
  const searched = (words: string, found = 3) => ({ page: '/search', searched: { words, found } });

  it('counts once for a visitor and day, however often it is typed and its page changed', () => {
    show(searched('暗号'));
    show(searched('　暗号 '));
    show({ ...searched('暗号'), headers: { 'sec-fetch-dest': 'empty' } });
    show({ ...searched('暗号'), from: '192.0.2.2' });
    expect(counted('search')).toEqual({ 暗号: 2 });
    expect(counted('searches')).toEqual({ found: 2 });
    expect(counted('no-result')).toEqual({});
  });

  it('that finds nothing is counted as such', () => {
    show(searched('量子耐性', 0));
    expect(counted('no-result')).toEqual({ 量子耐性: 1 });
    expect(counted('searches')).toEqual({ 'no-result': 1 });
  });

  it('for what may be somebody’s own is counted without its words', () => {
    show(searched('hanako@example.jp', 0));
    expect(counted('searches')).toEqual({ 'no-result': 1 });
    expect(JSON.stringify(taken?.counts)).not.toContain('hanako');
  });
});

it('a flood of subjects is counted together, so that memory stays bounded', () => {
  for (let index = 0; index < 5_000; index += 1)
    show({ headers: { referer: `https://host-${index}.example/` } });
  const hosts = counted('referrer');
  expect(Object.keys(hosts)).toHaveLength(2_001);
  expect(hosts['']).toBe(3_000);
});
