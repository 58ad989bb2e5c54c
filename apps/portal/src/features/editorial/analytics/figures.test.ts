import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { openCall } from '../../../../test/call-form.ts';
import { enterAndSend, hidden, visitor, write } from '../../../../test/editorial-visitors.ts';
import { createTestDatabase } from '../../../../test/test-database.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { entriesByState, overallReviewTimes } from './editorial-figures.ts';
import { figureCount } from './schema.ts';

const now = new Date('2026-11-23T03:00:00Z');
const reader = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0',
};
const day = 24 * 60 * 60 * 1_000;

let portal: TestPortal;
let editor: BrowserSession;
let reviewed = '';

beforeAll(async () => {
  const databaseUrl = await createTestDatabase('sample');
  const busy = await openTestPortal({ databaseUrl, now: () => now });
  const signedIn = await visitor(busy, 'editor');
  for (const path of ['/initiatives/cyder', '/en/initiatives/cyder', '/help']) await busy.get(path, reader);
  await busy.get('/', { ...reader, referer: 'https://news.example/article?id=7' });
  await busy.get('/renew/eyJzZWNyZXQiOiJ0b2tlbiJ9', reader);
  await busy.get('/nowhere', reader);
  await busy.get('/help', { 'user-agent': 'curl/8.9.1' });
  await signedIn.get('/help', reader);
  await fetch(`http://127.0.0.1:${busy.port}/help`, { method: 'HEAD', headers: reader });
  for (const browser of ['a', 'b', 'c'])
    for (const words of ['暗号', '存在しない語彙xyzzy', '山田花子さん'])
      await busy.get(`/search?q=${encodeURIComponent(words)}`, {
        'user-agent': `${reader['user-agent']} ${browser}`,
      });
  await busy.get('/search?q=rare', reader);
  await busy.stop();

  portal = await openTestPortal({ databaseUrl, now: () => now });
  editor = await visitor(portal, 'editor');
  const provider = await visitor(portal, 'provider');
  reviewed = await enterAndSend(provider, '測られる講座');
  const reviewer = { id: 'reviewer', organisationId: null };
  const { publishing } = portal.platform;
  await publishing.act(reviewed, 'start-review', reviewer, 'x', new Date(now.getTime() + day));
  await publishing.act(reviewed, 'approve', reviewer, 'x', new Date(now.getTime() + 3 * day));
});
afterAll(() => portal.stop());

const page = async (path: string) => (await editor.get(path)).text();

it('counts as drafts what was begun and never sent', async () => {
  const provider = await visitor(portal, 'provider');
  const drafts = async () =>
    (await entriesByState(portal.platform.connection.db, ['initiative'])).get('draft');
  const before = (await drafts()) ?? 0;
  await write(provider, '送っていない講座');
  await write(provider, 'もう一つの講座');
  expect(await drafts()).toBe(before + 2);
  await enterAndSend(provider, '送った講座');
  expect(await drafts()).toBe(before + 2);
});

describe('a node', () => {
  it('has written what it counted when it stops: pages that browsers showed, and nobody who is signed in', async () => {
    const rows = await portal.platform.connection.db.select().from(figureCount);
    const of = (measure: string) =>
      Object.fromEntries(
        rows.filter((row) => row.measure === measure).map((row) => [row.subject, row.count]),
      );
    expect(of('page')).toEqual({ '/initiatives/cyder': 2, '/help': 1, '/': 1, '/search': 10 });
    expect(of('referrer')).toEqual({ 'news.example': 1 });
    expect(of('searches')).toEqual({ found: expect.any(Number), 'no-result': expect.any(Number) });
    expect(of('search')).toMatchObject({ 暗号: 3, 存在しない語彙xyzzy: 3, rare: 1 });
    expect(JSON.stringify(rows)).not.toMatch(/花子|token|eyJ|127\.0\.0\.1|Firefox/);
  });
});

