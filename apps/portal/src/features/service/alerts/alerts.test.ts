import type { ParsedMail } from 'mailparser';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { type MailServer, startMailServer } from '../../../../test/mail-server.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { createSavedSearches, type SavedSearches } from '../../../platform/collections/saved-search.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { systemActor } from '../../../platform/publishing/model.ts';
import { alertSubscription } from './schema.ts';
import { Alerts } from './service.ts';

const hour = 60 * 60 * 1_000;
const day = 24 * hour;
/** A Wednesday morning in Japan; each test has one of its own, four weeks after the last. */
let start = Date.parse('2026-12-01T22:00:00Z');

let clock = start;
let mails: MailServer;
let portal: TestPortal;
let visitor: BrowserSession;
let alerts: Alerts;
let saved: SavedSearches;

beforeAll(async () => {
  mails = await startMailServer();
  portal = await openTestPortal({
    env: { SMTP_URL: mails.url },
    now: () => new Date(clock),
  });
  visitor = new BrowserSession(portal);
  const { connection, mail, jobs, identity, config } = portal.platform;
  saved = createSavedSearches(portal.platform.collections, config.baseUrl);
  const { secret } = identity;
  alerts = new Alerts({ db: connection.db, mail, jobs, saved, secret, baseUrl: config.baseUrl });
});
afterAll(async () => {
  await portal.stop();
  await mails.stop();
});
afterEach(async () => {
  // Pending mails would reach the next test.
  await expect.poll(mailsUnderWay).toBe(0);
  start += 28 * day;
  clock = start;
  mails.received = [];
  await portal.platform.connection.db.delete(alertSubscription);
  await portal.platform.connection.db.delete(mailMessage);
});

async function mailsUnderWay(): Promise<number> {
  const rows = await portal.platform.connection.db.select().from(mailMessage);
  const sent = rows.filter(({ state }) => state === 'sent').length;
  const waiting = rows.filter(({ state }) => state === 'queued' || state === 'sending').length;
  return waiting + Math.max(0, sent - mails.received.length);
}

const subscriptions = () => portal.platform.connection.db.select().from(alertSubscription);

const ask = (form: Record<string, string> = {}, path = '/alerts/new') =>
  visitor.post(path, { email: 'hanako@example.jp', frequency: 'daily', search: 'q=フィッシング', ...form });

async function mailNumber(count: number): Promise<ParsedMail> {
  await expect.poll(() => mails.received.length).toBe(count);
  return mails.received[count - 1] as ParsedMail;
}

/** The first link of a mail to a page of the portal, as a path. */
function linkIn(mail: ParsedMail, page: string): string {
  const [link = ''] = mail.text?.match(new RegExp(`\\S+${page}\\?t=\\S+`)) ?? [];
  const { pathname, search } = new URL(link);
  return pathname + search;
}

async function subscribe(form: Record<string, string> = {}): Promise<void> {
  const before = mails.received.length;
  await ask(form);
  const confirmation = await mailNumber(before + 1);
  expect((await visitor.post(linkIn(confirmation, '/alerts/confirm'))).status).toBe(200);
}

