import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { join, password } from '../../../../test/new-accounts.ts';
import { backupCodes, codeOf, secretOf, setUpApp, signInWithCode } from '../../../../test/second-factors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { attempt, passkey, session, siteUser, usedTotpStep } from '../../../platform/identity/schema.ts';

let portal: TestPortal;
/** Another node on the same database. */
let node: TestPortal;
let admin: BrowserSession;
let later = 0;
const now = () => new Date(Date.now() + later);
beforeAll(async () => {
  const env = { KAKEHASHI_SECRET: 'the same secret on both of the nodes' };
  portal = await openTestPortal({ env, now });
  node = await openTestPortal({ env, now, databaseUrl: portal.databaseUrl });
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
});
afterAll(async () => {
  await node.stop();
  await portal.stop();
});
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

async function addPasskey(email: string, id: string): Promise<void> {
  const { id: userId } = await userOf(email);
  const key = { id, userId, publicKey: 'x', credentialID: id, counter: 0, createdAt: now() };
  await db()
    .insert(passkey)
    .values({ ...key, deviceType: 'singleDevice', backedUp: false });
}

async function actsOn(email: string, action: string) {
  const { id } = await userOf(email);
  return db()
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.action, action), eq(auditEntry.objectId, id)));
}

/** Gives the password at each of the browsers, then one code at all of them at once. @returns how many it let in */
async function atOnce(email: string, code: string, browsers: BrowserSession[]): Promise<number> {
  for (const browser of browsers) await browser.signIn(email, password);
  const answers = await Promise.all(
    browsers.map((browser) => browser.post('/sign-in/second-factor', { code, to: '/account' })),
  );
  return answers.filter(({ status }) => status === 303).length;
}

describe('a code of an authenticator app', () => {
  it('is taken once, by one of many at the same time on several nodes', async () => {
    await join(portal, admin, 'once@example.com');
    const secret = await setUpApp(portal, 'once@example.com');
    const browsers = [portal, node, portal, node].map((each) => new BrowserSession(each));
    const code = await codeOf(secret);
    expect(await atOnce('once@example.com', code, browsers)).toBe(1);
    const again = new BrowserSession(node);
    await again.signIn('once@example.com', password);
    const refused = await again.post('/sign-in/second-factor', { code, to: '/account' });
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain('このコードはもう使われました');
    expect((await actsOn('once@example.com', 'second-factor.fail')).length).toBeGreaterThan(0);
  });

  it('leaves the codes before and after it usable, and other accounts alone', async () => {
    await join(portal, admin, 'window@example.com');
    const secret = await setUpApp(portal, 'window@example.com');
    for (const distance of [1, 0]) {
      const answer = await signInWithCode(new BrowserSession(portal), 'window@example.com', secret, distance);
      expect(answer.headers.get('location')).toBe('/account');
    }
    const used = await db().select().from(usedTotpStep);
    expect(used.length).toBeGreaterThanOrEqual(2);
  });

  it('that stands on paper is taken once, too', async () => {
    await join(portal, admin, 'paper@example.com');
    await setUpApp(portal, 'paper@example.com');
    const browsers = [portal, node, portal].map((each) => new BrowserSession(each));
    expect(await atOnce('paper@example.com', backupCodes[0] ?? '', browsers)).toBe(1);
    expect(await atOnce('paper@example.com', backupCodes[0] ?? '', browsers)).toBe(0);
    expect(await atOnce('paper@example.com', backupCodes[1] ?? '', browsers.slice(0, 1))).toBe(1);
  });
});

describe('staff without a second factor', () => {
  const way = '/account/second-factor?to=';

  it.each(['editor', 'reviewer', 'administrator'])(
    'as %s reach their account and no other page',
    async (role) => {
      const browser = await join(portal, admin, `new-${role}@example.com`, role);
      for (const path of ['/review', '/desk', '/editing', '/admin/users'])
        expect((await browser.get(path)).headers.get('location')).toBe(way + encodeURIComponent(path));
      const sent = await browser.post('/admin/organisations', { name: 'x' });
      expect(sent.headers.get('location')).toBe(`${way}%2Fadmin%2Forganisations`);
      expect((await browser.get('/sign-in/begin')).headers.get('location')).toBe('/account/second-factor');
      for (const path of ['/account', '/account/security', '/account/sessions', '/account/second-factor'])
        expect((await browser.get(path)).status).toBe(200);
      expect(await (await browser.get('/')).text()).not.toContain('href="/review"');
      expect((await browser.post('/sign-out')).status).toBe(303);
    },
  );

  it('set up an app and then reach their work', async () => {
    const browser = await join(portal, admin, 'enrols@example.com', 'reviewer');
    const setUp = await browser.post('/account/security/totp', { totpPassword: password, act: 'start' });
    expect((await browser.get('/review')).status).toBe(303);
    const key = /totp-key">([A-Z2-7 ]+)</.exec(await setUp.text())?.[1] ?? '';
    const code = await codeOf(secretOf(key));
    const confirmed = await browser.post('/account/security/totp/confirm', { code });
    expect(confirmed.headers.get('location')).toBe('/sign-in/begin');
    expect((await browser.get('/review')).status).toBe(200);
    expect(await actsOn('enrols@example.com', 'second-factor.enable')).toHaveLength(1);
  });

  it('are asked at once where the role comes while they are signed in', async () => {
    const browser = await join(portal, admin, 'granted@example.com');
    expect((await browser.get('/review')).status).toBe(403);
    await db().update(siteUser).set({ role: 'reviewer' }).where(eq(siteUser.email, 'granted@example.com'));
    expect((await browser.get('/review')).headers.get('location')).toBe(`${way}%2Freview`);
  });

  it('are none of the accounts to try, and the page that lists those says so', async () => {
    const browser = new BrowserSession(portal);
    expect(await (await browser.get('/en/sign-in')).text()).toContain('not asked for the second factor');
    await browser.signIn('reviewer@example.jp');
    expect((await browser.get('/review')).status).toBe(200);
  });
});

