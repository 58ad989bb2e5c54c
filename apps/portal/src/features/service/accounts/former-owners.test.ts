import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserSession } from '../../../../test/browser-session.ts';
import { visitor } from '../../../../test/editorial-visitors.ts';
import { joinAsOwner } from '../../../../test/new-accounts.ts';
import { openTestPortal, type TestPortal } from '../../../../test/test-portal.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { membership, siteUser } from '../../../platform/identity/schema.ts';
import { mailMessage } from '../../../platform/mail/schema.ts';
import {
  createAccessToken,
  listAccessTokens,
  recogniseAccessToken,
} from '../../../platform/organisations/access-token.ts';
import { notifyOfTokensLeft } from './former-owners.ts';

const company = { id: 'left-company', name: '見本の会社' };
const page = `/organisations/${company.id}/access-tokens`;

let portal: TestPortal;
let owner: BrowserSession;
let leaver: string;
let staying: string;
const tokens: Record<string, string> = {};

beforeAll(async () => {
  portal = await openTestPortal();
  const admin = await visitor(portal, 'admin');
  await joinAsOwner(portal, admin, 'leaver@example.jp', company);
  owner = await joinAsOwner(portal, admin, 'owner@example.jp', company);
  leaver = await idOf('leaver@example.jp');
  staying = await idOf('owner@example.jp');
  for (const [name, id] of [
    ['去る人の計算機', leaver],
    ['去る人の二つ目', leaver],
    ['残る人の計算機', staying],
    ['コマンドで作った', 'command-line'],
  ] as const) {
    const tenant = portal.platform.rooms.tenant(company.id);
    const made = await createAccessToken(
      tenant,
      { name, scopes: ['read'], days: 90 },
      { id, network: null },
      new Date(),
    );
    if (made.ok) tokens[name] = made.value.token;
  }
});
afterAll(() => portal.stop());

async function idOf(email: string): Promise<string> {
  const [row] = await portal.platform.connection.db.select().from(siteUser).where(eq(siteUser.email, email));
  return row?.id ?? '';
}
const works = async (name: string) =>
  (await recogniseAccessToken(portal.platform.rooms, tokens[name] ?? '', null, new Date())) !== undefined;
const read = async () => (await (await owner.get(page)).text()).replace(/<[^>]+>/g, ' ');
const mails = async () => {
  const { db } = portal.platform.connection;
  return db.select().from(mailMessage).where(eq(mailMessage.template, 'accounts.tokens-left'));
};
const ofLeaver = () => and(eq(membership.userId, leaver), eq(membership.organizationId, company.id));

it('nothing is said of tokens while those who made them are owners', async () => {
  expect(await read()).not.toContain('いまは責任者ではありません');
  expect(await notifyOfTokensLeft(portal.platform)).toBe(0);
});

it('a token goes on for its organisation when its maker is no owner any more; the owners are told, once', async () => {
  await portal.platform.connection.db.update(membership).set({ role: 'member' }).where(ofLeaver());
  for (const name of Object.keys(tokens)) expect(await works(name)).toBe(true);
  const text = await read();
  expect(text).toContain('責任者でなくなった人が作ったトークンが2個あります');
  expect(text.split('いまは責任者ではありません')).toHaveLength(3);
  for (const _ of [1, 2]) await notifyOfTokensLeft(portal.platform);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.toAddress).toBe('owner@example.jp');
  for (const name of ['去る人の計算機', '去る人の二つ目']) expect(mail?.text).toContain(name);
  expect(mail?.text).not.toContain('残る人の計算機');
});

it('so it is where the account of the maker was suspended', async () => {
  const { db } = portal.platform.connection;
  await db.update(membership).set({ role: 'owner' }).where(ofLeaver());
  expect(await read()).not.toContain('いまは責任者ではありません');
  await db.update(siteUser).set({ suspendedAt: new Date() }).where(eq(siteUser.id, leaver));
  expect((await read()).split('いまは責任者ではありません')).toHaveLength(3);
});

it('an owner revokes them in one go, and no others', async () => {
  await portal.platform.connection.db.delete(membership).where(ofLeaver());
  const answer = await owner.post(`${page}/revoke-left`);
  expect(answer.headers.get('location')).toBe(`${page}?notice=revoked`);
  expect(await Promise.all(Object.keys(tokens).map(works))).toEqual([false, false, true, true]);
  const listed = await listAccessTokens(portal.platform.rooms.tenant(company.id), new Date());
  expect(listed.filter(({ revokedAt }) => revokedAt)).toHaveLength(2);
  const acts = await portal.platform.connection.db
    .select()
    .from(auditEntry)
    .where(and(eq(auditEntry.action, 'access-token.revoke'), eq(auditEntry.actorId, staying)));
  expect(acts).toHaveLength(2);
  expect(await read()).not.toContain('いまは責任者ではありません');
});
