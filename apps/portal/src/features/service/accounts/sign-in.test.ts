import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { session, siteUser } from '../../../platform/identity/schema.ts';

let portal: TestPortal;
beforeAll(async () => {
  portal = await openTestPortal();
});
afterAll(() => portal.stop());

const editor = 'editor@example.jp';
const sessionToken = 'kakehashi.session_token';

it('a password opens a session, and every page knows of it', async () => {
  const browser = new BrowserSession(portal);
  const answer = await browser.signIn(editor);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/account');
  expect(await (await browser.get('/')).text()).toContain('見本 編集者');
  const cookie = answer.headers.getSetCookie().find((each) => each.startsWith(sessionToken));
  expect(cookie).toMatch(/HttpOnly/i);
  expect(cookie).toMatch(/SameSite=Lax/i);
});

it.each([
  ['provider@example.jp', '/desk'],
  ['reviewer@example.jp', '/review'],
  ['admin@example.jp', '/review'],
])('%s, who asked for no page, is led to where their work begins: %s', async (email, place) => {
  const browser = new BrowserSession(portal);
  expect(await (await browser.get('/sign-in')).text()).toContain('name="to" value="/sign-in/begin"');
  await browser.signIn(email, 'kakehashi-demo', '/sign-in/begin');
  expect((await browser.get('/sign-in/begin')).headers.get('location')).toBe(place);
});

it('signing in is written down with the way and the network, not the address', async () => {
  await new BrowserSession(portal).signIn('reviewer@example.jp');
  const { db } = portal.platform.connection;
  const entries = await db.select().from(auditEntry).where(eq(auditEntry.action, 'session.start'));
  expect(entries.at(-1)).toMatchObject({
    network: '127.0.0.0/24',
    detail: { through: '/sign-in/email' },
  });
});

it('the cookie is Secure where the site is reached over TLS', async () => {
  const secure = await openTestPortal({
    env: { KAKEHASHI_BASE_URL: 'https://localhost', KAKEHASHI_SECRET: 'nR4tq0v8Zk1mXw7sYb3dJg5hLc9fPa2e' },
  });
  const answer = await new BrowserSession(secure).signIn(editor);
  await secure.stop();
  expect(answer.headers.getSetCookie().join()).toMatch(/__Secure-kakehashi\.session_token=[^,]*Secure/);
});

it('a wrong password and an unknown address get the same answer', async () => {
  const browser = new BrowserSession(portal);
  const wrong = await browser.signIn(editor, 'not-the-password');
  const unknown = await browser.signIn('nobody-here@example.jp', 'not-the-password');
  const neutral = async (answer: Response) =>
    (await answer.text())
      .replaceAll(/nonce="[^"]*"/g, '')
      .replaceAll(editor, 'ADDRESS')
      .replaceAll('nobody-here@example.jp', 'ADDRESS');
  expect([wrong.status, unknown.status]).toEqual([401, 401]);
  expect(await neutral(unknown)).toBe(await neutral(wrong));
});

it('ten failures lock an account, known or not, and say when to come back', async () => {
  const browser = new BrowserSession(portal);
  for (const email of ['reviewer@example.jp', 'nobody@example.jp']) {
    for (let attempt = 0; attempt < 10; attempt += 1)
      expect((await browser.signIn(email, 'wrong-wrong-wrong')).status).toBe(401);
    const locked = await browser.signIn(email);
    expect(locked.status).toBe(429);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(60);
  }
});

it('a session somebody else planted does not survive signing in', async () => {
  const attacker = new BrowserSession(portal);
  await attacker.signIn('provider@example.jp');
  const planted = attacker.cookies.get(sessionToken) ?? '';
  const victim = new BrowserSession(portal);
  victim.cookies.set(sessionToken, planted);
  await victim.signIn(editor);
  expect(victim.cookies.get(sessionToken)).not.toBe(planted);
  expect((await attacker.get('/account')).status).toBe(303);
});

it('signing out ends the session, not only the cookie', async () => {
  const browser = new BrowserSession(portal);
  await browser.signIn(editor);
  const kept = browser.cookies.get(sessionToken) ?? '';
  await browser.post('/sign-out');
  const again = new BrowserSession(portal);
  again.cookies.set(sessionToken, kept);
  expect((await again.get('/account')).headers.get('location')).toBe('/sign-in?to=%2Faccount');
});

it.each(['https://example.com/', '//example.com/', '/\\example.com/', '/\t/example.com'])(
  'signing in does not lead to %j',
  async (to) => {
    const answer = await new BrowserSession(portal).signIn(editor, 'kakehashi-demo', to);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
    const page = await (await portal.get(`/sign-in?to=${encodeURIComponent(to)}`)).text();
    expect(page).toContain('name="to" value="/sign-in/begin"');
  },
);

it.each([
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://example.com' }],
  ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://sister.example.jp' }],
  ['another origin, in a browser that says no more', { 'sec-fetch-site': '', origin: 'https://example.com' }],
  ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
])('a form that %s sends is refused', async (_, headers) => {
  const browser = new BrowserSession(portal);
  await browser.signIn('admin@example.jp');
  const answer = await browser.post('/admin/organisations', { name: 'forged' }, headers);
  expect(answer.status).toBe(403);
});

it('a form that says nothing of where it comes from is refused', async () => {
  expect((await portal.post('/sign-in', { email: editor, password: 'kakehashi-demo' })).status).toBe(403);
});

it('a field that the form does not have refuses the form: nobody makes themselves an administrator', async () => {
  const browser = new BrowserSession(portal);
  await browser.signIn('provider@example.jp');
  const answer = await browser.post('/account', { name: 'x', language: 'ja', role: 'administrator' });
  expect(answer.status).toBe(400);
  const { db } = portal.platform.connection;
  const [user] = await db.select().from(siteUser).where(eq(siteUser.email, 'provider@example.jp'));
  expect(user).toMatchObject({ role: 'provider', name: '見本 登録者' });
});

it('what somebody typed is shown as text, never as markup', async () => {
  const answer = await new BrowserSession(portal).signIn('"><script>alert(1)</script>');
  expect(await answer.text()).not.toContain('<script>alert(1)');
});

it('of better-auth only what passkeys and OpenID need is reached over HTTP', async () => {
  const browser = new BrowserSession(portal);
  await browser.signIn(editor);
  for (const path of ['sign-in/email', 'sign-up/email', 'update-user', 'organization/create', 'ok'])
    expect((await browser.post(`/api/auth/${path}`)).status).toBe(404);
  expect((await browser.get('/api/auth/get-session')).status).toBe(404);
});

it('a session keeps no address', async () => {
  const { db } = portal.platform.connection;
  const sessions = await db.select().from(session);
  expect(sessions.length).toBeGreaterThan(0);
  expect(sessions.map(({ ipAddress }) => ipAddress).filter(Boolean)).toEqual([]);
});

it('the shown accounts are gone where others could reach the portal', async () => {
  const open = await openTestPortal({
    databaseUrl: portal.databaseUrl,
    env: { KAKEHASHI_BASE_URL: 'https://portal.example.jp' },
  });
  const browser = new BrowserSession(open);
  const page = await (await browser.get('/sign-in')).text();
  const answer = await browser.signIn(editor);
  await open.stop();
  expect(page).not.toContain('kakehashi-demo');
  expect(answer.status).toBe(401);
});
