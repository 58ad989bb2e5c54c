import { APIError } from 'better-auth/api';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { tellOfChange } from '../../../platform/identity/account-change.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import { mailAddress } from '../../../platform/mail/mail.ts';
import type { Platform } from '../../../platform/platform.ts';

/** What a link of better-auth that confirms an address says: of a changed one, whose it was and what it becomes. */
const confirmation = z.object({ email: mailAddress, updateTo: mailAddress.optional() });

/**
 * Confirms an address by the link that reached it. Where it takes the place of another, that one is told.
 * @returns whether the link still works
 */
export async function confirmAddress(
  {
    identity,
    connection,
    mail,
    config,
    now,
  }: Pick<Platform, 'identity' | 'connection' | 'mail' | 'config' | 'now'>,
  token: string,
): Promise<boolean> {
  try {
    await identity.auth.api.verifyEmail({ query: { token } });
  } catch (error) {
    if (error instanceof APIError) return false;
    throw error;
  }
  const { email, updateTo } = readConfirmed(token);
  if (!updateTo) return true;
  const [holder] = await connection.db.select().from(siteUser).where(eq(siteUser.email, updateTo));
  if (holder) {
    const former = { id: holder.id, email, language: holder.language === 'en' ? 'en' : 'ja' } as const;
    await tellOfChange(connection.db, { mail, baseUrl: config.baseUrl }, former, 'email', now());
  }
  return true;
}

/** @param token  that better-auth has taken, so that its signature is known to be good */
function readConfirmed(token: string): z.output<typeof confirmation> {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return confirmation.parse(JSON.parse(payload));
}