let published = 0;
/** Publishes something new that a search for フィッシング finds. */
async function publishNews(): Promise<string> {
  published += 1;
  const id = `news-${published}`;
  const { publishing, model } = portal.platform;
  const template = model.ofKind('initiative')[0]?.data as object;
  const data = {
    ...template,
    title: { ja: `フィッシング対策 ${published}`, en: `Against phishing ${published}` },
  };
  const outcome = await publishing.publishDirectly(
    { id, kind: 'initiative', data, reason: 'new' },
    new Date(clock),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  await expect.poll(() => model.get(id) !== undefined).toBe(true);
  return id;
}

async function morning(days: number): Promise<void> {
  clock = start + days * day;
  await alerts.sendDue(new Date(clock));
}

it('the mail to an address that somebody typed carries no address of theirs', async () => {
  await ask({ search: `q=${encodeURIComponent('当選です https://evil.example/x')}` });
  const { subject, text } = await mailNumber(1);
  expect(subject).toBe('新着メールの受け取りを確認してください');
  expect(text).toMatch(/^「架け橋」に新しく載った取組/);
  expect(text).not.toContain('evil');
});

it('news begin only when the holder of the address presses the button of the page in the mail', async () => {
  const answer = await ask();
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('確認のメールを送りました');
  const confirmation = await mailNumber(1);
  expect(confirmation.subject).toBe('新着メールの受け取りを確認してください');
  expect(confirmation.text).toContain('条件：「フィッシング」');
  const link = linkIn(confirmation, '/alerts/confirm');
  expect(await (await visitor.get(link)).text()).toContain('method="post"');
  expect((await subscriptions())[0]?.confirmedAt).toBeNull();
  expect(await (await visitor.post(link)).text()).toContain('受け取りを始めました');
  expect((await subscriptions())[0]?.confirmedAt).not.toBeNull();
});

it('whoever asks sees the same answer, whether the address is known or not', async () => {
  const bodyOf = async (email: string) => {
    const text = await (await ask({ email })).text();
    return text.replaceAll(/nonce="[^"]*"/g, '');
  };
  await subscribe();
  clock += hour;
  const known = await bodyOf('hanako@example.jp');
  expect(await bodyOf('nobody-yet@example.jp')).toBe(known);
});

it('an address is sent a few confirmations a day at most, however often it is entered', async () => {
  for (let request = 0; request < 12; request += 1) {
    clock += hour;
    expect((await ask({ search: `q=${request}` })).status).toBe(200);
  }
  const asked = await portal.platform.connection.db.select().from(mailMessage);
  expect(asked).toHaveLength(5);
});

it('sent twice in a moment, a form asks once', async () => {
  await Promise.all([ask(), ask()]);
  expect(await portal.platform.connection.db.select().from(mailMessage)).toHaveLength(1);
});

it('news of the search go out once, and only what was published since', async () => {
  await subscribe();
  clock += hour;
  const id = await publishNews();
  await morning(1);
  const news = await mailNumber(2);
  expect(news.subject).toBe('新着 1件：「フィッシング」');
  expect(news.text).toContain(`/initiatives/${id}`);
  await morning(1);
  await morning(2);
  clock += hour;
  const next = await publishNews();
  await morning(3);
  const later = await mailNumber(3);
  expect(later.text).toContain(`/initiatives/${next}`);
  expect(later.text).not.toContain(`/initiatives/${id}\n`);
});

it('weekly news go out on Mondays', async () => {
  await subscribe({ frequency: 'weekly' });
  clock += hour;
  await publishNews();
  await morning(1);
  await morning(2);
  await morning(5);
  await mailNumber(2);
  expect(new Date(clock).getUTCDay()).toBe(0);
  expect((await portal.platform.connection.db.select().from(mailMessage)).length).toBe(2);
});

it('what is no longer published is no news', async () => {
  await subscribe();
  clock += hour;
  const id = await publishNews();
  const { publishing, model } = portal.platform;
  await publishing.act(id, 'withdraw', systemActor, 'a mistake', new Date(clock));
  await expect.poll(() => model.get(id)).toBeUndefined();
  const [row] = await subscriptions();
  clock += day;
  await alerts.sendNews(row?.id ?? '', '2027-06-17', new Date(clock));
  expect(await portal.platform.connection.db.select().from(mailMessage)).toHaveLength(1);
});

it('a mail program leaves with one click, and nothing of the address is kept', async () => {
  await subscribe();
  clock += hour;
  await publishNews();
  await morning(1);
  const news = await mailNumber(2);
  const list = news.headers.get('list') as { unsubscribe: { url: string }; 'unsubscribe-post': unknown };
  const { pathname, search } = new URL(list.unsubscribe.url);
  await expect
    .poll(async () => (await portal.platform.mail.list(5)).every(({ state }) => state === 'sent'))
    .toBe(true);
  const answer = await portal.post(pathname + search, { 'List-Unsubscribe': 'One-Click' });
  expect(answer.status).toBe(200);
  expect(await subscriptions()).toEqual([]);
  const kept = await portal.platform.connection.db.select().from(mailMessage);
  expect(kept.map(({ toAddress }) => toAddress)).toEqual([null, null]);
  expect((await portal.post(pathname + search, {})).status).toBe(200);
});

it('a person leaves by a button; looking at the page changes nothing', async () => {
  await subscribe();
  clock += hour;
  await publishNews();
  await morning(1);
  const link = linkIn(await mailNumber(2), '/alerts/leave');
  const asked = await (await visitor.get(link)).text();
  expect(asked).toContain('受け取りをやめますか');
  expect(asked).toContain('フィッシング');
  expect(await subscriptions()).toHaveLength(1);
  expect(await (await visitor.post(link)).text()).toContain('受け取りをやめました');
  expect(await subscriptions()).toEqual([]);
  expect(await (await visitor.get(link)).text()).toContain('受け取りをやめました');
});

it('a link that is old, changed or for something else is refused', async () => {
  await ask();
  const link = linkIn(await mailNumber(1), '/alerts/confirm');
  expect((await visitor.post(`${link}x`)).status).toBe(400);
  expect((await visitor.post(link.replace('confirm', 'leave'))).status).toBe(400);
  expect((await visitor.get('/en/alerts/leave')).status).toBe(400);
  clock += 49 * hour;
  expect((await visitor.post(link)).status).toBe(400);
  expect((await subscriptions())[0]?.confirmedAt).toBeNull();
});

it('a request that nobody confirms is forgotten', async () => {
  await ask();
  await mailNumber(1);
  await expect.poll(async () => (await portal.platform.mail.list(5))[0]?.state).toBe('sent');
  clock += 49 * hour;
  await alerts.forgetUnconfirmed(new Date(clock));
  expect(await subscriptions()).toEqual([]);
  expect((await portal.platform.mail.list(5))[0]?.toAddress).toBeNull();
});

it('the English page asks and writes in English', async () => {
  expect(await (await visitor.get('/en/alerts/new?q=phishing&age=teen')).text()).toContain('“phishing”, ');
  await ask({ search: 'q=phishing' }, '/en/alerts/new');
  const confirmation = await mailNumber(1);
  expect(confirmation.subject).toBe('Please confirm that you want news by mail');
  expect(linkIn(confirmation, '/alerts/confirm')).toMatch(/^\/en\/alerts\/confirm/);
});

it('what is no address is said at the field, and what was typed stays', async () => {
  const answer = await ask({ email: 'hanako@' });
  expect(answer.status).toBe(400);
  const page = await answer.text();
  expect(page).toContain('href="#email"');
  expect(page).toContain('value="hanako@"');
  expect((await ask({ frequency: 'hourly' })).status).toBe(400);
  expect((await ask({ confirmedAt: '2026-01-01' })).status).toBe(400);
});

it('a client that asks again and again is told to wait', async () => {
  const strict = await openTestPortal({ content: false, env: { KAKEHASHI_RATE_LIMIT: '2' } });
  try {
    const client = new BrowserSession(strict);
    const form = { email: 'hanako@example.jp', frequency: 'daily', search: '' };
    const statuses = [];
    for (let request = 0; request < 3; request += 1)
      statuses.push((await client.post('/en/alerts/new', form)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await client.post('/en/alerts/new', form);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.text()).toContain('One moment, please');
    expect((await client.get('/en/alerts/new')).status).toBe(200);
  } finally {
    await strict.stop();
  }
});

it('a form that another site sends is not taken', async () => {
  const form = { email: 'hanako@example.jp', frequency: 'daily', search: '' };
  const answer = await portal.post('/alerts/new', form, { origin: 'https://elsewhere.example' });
  expect(answer.status).toBe(403);
});

it('the conditions of a search are the same however they are ordered', () => {
  const one = new URLSearchParams('age=teen&purpose=protect&purpose=know&q=x&page=3&sort=title');
  const other = new URLSearchParams('purpose=know&q=x&age=teen&purpose=protect&unknown=1');
  expect(saved.conditions(one)).toBe(saved.conditions(other));
  expect(saved.conditions(new URLSearchParams('page=2'))).toBe('');
});

it.each([
  ['/feed.atom', '架け橋 — 「フィッシング」の新着', '/search?'],
  ['/en/feed.atom', 'Kakehashi — new for “フィッシング”', '/en/search?'],
])('%s follows a search', async (path, title, page) => {
  const all = await (await portal.get(path)).text();
  const found = await (await portal.get(`${path}?q=フィッシング&sort=title`)).text();
  expect(found).toContain(`<title>${title}</title>`);
  const query = `q=${encodeURIComponent('フィッシング')}`;
  expect(found).toContain(`${path}?${query}"`);
  expect(found).toContain(`${page}${query}"`);
  const count = (feed: string) => feed.split('<entry>').length - 1;
  expect(count(found)).toBeGreaterThan(0);
  expect(count(found)).toBeLessThan(count(all));
});
