import { desc, eq } from 'drizzle-orm';
import { expect, vi } from 'vitest';
import { mailMessage } from '../src/platform/mail/schema.ts';
import { BrowserSession } from './browser-session.ts';
import type { TestPortal } from './test-portal.ts';

/** Of the accounts that tests make. */
export const password = 'a-long-enough-password';

const patience = { timeout: 30_000, interval: 20 };

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
  }, patience);
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
