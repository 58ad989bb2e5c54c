import { eq } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { session } from './schema.ts';

/** Minutes for which a proof of identity is accepted for sensitive actions. */
export const freshMinutes = 15;

interface ProofTimes {
  createdAt: Date;
  secondFactorAt?: Date | null | undefined;
  confirmedAt?: Date | null | undefined;
}

/**
 * When the session's holder last proved their identity: by signing in, by a second factor, or by confirming
 * again.
 */
export function provenAt({ createdAt, secondFactorAt, confirmedAt }: ProofTimes): Date {
  const times = [createdAt, secondFactorAt, confirmedAt].map((time) => time?.getTime() ?? 0);
  return new Date(Math.max(...times));
}

/** @param shownAt  from `provenAt` */
export function isFresh(shownAt: Date, now: Date): boolean {
  return now.getTime() - shownAt.getTime() < freshMinutes * 60_000;
}

/** Records that the session's holder confirmed their identity again. */
export async function noteConfirmation(tx: Queryable, sessionId: string, now: Date): Promise<void> {
  await tx.update(session).set({ confirmedAt: now }).where(eq(session.id, sessionId));
}
