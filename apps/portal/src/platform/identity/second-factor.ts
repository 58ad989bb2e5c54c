import { and, eq, lt } from 'drizzle-orm';
import type { Database, Queryable } from '../database/connection.ts';
import { isStaff, type OwedProof, type SiteRole } from './permissions.ts';
import { passkey, secondFactor, session, usedTotpStep } from './schema.ts';

/** Second factors of an account. A passkey counts as one: user verification is required. */
export interface SecondFactors {
  app: boolean;
  passkeys: number;
}

export async function findSecondFactors(tx: Queryable, userId: string): Promise<SecondFactors> {
  const apps = await tx
    .select({ id: secondFactor.id })
    .from(secondFactor)
    .where(and(eq(secondFactor.userId, userId), eq(secondFactor.verified, true)));
  const passkeys = await tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.userId, userId));
  return { app: apps.length > 0, passkeys: passkeys.length };
}

/**
 * What a user must do before acting as staff: verify a second factor in each session, and set one up in the
 * first. Demonstration accounts, which only the local machine can reach, are exempt.
 */
export async function owedProof(
  tx: Queryable,
  user: { id: string; role: SiteRole; demonstration: boolean },
  secondFactorAt: Date | null | undefined,
): Promise<OwedProof | undefined> {
  if (!isStaff(user.role) || user.demonstration || secondFactorAt) return undefined;
  const { app, passkeys } = await findSecondFactors(tx, user.id);
  return app || passkeys > 0 ? 'second-factor' : 'enrolment';
}

/** Records that a second factor was verified in a session. */
export async function noteSecondFactor(tx: Queryable, sessionId: string, now: Date): Promise<void> {
  await tx.update(session).set({ secondFactorAt: now }).where(eq(session.id, sessionId));
}

/** Seconds for which a TOTP code is valid. */
const stepSeconds = 30;
/** Time steps accepted around the current one, for clock drift and slow typing. */
const tolerated = [0, -1, 1];

/**
 * Marks the time step of a TOTP code as used. Of concurrent requests on any nodes, only one succeeds.
 * @param codeOf  the account's code for a step
 * @returns false if the code is correct but already used; true also if it is wrong, which better-auth reports
 */
export async function useUpCode(
  db: Database,
  userId: string,
  code: string,
  codeOf: (step: number) => Promise<string>,
  now: Date,
): Promise<boolean> {
  const current = Math.floor(now.getTime() / 1_000 / stepSeconds);
  let used = false;
  for (const distance of tolerated) {
    const step = current + distance;
    if ((await codeOf(step)) !== code) continue;
    const taken = await db.insert(usedTotpStep).values({ userId, step }).onConflictDoNothing().returning();
    if (taken.length > 0) {
      const past = and(eq(usedTotpStep.userId, userId), lt(usedTotpStep.step, current - 2));
      await db.delete(usedTotpStep).where(past);
      return true;
    }
    used = true;
  }
  return !used;
}
