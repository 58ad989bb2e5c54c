import { like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { enterAndSend, visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { errorReport } from './schema.ts';
import { forgetAddresses } from './service.ts';

const ownPage = { 'sec-fetch-site': 'same-origin' };
let portal: TestPortal;
let provider: BrowserSession;
let editor: BrowserSession;
let id: string;

beforeAll(async () => {
  portal = await openTestPortal();
  provider = await visitor(portal, 'provider');
  editor = await visitor(portal, 'editor');
  id = await enterAndSend(provider, '知らせのある講座');
  for (const action of ['start-review', 'approve'] as const)
    await portal.platform.publishing.act(
      id,
      action,
      { id: 'reviewer', organisationId: null },
      'x',
      new Date(),
    );
  await vi.waitUntil(() => portal.platform.model.get(id), { timeout: 30_000 });
});
afterAll(() => portal.stop());
beforeEach(async () => {
  await portal.platform.connection.db.delete(errorReport);
});

const send = (body: string, email = '') => portal.post(`/reports/${id}`, { body, email }, ownPage);
const rows = () => portal.platform.connection.db.select().from(errorReport);
const mails = (key: string) =>
  portal.platform.connection.db.select().from(mailMessage).where(like(mailMessage.key, key));

it('a visitor reports a mistake without an account; staff and owner read it, as plain text', async () => {
  expect(await (await portal.get(`/initiatives/${id}`)).text()).toContain(`/reports/${id}`);
  expect((await portal.get(`/reports/${id}`)).status).toBe(200);
  expect((await send('<b>電話番号</b>が古いです')).status).toBe(200);
  for (const [browser, path] of [
    [editor, '/reports'],
    [provider, `/desk/entries/${id}`],
  ] as const)
    expect(await (await browser.get(path)).text()).toContain('&lt;b&gt;電話番号&lt;/b&gt;が古いです');
  const [report] = await rows();
  expect((await mails(`report/${report?.id}/%`)).length).toBeGreaterThan(0);
  expect((await provider.get('/reports')).status).toBe(403);
});

it('an address is kept until the answer went out, and no owner sees it', async () => {
  await send('会場が変わりました', 'hanako@example.jp');
  const [report] = await rows();
  expect(report?.email).toBe('hanako@example.jp');
  expect(await (await provider.get(`/desk/entries/${id}`)).text()).not.toContain('hanako@');
  const answer = await editor.post(`/reports/${report?.id}/answer`, {
    reply: '直しました。ありがとうございます。',
  });
  expect(answer.headers.get('location')).toBe('/reports?done=replied');
  expect(await (await editor.get('/reports?done=replied')).text()).toContain('返事を送りました');
  const [answered] = await rows();
  expect(answered).toMatchObject({ email: null, answeredAt: expect.any(Date) });
  const [mail] = await mails(`report-answer/${report?.id}`);
  expect(mail).toMatchObject({ toAddress: 'hanako@example.jp' });
  const sent = async () => (await mails(`report-answer/${report?.id}`))[0];
  await expect.poll(async () => (await sent())?.state).toBe('sent');
  await forgetAddresses(portal.platform, new Date());
  expect(await sent()).toMatchObject({ toAddress: null, state: 'sent' });
  expect(await (await editor.get('/reports')).text()).not.toContain('会場が変わりました');
});

it('an address nobody answered is deleted after 90 days', async () => {
  await send('古い', 'hanako@example.jp');
  const later = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1_000);
  await forgetAddresses(portal.platform, later(89));
  expect((await rows())[0]?.email).toBe('hanako@example.jp');
  await forgetAddresses(portal.platform, later(91));
  expect((await rows())[0]).toMatchObject({ email: null, body: '古い' });
});

it.each([
  ['', ''],
  ['x'.repeat(2_001), ''],
  ['古い', 'not an address'],
])('%j by %j is not taken', async (body, email) => {
  expect((await send(body, email)).status).toBe(400);
  expect(await rows()).toEqual([]);
});

it('nothing is reported of what nobody sees', async () => {
  expect((await portal.get('/reports/nowhere')).status).toBe(404);
  expect((await portal.post('/reports/nowhere', { body: 'x', email: '' }, ownPage)).status).toBe(404);
});

it('whoever reports too often is asked to come back', async () => {
  const strict = await openTestPortal({
    databaseUrl: portal.databaseUrl,
    env: { KAKEHASHI_RATE_LIMIT: '2' },
  });
  const answers: number[] = [];
  for (let time = 0; time < 3; time += 1)
    answers.push((await strict.post(`/reports/${id}`, { body: '古い', email: '' }, ownPage)).status);
  expect(answers).toEqual([200, 200, 429]);
  await strict.stop();
});

it('of one client only so many are taken in a day; the form says so and keeps what was written', async () => {
  const statuses: number[] = [];
  let last = '';
  for (let sent = 0; sent <= 20; sent += 1) {
    const answer = await send(`${sent}番目の知らせ`);
    statuses.push(answer.status);
    last = await answer.text();
  }
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect((await rows()).length).toBe(statuses.filter((status) => status === 200).length);
  expect(last).toContain('1日に20件までです');
  expect(last).toContain('20番目の知らせ');
});
