/** What a shared cache may store, checked for every address of the site (RFC 9111). */
import CachePolicy from 'http-cache-semantics';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { session } from '../src/platform/identity/schema.ts';
import { BrowserSession } from './browser-session.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let administrator: BrowserSession;
let nobody: BrowserSession;
let reader: BrowserSession;

beforeAll(async () => {
  portal = await openTestPortal();
  administrator = new BrowserSession(portal);
  await administrator.signIn('admin@example.jp');
  nobody = new BrowserSession(portal);
  reader = new BrowserSession(portal);
  reader.cookies.set('kakehashi_display', 'furigana.easy');
});
afterAll(() => portal.stop());

/** What differs between two answers that are the same. */
const ofOneAnswer = new Set(['date', 'x-request-id', 'connection', 'keep-alive']);

interface Answer {
  path: string;
  storable: boolean;
  setsCookie: boolean;
  content: string;
}

async function ask(browser: BrowserSession, path: string): Promise<Answer> {
  const answer = await browser.get(path, { 'accept-encoding': 'identity' });
  const headers = Object.fromEntries(answer.headers);
  const policy = new CachePolicy(
    { method: 'GET', url: path, headers: {} },
    { status: answer.status, headers },
    { shared: true },
  );
  const same = Object.entries(headers).filter(([name]) => !ofOneAnswer.has(name));
  return {
    path,
    storable: policy.storable(),
    setsCookie: answer.headers.getSetCookie().length > 0,
    content: JSON.stringify([answer.status, same, await answer.text()]),
  };
}

const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1_000);

/** A session is renewed an hour after it last was. */
async function makeRenewalDue(): Promise<void> {
  await portal.platform.connection.db.update(session).set({ updatedAt: longAgo });
}

async function wasRenewed(): Promise<boolean> {
  const rows = await portal.platform.connection.db.select().from(session);
  return rows.some(({ updatedAt }) => updatedAt > longAgo);
}

/** Every address of a page or of data, with something and with nothing at its end, and what is beside them. */
function addresses(): string[] {
  const routes = portal.addresses.filter(({ method }) => method === 'GET').map(({ path }) => path);
  const filled = ['cyder', 'ransomware', 'no-such'].flatMap((id) =>
    routes.map((path) => path.replace(/:\w+(\{[^}]*\})?/g, id)),
  );
  const others = ['/nowhere', '/search/', '/en/', '/api/v1', '/api/v1/nowhere', '/api/v1/entries/'];
  const data = ['/assets/nothing.js', '/.well-known/nothing', '/open-data/nothing.csv', '/feed.atom?q=a'];
  const asked = ['/api/v1/entries?limit=1&lang=en', '/api/v1/entries?stranger=1', '/search?q=a'];
  const all = [...new Set([...filled, ...others, ...data, ...asked])];
  return all.filter((path) => !path.includes('*') && !path.endsWith('/metrics'));
}

it('an answer that a shared cache may keep sets no cookie and is the same for everybody', async () => {
  const paths = addresses();
  expect(paths.length).toBeGreaterThan(150);
  const wrong: string[] = [];
  const kept: string[] = [];
  let renewals = 0;
  for (const path of paths) {
    await makeRenewalDue();
    const answers = [await ask(administrator, path), await ask(nobody, path), await ask(reader, path)];
    if (await wasRenewed()) renewals += 1;
    if (!answers.some(({ storable }) => storable)) continue;
    kept.push(path);
    if (answers.some(({ setsCookie }) => setsCookie)) wrong.push(`${path} sets a cookie`);
    if (new Set(answers.map(({ content }) => content)).size > 1) wrong.push(`${path} depends on who asks`);
  }
  expect(wrong).toEqual([]);
  expect(renewals).toBeGreaterThan(50);
  expect(kept).toEqual(
    expect.arrayContaining(['/robots.txt', '/sitemap.xml', '/feed.atom', '/en/feed.atom', '/favicon.svg']),
  );
  expect(kept.filter((path) => path.startsWith('/api/v1')).length).toBeGreaterThan(3);
});

it('nobody is recognised where there is data: the database is not asked, and a session is not renewed', async () => {
  await makeRenewalDue();
  const before = await portal.platform.connection.db.select().from(session);
  for (const path of [
    '/robots.txt',
    '/sitemap.xml',
    '/feed.atom',
    '/api/v1/entries',
    '/open-data/entries.csv',
  ])
    expect((await administrator.get(path)).headers.getSetCookie()).toEqual([]);
  expect(await portal.platform.connection.db.select().from(session)).toEqual(before);
});
