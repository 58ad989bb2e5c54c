import { eq } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { session } from './schema.ts';

/** Minutes for which somebody who showed who they are is believed before what could cost them much. */
export const freshMinutes = 15;

interface ProofTimes {
  createdAt: Date;
  secondFactorAt?: Date | null | undefined;
  confirmedAt?: Date | null | undefined;
}

/** When the holder of a session last showed who they are: by signing in, by a second factor, or asked once more. */
export function provenAt({ createdAt, secondFactorAt, confirmedAt }: ProofTimes): Date {
  const times = [createdAt, secondFactorAt, confirmedAt].map((time) => time?.getTime() ?? 0);
  return new Date(Math.max(...times));
}

/** @param shownAt  from `provenAt` */
export function isFresh(shownAt: Date, now: Date): boolean {
  return now.getTime() - shownAt.getTime() < freshMinutes * 60_000;
}

/** Notes that the holder of a session was asked who they are, and showed it. */
export async function noteConfirmation(tx: Queryable, sessionId: string, now: Date): Promise<void> {
  await tx.update(session).set({ confirmedAt: now }).where(eq(session.id, sessionId));
}