describe('staff with a second factor', () => {
  it('who gave the password alone show it before anything, also before they change it', async () => {
    const email = 'keyholder@example.com';
    await join(portal, admin, email, 'editor');
    await addPasskey(email, 'keyholder-1');
    const browser = new BrowserSession(portal);
    await browser.signIn(email, password);
    for (const path of ['/desk', '/account', '/account/security', '/sign-in/begin'])
      expect((await browser.get(path)).headers.get('location')).toContain('/account/second-factor?to=');
    await browser.post('/account/security/passkeys', { passkey: 'keyholder-1' });
    expect(await db().select().from(passkey).where(eq(passkey.id, 'keyholder-1'))).toHaveLength(1);
    expect(await (await browser.get('/account/second-factor')).text()).toContain('本人だと確かめる');

    const secret = await setUpApp(portal, email);
    const wrong = await browser.post('/account/second-factor', { code: '000000', to: '/desk' });
    expect(wrong.status).toBe(400);
    const shown = await browser.post('/account/second-factor', { code: await codeOf(secret), to: '/desk' });
    expect(shown.headers.get('location')).toBe('/desk');
    expect((await browser.get('/desk')).status).toBe(200);
  });

  it('cannot remove the last one, not even two at once', async () => {
    const email = 'last@example.com';
    await join(portal, admin, email, 'editor');
    const secret = await setUpApp(portal, email);
    const browser = new BrowserSession(portal);
    await signInWithCode(browser, email, secret);
    const stop = () => browser.post('/account/security/totp', { totpPassword: password, act: 'stop' });
    const refused = await stop();
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('先に別のパスキーか認証アプリを登録してください');

    await addPasskey(email, 'last-1');
    await addPasskey(email, 'last-2');
    const remove = (passkey: string) => browser.post('/account/security/passkeys', { passkey });
    const answers = await Promise.all([stop(), remove('last-1'), remove('last-2')]);
    expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThan(0);
    const left = await db()
      .select()
      .from(passkey)
      .where(eq(passkey.userId, (await userOf(email)).id));
    expect(left.length + Number((await userOf(email)).twoFactorEnabled)).toBeGreaterThan(0);
  });

  it('of whom nobody is staff may remove it', async () => {
    const browser = await join(portal, admin, 'free@example.com');
    await addPasskey('free@example.com', 'free-1');
    expect((await browser.post('/account/security/passkeys', { passkey: 'free-1' })).status).toBe(303);
  });
});

describe('a session', () => {
  it('of staff ends twelve hours after signing in, though it was used all day, and that is written down', async () => {
    const email = 'long-day@example.com';
    await join(portal, admin, email, 'editor');
    const browser = new BrowserSession(portal);
    await signInWithCode(browser, email, await setUpApp(portal, email));
    const { id } = await userOf(email);
    for (const hours of [3, 6, 9, 11.9]) {
      later = hours * 60 * 60 * 1_000;
      expect((await browser.get('/desk')).status).toBe(200);
      const [row] = await db().select().from(session).where(eq(session.userId, id));
      expect(row?.expiresAt.getTime()).toBeLessThanOrEqual(
        (row?.createdAt.getTime() ?? 0) + 12 * 60 * 60 * 1_000,
      );
    }
    later = 12 * 60 * 60 * 1_000;
    expect((await browser.get('/desk')).headers.get('location')).toBe('/sign-in?to=%2Fdesk');
    const ended = await db().select().from(auditEntry).where(eq(auditEntry.action, 'session.expire'));
    expect(ended.map(({ detail }) => detail)).toContainEqual({ why: 'expired', user: id });
  });

  it('of others ends after thirty days, and what takes its place begins no new count', async () => {
    const browser = await join(portal, admin, 'long-month@example.com');
    const days = (number: number) => number * 24 * 60 * 60 * 1_000;
    for (let day = 0.9; day < 29.9; day += 0.9) {
      later = days(day);
      expect((await browser.get('/account')).status).toBe(200);
    }
    later = days(29.8);
    const next = 'seventeen quiet otters';
    const changed = await browser.post('/account/security/password', { current: password, next });
    expect(changed.status).toBe(303);
    expect((await browser.get('/account')).status).toBe(200);
    later = days(30);
    expect((await browser.get('/account')).status).toBe(303);
  });

  it('that is renewed sets no cookie', async () => {
    const browser = await join(portal, admin, 'renewed@example.com');
    later = 2 * 60 * 60 * 1_000;
    for (const path of ['/account', '/robots.txt', '/api/v1/entries'])
      expect((await browser.get(path)).headers.getSetCookie()).toEqual([]);
  });

  it('leaves a trace when its holder signs out or changes the password', async () => {
    const browser = await join(portal, admin, 'leaves@example.com');
    const other = new BrowserSession(portal);
    await other.signIn('leaves@example.com', password);
    const { id } = await userOf('leaves@example.com');
    const next = 'seventeen quiet otters';
    await browser.post('/account/security/password', { current: password, next });
    await browser.post('/sign-out');
    const entries = await db()
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.actorId, id))
      .orderBy(auditEntry.id);
    const ends = entries.filter(({ objectKind }) => objectKind === 'session');
    expect(ends.map(({ action, detail }) => [action, detail.why ?? detail.through])).toEqual([
      ['session.start', '/sign-in/email'],
      ['session.start', '/sign-in/email'],
      ['session.end', 'password-changed'],
      ['session.sign-out', 'sign-out'],
    ]);
  });
});
