import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BrowserSession } from '../../../../test/browser-session.ts';
import { join, linkInMail, password } from '../../../../test/new-accounts.ts';
import { codeOf, secretOf } from '../../../../test/second-factors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { invitation, session, siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';

let portal: TestPortal;
let admin: BrowserSession;
beforeAll(async () => {
  portal = await openTestPortal();
  admin = new BrowserSession(portal);
  await admin.signIn('admin@example.jp');
});
afterAll(() => portal.stop());

const linkTo = (address: string, part: string) => linkInMail(portal, address, part);
const joined = (email: string, role?: string) => join(portal, admin, email, role);

async function userOf(email: string) {
  const [user] = await portal.platform.connection.db.select().from(siteUser).where(eq(siteUser.email, email));
  return user;
}

it('an invitation makes an account with its role, once', async () => {
  await joined('new-editor@example.com', 'editor');
  expect(await userOf('new-editor@example.com')).toMatchObject({ role: 'editor', emailVerified: true });
  const link = await linkTo('new-editor@example.com', '/invitations/');
  expect((await portal.get(link)).status).toBe(410);
  expect((await new BrowserSession(portal).post(link, { name: 'x', password })).status).toBe(410);
});

it('of an invitation only a digest of its token is kept', async () => {
  await admin.post('/admin/invitations', { email: 'digest@example.com', role: 'provider', language: 'en' });
  const link = await linkTo('digest@example.com', '/en/invitations/');
  const rows = await portal.platform.connection.db.select().from(invitation);
  expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1));
});

it('a withdrawn invitation opens nothing', async () => {
  await admin.post('/admin/invitations', {
    email: 'withdrawn@example.com',
    role: 'provider',
    language: 'ja',
  });
  const { db } = portal.platform.connection;
  const [offer] = await db.select().from(invitation).where(eq(invitation.email, 'withdrawn@example.com'));
  await admin.post(`/admin/invitations/${offer?.id}/withdraw`);
  expect((await portal.get(await linkTo('withdrawn@example.com', '/invitations/'))).status).toBe(410);
});

it('an owner invites a colleague, and neither reads another organisation nor withdraws its invitations', async () => {
  const created = await admin.post('/admin/organisations', { name: '一つめの協会' });
  const one = created.headers.get('location') ?? '';
  const two =
    (await admin.post('/admin/organisations', { name: '二つめの協会' })).headers.get('location') ?? '';
  const owner = new BrowserSession(portal);
  await admin.post(`${one}/invitations`, { email: 'owner@example.com', role: 'owner', language: 'ja' });
  await owner.post(await linkTo('owner@example.com', '/invitations/'), { name: '責任者', password });

  expect((await owner.get(one)).status).toBe(200);
  expect((await owner.get(two)).status).toBe(404);
  await owner.post(`${one}/invitations`, { email: 'member@example.com', role: 'member', language: 'ja' });
  expect((await portal.get(await linkTo('member@example.com', '/invitations/'))).status).toBe(200);

  await admin.post(`${two}/invitations`, { email: 'other@example.com', role: 'owner', language: 'ja' });
  const { db } = portal.platform.connection;
  const [foreign] = await db.select().from(invitation).where(eq(invitation.email, 'other@example.com'));
  await owner.post(`${one}/invitations/${foreign?.id}/withdraw`);
  expect((await portal.get(await linkTo('other@example.com', '/invitations/'))).status).toBe(200);
});

it('an owner pesters no address with invitations, and the mail begins with the body’s own words', async () => {
  const created = await admin.post('/admin/organisations', { name: '三つめの協会' });
  const place = created.headers.get('location') ?? '';
  await admin.post(`${place}/invitations`, { email: 'third@example.com', role: 'owner', language: 'ja' });
  const owner = new BrowserSession(portal);
  await owner.post(await linkTo('third@example.com', '/invitations/'), { name: '責任者', password });
  const refusedName = await owner.post('/account', { name: '当選 ｅｖｉｌ．ｃｏｍ', language: 'ja' });
  expect(refusedName.status).toBe(400);
  expect(await refusedName.text()).toContain('メールアドレスやサイトのアドレス');
  const { db } = portal.platform.connection;
  // As it may have been entered before names were looked at.
  await db
    .update(siteUser)
    .set({ name: '今すぐ https://evil.example へ' })
    .where(eq(siteUser.email, 'third@example.com'));
  const send = (email: string) =>
    owner.post(`${place}/invitations`, { email, role: 'member', language: 'ja' });
  const answers = [];
  for (let time = 0; time < 25; time += 1) answers.push((await send('pestered@example.com')).status);
  expect(answers.filter((status) => status === 303)).toHaveLength(3);
  expect(answers.at(-1)).toBe(429);
  const mails = await db.select().from(mailMessage).where(eq(mailMessage.toAddress, 'pestered@example.com'));
  expect(mails).toHaveLength(3);
  for (const { subject, text } of mails) {
    expect(subject).toBe('架け橋への招待');
    expect(text).toMatch(/^サイバーセキュリティの取組/);
    expect(text).not.toContain('evil');
    expect(text?.indexOf('今すぐ')).toBeGreaterThan(text?.indexOf('/invitations/') ?? 0);
  }
  const sent = await Promise.all(
    Array.from({ length: 60 }, (_, number) => send(`many-${number}@example.com`)),
  );
  expect(sent.filter(({ status }) => status === 303)).toHaveLength(17);
});