describe('the dashboard', () => {
  it('shows what was read and searched, each as a table', async () => {
    const html = await page('/figures');
    for (const words of ['CYDER', 'news.example', '暗号', '存在しない語彙xyzzy'])
      expect(html).toContain(words);
    expect(html).not.toContain('>rare<');
    expect(html).toContain('role="img"');
    expect(await page('/en/figures?period=fiscal-year')).toContain('April');
  });

  it('measures reviews from sending to decision', async () => {
    const { db } = portal.platform.connection;
    const times = await overallReviewTimes(db, { from: '2026-11', to: '2026-11' });
    expect(times).toEqual({ decisions: 1, median: 3, ninetieth: 3 });
  });

  it('lists what expires soon', async () => {
    const { publishing } = portal.platform;
    const later = await openTestPortal({
      databaseUrl: portal.databaseUrl,
      now: () => new Date(now.getTime() + 300 * day),
    });
    const browser = await visitor(later, 'editor');
    expect((await publishing.find(reviewed))?.state).toBe('published');
    expect(await (await browser.get('/figures')).text()).toContain(`/desk/entries/${reviewed}`);
    await later.stop();
  });

  it.each([
    'traffic',
    'records',
    'pages',
    'searches',
    'no-result',
    'referrers',
    'states',
    'expiring',
    'reviews',
  ])('gives out %s as a file that spreadsheets read as UTF-8', async (table) => {
    const answer = await editor.get(`/figures/export?table=${table}`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-disposition')).toContain(`${table}-2026-11-2026-11.csv`);
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString().split('\r\n').length).toBeGreaterThan(1);
  });

  it('keeps a formula that somebody searched for harmless in its file', async () => {
    const { db } = portal.platform.connection;
    const row = { day: '2026-11-23', grain: 'day', measure: 'search', subject: '=cmd()', count: 5 } as const;
    await db.insert(figureCount).values(row);
    const csv = await (await editor.get('/figures/export?table=searches')).text();
    expect(csv).toContain(`"'=cmd()"`);
  });

  it('has no other table', async () => {
    expect((await editor.get('/figures/export?table=users')).status).toBe(404);
  });
});

describe('the yearly report', () => {
  it('covers a fiscal year in both calendars, beside the year before', async () => {
    const html = await page('/figures/years/2026');
    for (const words of [
      '令和8年度（2026年度）の年次報告',
      '前の年度との比較',
      '種類ごとの掲載数',
      '存在しない語彙xyzzy',
    ])
      expect(html).toContain(words);
    expect(await page('/en/figures/years/2026')).toContain('Fiscal year 2026 (Reiwa 8)');
  });

  it('counts the calls that opened in the year, and the entries that came into them', async () => {
    const figuresOf = async (year: number) => {
      const html = await page(`/figures/years/${year}`);
      return ['受付を始めた募集', '募集への応募'].map((what) => {
        const [, own, before] =
          new RegExp(`${what}</t[dh]><td[^>]*>([^<]*)</td><td[^>]*>([^<]*)</td>`).exec(html) ?? [];
        return [own, before];
      });
    };
    const none = ['0', '0'];
    expect(await figuresOf(2026)).toEqual([none, none]);
    const call = await openCall(editor, now);
    await openCall(editor, now, {}, false);
    const provider = await visitor(portal, 'provider');
    const [sent, unsent] = [await write(provider, '応募する講座'), await write(provider, '送らない講座')];
    for (const id of [sent, unsent]) await provider.post(`/desk/entries/${id}/call`, { call });
    const form = await (await provider.get(`/desk/entries/${sent}/call`)).text();
    const [, answer = ''] = /name="(answer\.[^"]+)"/.exec(form) ?? [];
    const answers = { [answer]: '20人', seen: hidden(form, 'seen'), after: 'next' };
    await provider.post(`/desk/entries/${sent}/answers`, answers);
    await provider.post(`/desk/entries/${sent}/submit`, { reason: '応募します' });
    const one = ['1', '0'];
    expect(await figuresOf(2026)).toEqual([one, one]);
    expect(await figuresOf(2027)).toEqual([
      ['0', '1'],
      ['0', '1'],
    ]);
  });

  it('is there for years that can be meant', async () => {
    expect((await editor.get('/figures/years/1492')).status).toBe(404);
    expect((await editor.get('/figures/years/next')).status).toBe(404);
  });
});
