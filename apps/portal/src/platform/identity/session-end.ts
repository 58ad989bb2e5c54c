import type { SQL } from 'drizzle-orm';
import { type AuditActor, recordAudits } from '../audit/audit.ts';
import type { Queryable } from '../database/connection.ts';
import { session } from './schema.ts';

/** Why a session ended. */
export type SessionEnd =
  | 'sign-out'
  | 'expired'
  | 'signed-in-anew'
  | 'ended-by-holder'
  | 'ended-by-administrator'
  | 'password-changed'
  | 'email-changed'
  | 'email-restored'
  | 'role-changed'
  | 'suspended'
  | 'factors-removed';

/** Audit act of a session's end. */
export function actOfEnd(why: SessionEnd): string {
  if (why === 'sign-out') return 'session.sign-out';
  return why === 'expired' ? 'session.expire' : 'session.end';
}

/** Ends sessions and records each in the audit log. */
export async function endSessions(
  tx: Queryable,
  which: SQL | undefined,
  { actor, why, at }: { actor: AuditActor; why: SessionEnd; at: Date },
): Promise<void> {
  const ended = await tx.delete(session).where(which).returning({ id: session.id, userId: session.userId });
  await recordAudits(
    tx,
    ended.map(({ id, userId }) => ({
      actor,
      action: actOfEnd(why),
      object: { kind: 'session', id },
      detail: { why, user: userId },
      at,
    })),
  );
}