it('an organisation keeps an owner', async () => {
  const page = await (await admin.get('/admin/organisations')).text();
  const address = /href="(\/organisations\/[^"]+)">一つめの協会/.exec(page)?.[1] ?? '';
  const owner = new BrowserSession(portal);
  await owner.signIn('owner@example.com', password);
  const members = await (await owner.get(address)).text();
  const member = /\/members\/([^"/]+)"/.exec(members)?.[1];
  const answer = await owner.post(`${address}/members/${member}`, { role: 'member' });
  expect(answer.status).toBe(409);
});

it('another role ends all sessions and is written down', async () => {
  const browser = await joined('promoted@example.com');
  const user = await userOf('promoted@example.com');
  await admin.post(`/admin/users/${user?.id}/role`, { role: 'reviewer' });
  expect((await browser.get('/account')).status).toBe(303);
  const { db } = portal.platform.connection;
  const entries = await db.select().from(auditEntry).where(eq(auditEntry.action, 'user.set-role'));
  expect(entries.at(-1)).toMatchObject({
    objectId: user?.id,
    detail: { from: 'provider', to: 'reviewer' },
  });
});

it('a suspended user is out at once and stays out until restored', async () => {
  const browser = await joined('suspended@example.com');
  const user = await userOf('suspended@example.com');
  await admin.post(`/admin/users/${user?.id}/suspend`);
  expect((await browser.get('/account')).status).toBe(303);
  expect((await browser.signIn('suspended@example.com', password)).status).toBe(401);
  await admin.post(`/admin/users/${user?.id}/restore`);
  expect((await browser.signIn('suspended@example.com', password)).status).toBe(303);
});

it('the last administrator can neither step down nor leave', async () => {
  const user = await userOf('admin@example.jp');
  expect((await admin.post(`/admin/users/${user?.id}/role`, { role: 'editor' })).status).toBe(409);
  expect((await admin.post(`/admin/users/${user?.id}/suspend`)).status).toBe(409);
  const leave = { confirm: '退会する', password: 'kakehashi-demo' };
  expect((await admin.post('/account/data/delete', leave)).status).toBe(409);
});

it('a forgotten password is set anew by mail, once, and ends all sessions', async () => {
  const browser = await joined('forgetful@example.com');
  const visitor = new BrowserSession(portal);
  await visitor.post('/password-reset', { email: 'forgetful@example.com' });
  const link = await linkTo('forgetful@example.com', '/password-reset/');
  const renewed = await visitor.post(link, { password: 'another-long-password' });
  expect(renewed.headers.get('location')).toBe('/sign-in?notice=passwordChanged');
  expect((await browser.get('/account')).status).toBe(303);
  expect((await visitor.post(link, { password: 'once-more-with-it' })).status).toBe(400);
  expect((await visitor.signIn('forgetful@example.com', 'another-long-password')).status).toBe(303);
});

it('asking for a link says the same for an address without an account', async () => {
  const visitor = new BrowserSession(portal);
  const known = await visitor.post('/password-reset', { email: 'editor@example.jp' });
  const unknown = await visitor.post('/password-reset', { email: 'no-account@example.com' });
  const neutral = async (answer: Response) => (await answer.text()).replaceAll(/nonce="[^"]*"/g, '');
  expect(unknown.status).toBe(known.status);
  expect(await neutral(unknown)).toBe(await neutral(known));
});

it('links cannot be asked for without end', async () => {
  const visitor = new BrowserSession(portal);
  const ask = () => visitor.post('/password-reset', { email: 'bombarded@example.com' });
  for (let time = 0; time < 3; time += 1) expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
});

