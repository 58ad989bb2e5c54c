import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { address, save, send, text } from './testing/documents.ts';

const now = new Date('2026-12-01T01:00:00Z');
let clock = now;
let portal: TestPortal;
let editor: BrowserSession;
let reviewer: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal({ now: () => clock });
  editor = await visitor(portal, 'editor');
  reviewer = await visitor(portal, 'reviewer');
});
afterAll(() => portal.stop());

it('an editor sees what each search should find and finds now', async () => {
  const page = await text(editor.get('/editing/search-checks'));
  const [, passed, all, knownMisses = '0'] =
    /([\d,]+) ／ ([\d,]+)(?: （合わないと分かっているもの (\d+)）)?/.exec(page) ?? [];
  expect(Number(passed) + Number(knownMisses)).toBe(Number(all));
  expect(page.split('合わないと分かっている</span>').length - 1).toBeGreaterThanOrEqual(Number(knownMisses));
  expect(Number(all)).toBeGreaterThan(400);
  expect(page).toContain('怪しいSMSが届いた');
  expect(page).toContain('href="/help/suspicious-message"');
});

it('an editor tries a search', async () => {
  const page = await text(editor.get(`/editing/search-checks?q=${encodeURIComponent('のっとられた')}`));
  expect(page).toMatch(/「のっとられた」.*?href="\/help\/account"/s);
  expect(await text(editor.get('/editing/search-checks?q=zzzxqj'))).toContain('「ありません」と言います');
});

it('nobody else sees it', async () => {
  expect((await portal.get('/editing/search-checks')).status).not.toBe(200);
});

it('a pick is written, approved, shown above the results of its query, and leaves in time', async () => {
  const results = async (q: string) => (await portal.get(`/search?q=${encodeURIComponent(q)}`)).text();
  await editor.post('/editing/new/best-bets', {});
  await save(editor, 'best-bets', '', {}, { act: 'add bets' });
  await save(editor, 'best-bets', 'bets.k1', {
    'bets.k1.queries': 'ぞむぺら\nzompera',
    'bets.k1.address': '/help/fake-shop',
    'bets.k1.reason.ja': 'この冬に増えています',
    'bets.k1.start': '2026-11-01T00:00',
    'bets.k1.end': '2026-12-31T00:00',
  });
  expect(await results('ゾムペラ')).not.toContain('editors-picks');
  await send(editor, 'best-bets', 'approval');
  await reviewer.post(address('best-bets', '/decide'), { action: 'approve', reason: '' });
  await expect
    .poll(() => results('ゾムペラ'))
    .toMatch(/編集者のおすすめ.*href="\/help\/fake-shop".*この冬に増えています/s);
  expect(await results('ぞむぺら 通販')).not.toContain('この冬に増えています');
  clock = new Date('2027-01-02T00:00:00Z');
  expect(await results('zompera')).not.toContain('この冬に増えています');
  clock = now;
});
