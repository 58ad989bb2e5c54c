import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { join, linkInMail, password } from '../../../../test/new-accounts.ts';
import { codeOf, setUpApp } from '../../../../test/second-factors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { addUser } from '../../../platform/identity/new-user.ts';
import {
  attempt,
  organisation,
  passkey,
  secondFactor,
  signInMethod,
  siteUser,
} from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { createAccessToken, recogniseAccessToken } from '../../../platform/organisations/access-token.ts';
import { forgetExpired } from './jobs.ts';

const day = 24 * 60 * 60 * 1_000;
let portal: TestPortal;
let admin: BrowserSession;
let later = 0;
beforeAll(async () => {
  portal = await openTestPortal({ now: () => new Date(Date.now() + later) });
});
afterAll(() => portal.stop());
beforeEach(async () => {
  later = 0;
  // Each test asks for as many mails as it likes.
  await portal.platform.connection.db.delete(attempt);
  // Moving the clock forward ends the session.
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
});

const db = () => portal.platform.connection.db;

async function userOf(email: string) {
  const [user] = await db().select().from(siteUser).where(eq(siteUser.email, email));
  return user;
}

const ask = (browser: BrowserSession, newEmail: string, proof: Record<string, string> = { password }) =>
  browser.post('/account/email', { newEmail, ...proof });

async function tokenSentTo(address: string): Promise<string> {
  const link = new URL(await linkInMail(portal, address, '/verify-email'), 'http://localhost');
  return link.searchParams.get('token') ?? '';
}

/** Changes the address from end to end. */
async function change(browser: BrowserSession, newEmail: string): Promise<void> {
  expect((await ask(browser, newEmail)).headers.get('location')).toBe('/account?notice=emailSent');
  const answer = await browser.post('/verify-email', { token: await tokenSentTo(newEmail) });
  expect(answer.headers.get('location')).toBe('/account?notice=emailChanged');
}

const undoLink = (address: string) => linkInMail(portal, address, '/email-undo/');
const undo = async (link: string) => (await new BrowserSession(portal).post(link)).status;

async function actsOn(userId: string | undefined, action: string) {
  return db()
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.objectId, userId ?? ''), eq(auditEntry.action, action)));
}