it('sessions are listed, and any of them can be ended from another', async () => {
  const one = await joined('sessions@example.com');
  const other = new BrowserSession(portal);
  await other.signIn('sessions@example.com', password);
  const page = await (await one.get('/account/sessions')).text();
  const id = /name="session" value="(?!others)([^"]+)"/.exec(page)?.[1] ?? '';
  await one.post('/account/sessions', { session: id });
  expect((await other.get('/account')).status).toBe(303);
  expect((await one.get('/account')).status).toBe(200);
});

it('nobody ends the session of somebody else', async () => {
  const victim = await joined('victim@example.com');
  const user = await userOf('victim@example.com');
  const { db } = portal.platform.connection;
  const [theirs] = await db
    .select()
    .from(session)
    .where(eq(session.userId, user?.id ?? ''));
  await admin.post('/account/sessions', { session: theirs?.id ?? '' });
  expect((await victim.get('/account')).status).toBe(200);
});

it('an authenticator app is asked for once it is set up, and a backup code works once', async () => {
  const browser = await joined('careful@example.com');
  const before = browser.cookies.get('kakehashi.session_token');
  const setUp = await browser.post('/account/security/totp', { totpPassword: password, act: 'start' });
  const page = await setUp.text();
  const key = /totp-key">([A-Z2-7 ]+)</.exec(page)?.[1] ?? '';
  const [backup = ''] = [...page.matchAll(/<li><code>([^<]+)</g)].map(([, code]) => code);
  const { api } = portal.platform.identity.auth;
  const secret = secretOf(key);
  const { code } = await api.generateTOTP({ body: { secret } });
  const confirmed = await browser.post('/account/security/totp/confirm', { code });
  expect(confirmed.headers.get('location')).toBe('/account/security?notice=totpStarted');
  expect(browser.cookies.get('kakehashi.session_token')).not.toBe(before);

  const again = new BrowserSession(portal);
  const first = await again.signIn('careful@example.com', password);
  expect(first.headers.get('location')).toBe('/sign-in/second-factor?to=%2Faccount');
  expect((await again.get('/account')).status).toBe(303);
  expect((await again.post('/sign-in/second-factor', { code: '000000', to: '/account' })).status).toBe(401);
  const next = await codeOf(secret, 1);
  const second = await again.post('/sign-in/second-factor', { code: next, to: '/account' });
  expect(second.headers.get('location')).toBe('/account');

  for (const status of [303, 401]) {
    const without = new BrowserSession(portal);
    await without.signIn('careful@example.com', password);
    expect((await without.post('/sign-in/second-factor', { code: backup, to: '/account' })).status).toBe(
      status,
    );
  }
});

it('the export holds what the site knows, and no secret', async () => {
  const browser = await joined('curious@example.com');
  const answer = await browser.get('/account/data/export');
  expect(answer.headers.get('content-disposition')).toContain('attachment');
  const text = await answer.text();
  expect(JSON.parse(text)).toMatchObject({
    account: { email: 'curious@example.com' },
    signInMethods: [{ providerId: 'credential' }],
    acts: [{ action: 'invitation.accept' }, { action: 'session.start' }],
  });
  expect(text).not.toContain(browser.cookies.get('kakehashi.session_token')?.split('.')[0]);
});

it('a deleted account leaves its id in the audit log and no personal data anywhere', async () => {
  const email = 'leaving@example.com';
  const browser = await joined(email);
  const user = await userOf(email);
  expect(
    (await browser.post('/account/data/delete', { confirm: '退会する', password: 'wrong' })).status,
  ).toBe(400);
  const left = await browser.post('/account/data/delete', { confirm: '退会する', password });
  expect(left.status).toBe(303);
  expect(left.headers.get('location')).toBe('/sign-in?notice=left');
  expect(await (await browser.get('/sign-in?notice=left')).text()).toContain('退会しました');
  const { db } = portal.platform.connection;
  const [kept] = await db
    .select()
    .from(siteUser)
    .where(eq(siteUser.id, user?.id ?? ''));
  expect(kept).toMatchObject({ name: '', deletedAt: expect.any(Date) });
  const tables = [siteUser, invitation, mailMessage, auditEntry, session];
  const rows = await Promise.all(tables.map((table) => db.select().from(table)));
  expect(JSON.stringify(rows)).not.toContain(email);
  const acts = await db
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.actorId, user?.id ?? ''));
  expect(acts.map(({ action }) => action)).toContain('account.delete');
  expect((await browser.signIn(email, password)).status).toBe(401);
});
