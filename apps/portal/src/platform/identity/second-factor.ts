import { and, eq, lt } from 'drizzle-orm';
import type { Database, Queryable } from '../database/connection.ts';
import { isStaff, type OwedProof, type SiteRole } from './permissions.ts';
import { passkey, secondFactor, session, usedTotpStep } from './schema.ts';

/** Second factors that an account has set up. A passkey is one: it is taken only with its user verified. */
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
 * What somebody has to do before they act for the body: staff show a second factor in every session, and set one up
 * at their first. The demonstration accounts, which only their own machine reaches, are excepted.
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

/** Notes that a second factor was shown in a session. */
export async function noteSecondFactor(tx: Queryable, sessionId: string, now: Date): Promise<void> {
  await tx.update(session).set({ secondFactorAt: now }).where(eq(session.id, sessionId));
}

/** Seconds that a code of an authenticator app stands for. */
const stepSeconds = 30;
/** Steps before and after the present one whose code is taken, for clocks that differ and people who type slowly. */
const tolerated = [0, -1, 1];

/**
 * Uses up the step of the clock that a code of an authenticator app stands for. Of requests at once, on whatever node,
 * one gets it.
 * @param codeOf  the account's code of a step
 * @returns false where the code was right and has been used; true also where it is wrong, which better-auth says
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
