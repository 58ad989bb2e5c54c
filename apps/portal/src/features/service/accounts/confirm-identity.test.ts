import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { join, joinAsOwner, password } from '../../../../test/new-accounts.ts';
import { codeOf, setUpApp, signInWithCode } from '../../../../test/second-factors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { attempt, secondFactor, signInMethod, siteUser } from '../../../platform/identity/schema.ts';

let portal: TestPortal;
let admin: BrowserSession;
let later = 0;
const minutes = (number: number) => number * 60_000;
const now = () => new Date(Date.now() + later);
beforeAll(async () => {
  portal = await openTestPortal({ now });
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
});
afterAll(() => portal.stop());
beforeEach(async () => {
  later = 0;
  await db().delete(attempt);
});

const db = () => portal.platform.connection.db;

async function userOf(email: string) {
  const [user] = await db().select().from(siteUser).where(eq(siteUser.email, email));
  if (!user) throw new Error(`${email} has no account`);
  return user;
}

/** Somebody who owns an organisation. */
async function ownerOf(id: string): Promise<{ browser: BrowserSession; email: string }> {
  const email = `${id}@example.com`;
  return { browser: await joinAsOwner(portal, admin, email, { id, name: `name-of-${id}` }), email };
}

/** The forms that are taken from their holder alone, with what each is sent, and what it answers when it is taken. */
const forms = [
  ['creating an access token', '/access-tokens', { name: 'x', days: '30', 'scope.read': 'on' }, 200],
  ['exporting the data of an organisation', '/data/export', {}, 200],
  ['deleting the data of an organisation', '/data/delete', { confirm: 'name-of-$' }, 303],
] as const;

describe.each(forms)('%s', (_, path, form, taken) => {
  const id = `org${path.replaceAll('/', '-')}`;
  const address = `/organisations/${id}${path}`;
  const sent = (more: object = {}) =>
    Object.fromEntries(
      Object.entries({ ...form, ...more }).map(([name, value]) => [
        name,
        value.replace('name-of-$', `name-of-${id}`),
      ]),
    );
  const pageOf = path === '/data/export' ? `/organisations/${id}/data` : address;
  let owner: Awaited<ReturnType<typeof ownerOf>>;
  beforeAll(async () => {
    later = 0;
    owner = await ownerOf(id);
  });

  it('asks for the password once some minutes have passed, gives back what was typed, and does nothing without', async () => {
    const { browser } = owner;
    later = minutes(16);
    const page = await (await browser.get(pageOf)).text();
    expect(page).toContain('name="password"');
    for (const wrong of [{}, { password: 'not-the-password' }]) {
      const refused = await browser.post(address, sent(wrong));
      expect(refused.status).toBe(400);
      const text = await refused.text();
      expect(text).toContain('パスワードが違います');
      if ('name' in form) expect(text).toContain('value="x"');
      if ('confirm' in form) expect(text).toContain(`value="name-of-${id}"`);
    }
    const acts = await db()
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.actorId, (await userOf(owner.email)).id));
    expect(acts.filter(({ action }) => /^(access-token|organisation-data)\./.test(action))).toEqual([]);
    const done = await browser.post(address, sent({ password }));
    expect(done.status).toBe(taken);
  });

  it('asks nothing again for some minutes, and then does', async () => {
    const { browser } = owner;
    later = minutes(30);
    expect(await (await browser.get(pageOf)).text()).not.toContain('name="password"');
    expect((await browser.post(address, sent())).status).toBe(taken);
    later = minutes(32);
    expect((await browser.post(address, sent())).status).toBe(400);
  });

  it('believes no other session of the same person', async () => {
    later = minutes(40);
    const other = new BrowserSession(portal);
    await other.signIn(owner.email, password);
    later = minutes(54);
    expect((await owner.browser.post(address, sent({ password }))).status).toBe(taken);
    later = minutes(56);
    expect((await other.post(address, sent())).status).toBe(400);
  });
});

