import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { invitation, organisation } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import { accountRequest } from './schema.ts';
import { AccountRequests } from './service.ts';

let portal: TestPortal;
let editor: BrowserSession;
let now = new Date();

beforeAll(async () => {
  portal = await openTestPortal({ now: () => now });
  editor = await visitor(portal, 'editor');
});
afterAll(() => portal.stop());

const form = '/account-requests';
const list = '/admin/account-requests';
const ownHost = { 'sec-fetch-site': 'same-origin' };

const ask = (email: string, changes: Record<string, string> = {}, prefix = '') =>
  portal.post(
    prefix + form,
    { organisation: '青葉まなび株式会社', email, message: '演習を登録したいです', ...changes },
    ownHost,
  );
const mailTo = async (email: string) => {
  const rows = await portal.platform.connection.db
    .select()
    .from(mailMessage)
    .where(eq(mailMessage.toAddress, email));
  return rows.filter(({ template }) => template.startsWith('account'));
};
/** Path of the link in the last mail to an address. */
async function linkTo(email: string): Promise<string> {
  const [, path = ''] = /https?:\/\/[^/\s]+(\/\S*)/.exec((await mailTo(email)).at(-1)?.text ?? '') ?? [];
  return path;
}
const rowOf = async (email: string) => {
  const [row] = await portal.platform.connection.db
    .select()
    .from(accountRequest)
    .where(eq(accountRequest.email, email));
  return row;
};
async function confirmed(email: string, changes: Record<string, string> = {}): Promise<string> {
  expect((await ask(email, changes)).status).toBe(200);
  expect((await portal.post(await linkTo(email), {}, ownHost)).status).toBe(200);
  return (await rowOf(email))?.id ?? '';
}
const decide = (who: BrowserSession, id: string, decision: string) => who.post(`${list}/${id}`, { decision });

describe('asking for an account', () => {
  it('says what is missing at its field and keeps what was typed', async () => {
    const answer = await ask('nobody', { organisation: '' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    for (const field of ['organisation', 'email']) expect(page).toContain(`href="#${field}"`);
    expect(page).toContain('演習を登録したいです');
  });

  it('takes as a name of an organisation what an administrator could give it, and nothing else', async () => {
    for (const organisation of ['今すぐ http://evil.example へ', '\u200b', 'a\u202eb', 'あ'.repeat(121)]) {
      const answer = await ask('names@example.jp', { organisation });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('href="#organisation"');
    }
    expect(await rowOf('names@example.jp')).toBeUndefined();
  });

  it('sends a mail in which nothing stands that was typed, in the language of the page', async () => {
    const typed = { organisation: '今すぐ当選', message: 'http://evil.example へ' };
    expect((await ask('first@example.jp', typed)).status).toBe(200);
    const [mail] = await mailTo('first@example.jp');
    expect(mail?.subject).toBe('アカウントの申し込みの確認');
    for (const words of ['evil', '今すぐ', '当選'])
      for (const part of [mail?.subject, mail?.text, mail?.html]) expect(part).not.toContain(words);
    await ask('english@example.jp', {}, '/en');
    expect((await mailTo('english@example.jp'))[0]?.subject).toBe('Confirm your request for an account');
  });

  it('answers the same whether or not the address has an account', async () => {
    const known = await (await ask('provider@example.jp')).text();
    expect(known).toContain('メールのリンクを');
    expect((await mailTo('provider@example.jp')).map(({ template }) => template)).toEqual([
      'account-requests.confirm',
    ]);
  });

  it('is limited for one address, whoever asks', async () => {
    for (const status of [200, 200, 429]) expect((await ask('often@example.jp')).status).toBe(status);
    expect(await mailTo('often@example.jp')).toHaveLength(2);
  });
});

it('what was typed is there to be sent again where one client asks too often', async () => {
  const limited = await openTestPortal({ env: { KAKEHASHI_RATE_LIMIT: '60' } });
  const typed = { organisation: '急ぐ会社', email: 'hurry', message: 'すぐに登録したいです' };
  const answers = [];
  for (let count = 0; count < 6; count += 1) answers.push(await limited.post(form, typed, ownHost));
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 429]);
  const page = (await answers.at(-1)?.text()) ?? '';
  for (const words of Object.values(typed)) expect(page).toContain(words);
  expect(page).toContain('name="organisation"');
  await limited.stop();
});

