import { lt } from 'drizzle-orm';
import { systemAuditActor } from '../../../platform/audit/audit.ts';
import { transact } from '../../../platform/database/transact.ts';
import { invitation, session, verification } from '../../../platform/identity/schema.ts';
import { endSessions } from '../../../platform/identity/session-end.ts';
import { handleSchedule, type JobHandler } from '../../../platform/jobs/job-type.ts';
import type { Platform } from '../../../platform/platform.ts';
import { forgetOldChanges } from './email-change.ts';
import { notifyOfTokensLeft } from './former-owners.ts';

/** Days for which an expired invitation is kept, since it holds an address without an account. */
const invitationMemory = 90;

/**
 * Nightly job that deletes expired sessions, links and invitations; hourly one that tells owners of tokens whose
 * makers left.
 */
export function accountJobs(platform: Platform): JobHandler[] {
  const { connection, now } = platform;
  return [
    handleSchedule('accounts.forget-expired', '40 4 * * *', () => forgetExpired({ connection, now })),
    handleSchedule('accounts.tokens-left', '25 * * * *', async () => {
      await notifyOfTokensLeft(platform);
    }),
  ];
}

export async function forgetExpired({
  connection,
  now,
}: Pick<Platform, 'connection' | 'now'>): Promise<void> {
  const at = now();
  const longAgo = new Date(at.getTime() - invitationMemory * 24 * 60 * 60 * 1_000);
  const end = { actor: systemAuditActor, why: 'expired', at } as const;
  await transact(connection.db, (tx) => endSessions(tx, lt(session.expiresAt, at), end));
  await forgetOldChanges(connection.db, at);
  await connection.db.delete(verification).where(lt(verification.expiresAt, at));
  await connection.db.delete(invitation).where(lt(invitation.expiresAt, longAgo));
}