describe('who has no password', () => {
  it('is asked for a code of the app, which counts once, and with nothing to show signs in again', async () => {
    const { browser, email } = await ownerOf('passwordless');
    const address = '/organisations/passwordless/access-tokens';
    const form = { name: 'x', days: '30', 'scope.read': 'on' };
    const { id } = await userOf(email);
    const secret = await setUpApp(portal, email);
    await db()
      .delete(signInMethod)
      .where(and(eq(signInMethod.userId, id), eq(signInMethod.providerId, 'credential')));
    later = minutes(16);
    expect(await (await browser.get(address)).text()).toContain('name="code"');
    expect((await browser.post(address, { ...form, code: '000000' })).status).toBe(400);
    const code = await codeOf(secret);
    expect((await browser.post(address, { ...form, code })).status).toBe(200);
    later = minutes(32);
    expect((await browser.post(address, { ...form, code })).status).toBe(400);
    await db().delete(secondFactor).where(eq(secondFactor.userId, id));
    const nothing = await browser.post(address, form);
    expect(nothing.status).toBe(400);
    expect(await nothing.text()).toContain('サインインし直してから15分以内');
  });
});

describe('a passkey', () => {
  const options = '/api/auth/passkey/generate-register-options';

  it('is added by nobody who did not show who they are some minutes before', async () => {
    const email = 'adds-a-key@example.com';
    const browser = await join(portal, admin, email);
    expect((await browser.get(options)).status).toBe(200);
    later = minutes(16);
    const refused = await browser.get(options);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'SESSION_NOT_FRESH' });

    const to = '/account/security';
    expect((await browser.post('/account/security/confirm', { to, password: 'wrong' })).status).toBe(400);
    const confirmed = await browser.post('/account/security/confirm', { to, password });
    expect(confirmed.headers.get('location')).toBe(to);
    expect((await browser.get(options)).status).toBe(200);
  });

  it('can be added where a second factor was shown some minutes before', async () => {
    const email = 'adds-another@example.com';
    await join(portal, admin, email, 'editor');
    const browser = new BrowserSession(portal);
    await browser.signIn(email, password);
    const secret = await setUpApp(portal, email);
    later = minutes(16);
    const code = await codeOf(secret);
    await browser.post('/account/second-factor', { code, to: '/account/security' });
    expect((await browser.get(options)).status).toBe(200);
  });
});

it('an authenticator app asks for the password however recently it was shown', async () => {
  const browser = await join(portal, admin, 'adds-an-app@example.com');
  expect((await browser.post('/account/security/totp', { act: 'start' })).status).toBe(400);
  const begun = await browser.post('/account/security/totp', { act: 'start', totpPassword: password });
  expect(begun.status).toBe(200);
});

it('whoever has no password shows who they are before they set up an app', async () => {
  const email = 'app-without-password@example.com';
  const browser = await join(portal, admin, email);
  const { id } = await userOf(email);
  await db().delete(signInMethod).where(eq(signInMethod.userId, id));
  later = minutes(16);
  expect(await (await browser.get('/account/security')).text()).not.toContain('value="start"');
  expect((await browser.post('/account/security/totp', { act: 'start' })).status).toBe(400);
  later = minutes(14);
  expect((await browser.post('/account/security/totp', { act: 'start' })).status).toBe(200);
});

it('the page that asks leads back within the site only', async () => {
  const browser = await join(portal, admin, 'leads@example.com');
  const page = await (await browser.get('/account/security/confirm?to=https://elsewhere.example/')).text();
  expect(page).toContain('name="to" value="/account/security"');
  const sent = { to: 'https://elsewhere.example/', password };
  const answer = await browser.post('/account/security/confirm', sent);
  expect(answer.headers.get('location') ?? '').not.toContain('elsewhere');
});

it('a session that takes the place of another keeps what was shown in it', async () => {
  const email = 'replaced@example.com';
  await join(portal, admin, email);
  const secret = await setUpApp(portal, email);
  const browser = new BrowserSession(portal);
  await signInWithCode(browser, email, secret);
  later = minutes(20);
  await browser.post('/account/security/confirm', { to: '/account', password });
  later = minutes(30);
  const next = 'seventeen quiet otters';
  expect((await browser.post('/account/security/password', { current: password, next })).status).toBe(303);
  expect((await browser.get('/api/auth/passkey/generate-register-options')).status).toBe(200);
});
