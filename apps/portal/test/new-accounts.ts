import { desc, eq } from 'drizzle-orm';
import { expect, vi } from 'vitest';
import { membership, organisation, siteUser } from '../src/platform/identity/schema.ts';
import { mailMessage } from '../src/platform/mail/schema.ts';
import { BrowserSession } from './browser-session.ts';
import type { TestPortal } from './test-portal.ts';

/** Password of the accounts that tests create. */
export const password = 'a-long-enough-password';

const waitOptions = { timeout: 30_000, interval: 20 };

/** Path of the newest link sent to an address; waits for mail that is written after the answer. */
export async function linkInMail(portal: TestPortal, address: string, part: string): Promise<string> {
  return vi.waitFor(async () => {
    const { db } = portal.platform.connection;
    const mails = await db
      .select()
      .from(mailMessage)
      .where(eq(mailMessage.toAddress, address))
      .orderBy(desc(mailMessage.createdAt));
    const link = mails
      .flatMap(({ text }) => text?.match(/https?:\S+/g) ?? [])
      .find((url) => url.includes(part));
    if (!link) throw new Error(`no mail to ${address} with a link to ${part}`);
    const url = new URL(link);
    return url.pathname + url.search;
  }, waitOptions);
}

/** Invites somebody as an administrator does, and takes the invitation up. */
export async function join(
  portal: TestPortal,
  admin: BrowserSession,
  email: string,
  role = 'provider',
): Promise<BrowserSession> {
  await admin.post('/admin/invitations', { email, role, language: 'ja' });
  const browser = new BrowserSession(portal);
  const invitation = await linkInMail(portal, email, '/invitations/');
  const answer = await browser.post(invitation, { name: nameOf(email), password });
  expect(answer.headers.get('location')).toBe('/account');
  return browser;
}

/** A name that is nobody's address. */
const nameOf = (email: string) => `名 ${email.replace(/@.*/, '').replaceAll('.', ' ')}`;

/**
 * Creates the owner of an organisation, and the organisation if missing.
 * @returns their browser, signed in
 */
export async function joinAsOwner(
  portal: TestPortal,
  admin: BrowserSession,
  email: string,
  { id, name }: { id: string; name: string },
): Promise<BrowserSession> {
  const browser = await join(portal, admin, email);
  const { connection, now } = portal.platform;
  const { db } = connection;
  await db.insert(organisation).values({ id, slug: id, name, createdAt: now() }).onConflictDoNothing();
  const [user] = await db.select().from(siteUser).where(eq(siteUser.email, email));
  const owner = { id: `${id} ${email}`, organizationId: id, userId: user?.id ?? '', role: 'owner' as const };
  await db.insert(membership).values({ ...owner, createdAt: now() });
  return browser;
}
