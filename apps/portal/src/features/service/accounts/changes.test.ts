import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { join, linkInMail, password } from '../../../../test/new-accounts.ts';
import { secretOf } from '../../../../test/second-factors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { passkey, siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { isHardToGuess } from './guessable.ts';

let portal: TestPortal;
let admin: BrowserSession;
beforeAll(async () => {
  portal = await openTestPortal();
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
});
afterAll(() => portal.stop());

const linkTo = (address: string, part: string) => linkInMail(portal, address, part);
const joined = (email: string) => join(portal, admin, email);

async function userOf(email: string) {
  const [user] = await portal.platform.connection.db.select().from(siteUser).where(eq(siteUser.email, email));
  return user;
}

describe('a change of the ways into an account', () => {
  /** Subjects of the mails that asked an address whether a change was theirs, oldest first. */
  async function askedAt(address: string): Promise<string[]> {
    const { db } = portal.platform.connection;
    const mails = await db
      .select()
      .from(mailMessage)
      .where(and(eq(mailMessage.toAddress, address), like(mailMessage.key, 'account-change/%')))
      .orderBy(mailMessage.createdAt);
    return mails.map(({ subject }) => subject);
  }
  const totp = async (browser: BrowserSession) => {
    const setUp = await browser.post('/account/security/totp', { totpPassword: password, act: 'start' });
    const key = /totp-key">([A-Z2-7 ]+)</.exec(await setUp.text())?.[1] ?? '';
    const { api } = portal.platform.identity.auth;
    const { code } = await api.generateTOTP({ body: { secret: secretOf(key) } });
    await browser.post('/account/security/totp/confirm', { code });
  };

  it('of the password is asked about by mail, whether it was changed or set anew by a link', async () => {
    const browser = await joined('asked@example.com');
    const next = 'seventeen quiet otters';
    await browser.post('/account/security/password', { current: password, next });
    expect(await askedAt('asked@example.com')).toEqual(['パスワードが変わりました（架け橋）']);
    await browser.post('/password-reset', { email: 'asked@example.com' });
    await browser.post(await linkTo('asked@example.com', '/password-reset/'), {
      password: 'lantern gravel 88 dusk',
    });
    expect(await askedAt('asked@example.com')).toHaveLength(2);
  });

  it('that was refused is asked about by no mail', async () => {
    const browser = await joined('unasked@example.com');
    const next = 'seventeen quiet otters';
    expect(
      (await browser.post('/account/security/password', { current: 'not-the-password', next })).status,
    ).toBe(400);
    await browser.post('/account/security/totp', { totpPassword: password, act: 'start' });
    expect(await askedAt('unasked@example.com')).toEqual([]);
  });

  it('of the authenticator app is asked about in the holder’s language', async () => {
    const browser = await joined('app@example.com');
    await browser.post('/account', { name: 'App', language: 'en' });
    await totp(browser);
    await browser.post('/account/security/totp', { totpPassword: password, act: 'codes' });
    await browser.post('/account/security/totp', { totpPassword: password, act: 'stop' });
    expect(await askedAt('app@example.com')).toEqual([
      'An authenticator app was added (Kakehashi)',
      'The backup codes were renewed (Kakehashi)',
      'The authenticator app was turned off (Kakehashi)',
    ]);
    expect(await linkTo('app@example.com', '/password-reset')).toBe('/en/password-reset');
  });

  it('of passkeys is asked about, too', async () => {
    const browser = await joined('key@example.com');
    const user = await userOf('key@example.com');
    const { db } = portal.platform.connection;
    const key = { id: 'a-passkey', userId: user?.id ?? '', publicKey: 'x', credentialID: 'y', counter: 0 };
    await db.insert(passkey).values({ ...key, deviceType: 'singleDevice', backedUp: false });
    await browser.post('/account/security/passkeys', { passkey: 'a-passkey' });
    expect(await askedAt('key@example.com')).toEqual(['パスキーが削除されました（架け橋）']);
  });
});

describe('a password that is easy to guess', () => {
  const guessable = ['password1234', 'qwertyuiop12', '1q2w3e4r5t6y', 'sakurasakura', 'guessed@example.com1'];
  const refusal = 'このパスワードは推測されやすいため';

  it.each(guessable)('is not taken with an invitation: %s', async (weak) => {
    await admin.post('/admin/invitations', {
      email: 'guessed@example.com',
      role: 'provider',
      language: 'ja',
    });
    const link = await linkTo('guessed@example.com', '/invitations/');
    const answer = await new BrowserSession(portal).post(link, { name: '推測 太郎', password: weak });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(refusal);
    expect(await userOf('guessed@example.com')).toBeUndefined();
    const english = await new BrowserSession(portal).post(`/en${link}`, { name: 'G', password: weak });
    expect(await english.text()).toContain('This password is easy to guess');
  });

  it('is not taken where the password is changed, nor where it is set anew, and the link works on', async () => {
    const browser = await joined('weak@example.com');
    const changed = await browser.post('/account/security/password', {
      current: password,
      next: 'password1234',
    });
    expect(changed.status).toBe(400);
    expect(await changed.text()).toContain(refusal);
    await browser.post('/password-reset', { email: 'weak@example.com' });
    const link = await linkTo('weak@example.com', '/password-reset/');
    const reset = await browser.post(link, { password: 'weak@example.com1' });
    expect(reset.status).toBe(400);
    expect(await reset.text()).toContain(refusal);
    expect((await browser.post(link, { password: 'seventeen quiet otters' })).status).toBe(303);
  });

  it('is told from a good one, in Japanese too', async () => {
    const holder = { email: 'hanako.yamada@example.jp', name: '山田 花子' };
    const good = [
      'seventeen quiet otters',
      'とてもながいあいことばです',
      '4dm1n1str4t0r$ecr3t'.repeat(6),
      'Lk9#mvQ2!xTz',
    ];
    for (const each of good) expect((await isHardToGuess(each, holder, 'x')).ok, each).toBe(true);
    for (const weak of [
      'hanako.yamada@',
      'yamadahanako',
      'kakehashi1234',
      'kakehashikakehashi',
      '123456789012',
    ])
      expect((await isHardToGuess(weak, holder, 'x')).ok, weak).toBe(false);
  });
});