describe('another address', () => {
  it('is asked for with the password, and each wrong one is written down', async () => {
    const browser = await join(portal, admin, 'asks@example.com');
    const user = await userOf('asks@example.com');
    for (const proof of [{}, { password: '' }, { password: 'not the password' }])
      expect((await ask(browser, 'asked@example.com', proof as Record<string, string>)).status).toBe(400);
    expect(
      await db().select().from(mailMessage).where(eq(mailMessage.toAddress, 'asked@example.com')),
    ).toEqual([]);
    expect(await actsOn(user?.id, 'confirmation.fail')).toHaveLength(1);
    expect((await ask(browser, 'asked@example.com')).status).toBe(303);
  });

  it('is asked for with a code, or a passkey, by whoever has no password', async () => {
    const browser = await join(portal, admin, 'coder@example.com');
    const user = await userOf('coder@example.com');
    const secret = await setUpApp(portal, 'coder@example.com');
    await db()
      .delete(signInMethod)
      .where(eq(signInMethod.userId, user?.id ?? ''));
    expect(await (await browser.get('/account')).text()).toContain('name="code"');
    expect((await ask(browser, 'coded@example.com', { code: '000000' })).status).toBe(400);
    expect((await ask(browser, 'coded@example.com', { code: await codeOf(secret) })).status).toBe(303);

    await db()
      .delete(secondFactor)
      .where(eq(secondFactor.userId, user?.id ?? ''));
    const key = { id: 'coder-key', userId: user?.id ?? '', publicKey: 'x', credentialID: 'y', counter: 0 };
    await db()
      .insert(passkey)
      .values({ ...key, deviceType: 'singleDevice', backedUp: false });
    for (const proof of [
      {},
      { passkey: 'no JSON' },
      { passkey: '{"id":"y"}' },
      { passkey: '{"id":"\\u0000"}' },
    ])
      expect((await ask(browser, 'keyed@example.com', proof as Record<string, string>)).status).toBe(400);
  });

  it('counts once its link is confirmed, in the session that asked and in no other', async () => {
    const browser = await join(portal, admin, 'before@example.com');
    const other = new BrowserSession(portal);
    await other.signIn('before@example.com', password);
    await ask(browser, 'after@example.com');
    const token = await tokenSentTo('after@example.com');
    const link = `/verify-email?token=${token}`;
    expect(await (await browser.get(link)).text()).toContain('name="token"');
    for (const wrong of [other, new BrowserSession(portal), admin]) {
      expect(await (await wrong.get(link)).text()).toContain('このブラウザーでは確認できません');
      expect((await wrong.post('/verify-email', { token })).status).toBe(400);
    }
    expect(await userOf('after@example.com')).toBeUndefined();

    const both = await Promise.all([1, 2, 3].map(() => browser.post('/verify-email', { token })));
    expect(both.filter(({ status }) => status === 303)).toHaveLength(1);
    expect((await browser.post('/verify-email', { token })).status).toBe(400);
    expect(await userOf('after@example.com')).toMatchObject({ emailVerified: true });
    expect((await browser.get('/account')).status).toBe(200);
    expect((await other.get('/account')).status).toBe(303);
    expect(await actsOn((await userOf('after@example.com'))?.id, 'email.change')).toHaveLength(1);
  });

  it('is confirmed by the newest link alone, within a day', async () => {
    const browser = await join(portal, admin, 'twice@example.com');
    await ask(browser, 'first@example.com');
    const first = await tokenSentTo('first@example.com');
    await ask(browser, 'second@example.com');
    expect((await browser.post('/verify-email', { token: first })).status).toBe(400);
    const second = await tokenSentTo('second@example.com');
    later = day;
    expect(await (await browser.get(`/verify-email?token=${second}`)).text()).toContain('もう使えません');
  });

  it('that somebody has, or may come back to, is not taken, and the answer does not tell', async () => {
    const browser = await join(portal, admin, 'wants@example.com');
    const formerUser = await join(portal, admin, 'left@example.com');
    await change(formerUser, 'moved@example.com');
    for (const taken of ['editor@example.jp', 'left@example.com']) {
      expect((await ask(browser, taken)).headers.get('location')).toBe('/account?notice=emailSent');
      const mails = await db()
        .select()
        .from(mailMessage)
        .where(and(eq(mailMessage.toAddress, taken), like(mailMessage.key, 'verify-email/%')));
      expect(mails).toEqual([]);
    }
    const user = {
      email: 'left@example.com',
      name: 'x',
      role: 'provider',
      language: 'ja',
      passwordHash: 'x',
    } as const;
    expect(await addUser(db(), user, portal.platform.now())).toBeUndefined();
    expect(await addUser(db(), user, new Date(Date.now() + 8 * day))).toBeDefined();
  });

  it('is told to the former one at once, and voids links to set a password', async () => {
    const browser = await join(portal, admin, 'former@example.com');
    await browser.post('/password-reset', { email: 'former@example.com' });
    const reset = await linkInMail(portal, 'former@example.com', '/password-reset/');
    await change(browser, 'latter@example.com');
    const [mail] = await db()
      .select()
      .from(mailMessage)
      .where(and(eq(mailMessage.toAddress, 'former@example.com'), like(mailMessage.key, 'email-changed/%')));
    expect(mail?.subject).toBe('メールアドレスが変わりました（架け橋）');
    expect(mail?.text).toContain('7日以内');
    expect((await browser.post(reset, { password: 'seventeen quiet otters' })).status).toBe(400);
  });
});