describe('a request', () => {
  it('is seen by editors once its address is confirmed by a button, never by the link alone', async () => {
    now = new Date(now.getTime() + 86_400_000);
    await ask('aoba@example.jp');
    expect(await (await editor.get(list)).text()).not.toContain('aoba@example.jp');
    const link = await linkTo('aoba@example.jp');
    expect((await portal.get(link)).status).toBe(200);
    expect((await rowOf('aoba@example.jp'))?.confirmedAt).toBeNull();
    for (const _ of [1, 2]) expect((await portal.post(link, {}, ownHost)).status).toBe(200);
    const page = await (await editor.get(list)).text();
    expect(page).toContain('aoba@example.jp');
    expect(page).toContain('演習を登録したいです');
  });

  it('accepted, makes the organisation and invites its owner, once', async () => {
    const id = (await rowOf('aoba@example.jp'))?.id ?? '';
    const answers = await Promise.all([decide(editor, id, 'accept'), decide(editor, id, 'accept')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    const { db } = portal.platform.connection;
    const [made] = await db.select().from(organisation).where(eq(organisation.name, '青葉まなび株式会社'));
    const invited = await db.select().from(invitation).where(eq(invitation.email, 'aoba@example.jp'));
    expect(invited).toMatchObject([{ organizationId: made?.id, role: 'owner', siteRole: 'provider' }]);
    const mails = await mailTo('aoba@example.jp');
    const mail = mails.find(({ template }) => template === 'accounts.invitation');
    expect(mail?.subject).toBe('架け橋への招待');
  });

  it('of a name that an organisation has is not let in, and waits on', async () => {
    now = new Date(now.getTime() + 86_400_000);
    const id = await confirmed('again@example.jp');
    const answer = await decide(editor, id, 'accept');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('同じ名前の組織がすでにあります');
    expect((await rowOf('again@example.jp'))?.decidedAt).toBeNull();
    expect((await decide(editor, id, 'decline')).status).toBe(303);
    expect(await (await editor.get(list)).text()).not.toContain('again@example.jp');
    expect(await mailTo('again@example.jp')).toHaveLength(1);
  });

  it('is let in alone of two that ask for one name at the same moment', async () => {
    now = new Date(now.getTime() + 86_400_000);
    const name = { organisation: '同時の会社' };
    const ids = [await confirmed('one@example.jp', name), await confirmed('two@example.jp', name)];
    const answers = await Promise.all(ids.map((id) => decide(editor, id, 'accept')));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 400]);
    const { db } = portal.platform.connection;
    expect(await db.$count(organisation, eq(organisation.name, '同時の会社'))).toBe(1);
  });

  it('is decided on by editors alone', async () => {
    now = new Date(now.getTime() + 86_400_000);
    const id = await confirmed('others@example.jp', { organisation: '別の会社' });
    for (const name of ['provider', 'reviewer']) {
      const other = await visitor(portal, name);
      expect((await other.get(list)).status).toBe(403);
      expect((await decide(other, id, 'accept')).status).toBe(403);
    }
    expect((await rowOf('others@example.jp'))?.decidedAt).toBeNull();
  });

  it('that nobody decides on ends after 90 days, as its sender and the editors were told', async () => {
    now = new Date(now.getTime() + 86_400_000);
    expect((await ask('waits@example.jp')).status).toBe(200);
    const done = await portal.post(await linkTo('waits@example.jp'), {}, ownHost);
    expect((await done.text()).replace(/<[^>]+>/g, '')).toContain('90');
    expect(await (await editor.get(list)).text()).toContain('90日のあいだ決めなかったもの');
    const requests = new AccountRequests({ ...portal.platform, now: () => now }, undefined as never);
    now = new Date(now.getTime() + 89 * 86_400_000);
    await requests.deleteExpired();
    expect(await rowOf('waits@example.jp')).toBeDefined();
    now = new Date(now.getTime() + 2 * 86_400_000);
    await requests.deleteExpired();
    expect(await rowOf('waits@example.jp')).toBeUndefined();
  });

  it('is found on a further page where many wait', async () => {
    const { db } = portal.platform.connection;
    const many = Array.from({ length: 60 }, (_, index) => ({
      id: randomUUID(),
      organisation: `待つ組織${index}`,
      email: `many-${String(index).padStart(2, '0')}@example.jp`,
      message: '',
      language: 'ja' as const,
      createdAt: now,
      confirmedAt: new Date(now.getTime() + index),
    }));
    await db.insert(accountRequest).values(many);
    const [first, second] = await Promise.all(
      ['', '?page=2'].map(async (query) => (await editor.get(list + query)).text()),
    );
    expect(first).not.toContain('many-59@example.jp');
    expect(first).toContain(`href="${list}?page=2"`);
    expect(second).toContain('many-59@example.jp');
    for (const { id } of many) await db.delete(accountRequest).where(eq(accountRequest.id, id));
  });

  it('whose link is old or altered is not confirmed', async () => {
    now = new Date(now.getTime() + 86_400_000);
    await ask('late@example.jp');
    const link = await linkTo('late@example.jp');
    expect((await portal.get(`${link}x`)).status).toBe(400);
    now = new Date(now.getTime() + 4 * 86_400_000);
    expect((await portal.post(link, {}, ownHost)).status).toBe(400);
    expect((await rowOf('late@example.jp'))?.confirmedAt).toBeNull();
  });
});