describe('the former address', () => {
  it('voids the access tokens that the thief made, and no other', async () => {
    const browser = await join(portal, admin, 'token-owner@example.com');
    const user = await userOf('token-owner@example.com');
    const [place] = await db().select().from(organisation).limit(1);
    const { rooms, now } = portal.platform;
    const tenant = rooms.tenant(place?.id ?? '');
    const make = async (name: string) => {
      const by = { id: user?.id ?? '', network: null };
      const made = await createAccessToken(tenant, { name, scopes: [], days: 30 }, by, now());
      return made.ok ? made.value.token : '';
    };
    const works = async (token: string) =>
      (await recogniseAccessToken(rooms, token, null, now())) !== undefined;
    const own = await make('own');
    await change(browser, 'token-thief@example.com');
    const stolen = await make('stolen');
    expect([await works(own), await works(stolen)]).toEqual([true, true]);
    expect(await undo(await undoLink('token-owner@example.com'))).toBe(303);
    expect([await works(own), await works(stolen)]).toEqual([true, false]);
  });

  it('takes the account back within seven days, signed out, once, and ends every session', async () => {
    const browser = await join(portal, admin, 'owner-a@example.com');
    await change(browser, 'thief-b@example.com');
    const user = await userOf('thief-b@example.com');
    const link = await undoLink('owner-a@example.com');
    const page = await (await portal.get(link)).text();
    expect(page).toContain('owner-a@example.com');
    expect(page).not.toContain('thief-b@example.com');
    expect(await userOf('thief-b@example.com')).toBeDefined();

    const all = await Promise.all([1, 2, 3].map(() => undo(link)));
    expect(all.sort()).toEqual([303, 410, 410]);
    expect((await portal.get(link)).status).toBe(410);
    expect(await userOf('owner-a@example.com')).toMatchObject({ id: user?.id });
    expect((await browser.get('/account')).status).toBe(303);
    const entries = await actsOn(user?.id, 'email.restore');
    expect(entries).toMatchObject([
      { actorId: null, network: '127.0.0.0/24', detail: { removed: { password: 1 } } },
    ]);
    expect(JSON.stringify(entries)).not.toContain('@');
  });

  it('then finds no way in that a thief knows or set up, and chooses a new password', async () => {
    const browser = await join(portal, admin, 'robbed@example.com');
    const user = await userOf('robbed@example.com');
    await change(browser, 'robber@example.com');
    await setUpApp(portal, 'robber@example.com');
    const key = { id: 'robber-key', userId: user?.id ?? '', publicKey: 'x', credentialID: 'z', counter: 0 };
    await db()
      .insert(passkey)
      .values({ ...key, deviceType: 'singleDevice', backedUp: false, createdAt: portal.platform.now() });
    await undo(await undoLink('robbed@example.com'));
    const again = new BrowserSession(portal);
    expect((await again.signIn('robbed@example.com', password)).status).toBe(401);
    expect(await db().select().from(passkey).where(eq(passkey.id, 'robber-key'))).toEqual([]);
    const reset = await linkInMail(portal, 'robbed@example.com', '/password-reset/');
    expect((await again.post(reset, { password: 'seventeen quiet otters' })).status).toBe(303);
    const signedIn = await again.signIn('robbed@example.com', 'seventeen quiet otters');
    expect(signedIn.headers.get('location')).toBe('/account');
  });

  it('is told of factors that were set up before and stay, and of no others', async () => {
    const browser = await join(portal, admin, 'factors@example.com');
    await change(browser, 'factors-b@example.com');
    await setUpApp(portal, 'factors-b@example.com');
    const link = await undoLink('factors@example.com');
    const notice = '変更より前からのパスキーと認証アプリは残ります';
    expect(await (await portal.get(link)).text()).not.toContain(notice);
    await db()
      .update(secondFactor)
      .set({ enabledAt: new Date(Date.now() - day) })
      .where(eq(secondFactor.userId, (await userOf('factors-b@example.com'))?.id ?? ''));
    const page = await (await portal.get(link)).text();
    expect(page).toContain(notice);
    expect(page).toContain('href="/about"');
    const english = await (await portal.get(`/en${link}`)).text();
    expect(english).toContain('Passkeys and apps from before the change stay');
  });

  it('cannot after seven days, and nobody else can use its link', async () => {
    const browser = await join(portal, admin, 'late@example.com');
    await change(browser, 'later@example.com');
    const link = await undoLink('late@example.com');
    expect(await undo('/email-undo/of-nothing')).toBe(410);
    later = 7 * day;
    expect(await undo(link)).toBe(410);
    await forgetExpired(portal.platform);
    expect(await userOf('later@example.com')).toBeDefined();
  });

  it('the oldest wins over every later one, and voids their links', async () => {
    const browser = await join(portal, admin, 'oldest@example.com');
    await change(browser, 'middle@example.com');
    await change(browser, 'newest@example.com');
    const [oldest, middle] = [await undoLink('oldest@example.com'), await undoLink('middle@example.com')];
    expect(await undo(oldest)).toBe(303);
    expect(await userOf('oldest@example.com')).toBeDefined();
    expect(await undo(middle)).toBe(410);
    expect(await userOf('oldest@example.com')).toBeDefined();
  });

  it('the oldest still wins after a later one took the account back', async () => {
    const browser = await join(portal, admin, 'eldest@example.com');
    await change(browser, 'mid@example.com');
    await change(browser, 'new@example.com');
    const [first, mid] = [await undoLink('eldest@example.com'), await undoLink('mid@example.com')];
    expect(await undo(mid)).toBe(303);
    expect(await userOf('mid@example.com')).toBeDefined();
    expect(await undo(first)).toBe(303);
    expect(await userOf('eldest@example.com')).toBeDefined();
  });

  it('cannot take back what has come back to an older one by itself', async () => {
    const browser = await join(portal, admin, 'home@example.com');
    await change(browser, 'away@example.com');
    await change(browser, 'home@example.com');
    expect(await undo(await undoLink('away@example.com'))).toBe(410);
    expect(await userOf('home@example.com')).toBeDefined();
  });

  it('is forgotten with the account', async () => {
    const browser = await join(portal, admin, 'gone-a@example.com');
    await change(browser, 'gone-b@example.com');
    const link = await undoLink('gone-a@example.com');
    await browser.post('/account/data/delete', { confirm: '退会する', password });
    expect(await undo(link)).toBe(410);
    const rows = await db().select().from(siteUser);
    expect(JSON.stringify(rows)).not.toContain('gone-');
  });
});
