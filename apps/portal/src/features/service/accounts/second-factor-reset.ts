import { and, eq, isNull } from 'drizzle-orm';
import { type AuditActor, recordAudit } from '../../../platform/audit/audit.ts';
import type { Database } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import { notifyOfChange } from '../../../platform/identity/account-change.ts';
import {
  passkey,
  secondFactor,
  session,
  siteUser,
  usedTotpStep,
  verification,
} from '../../../platform/identity/schema.ts';
import { endSessions } from '../../../platform/identity/session-end.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';

/** Number of removed factors by type. */
export interface RemovedFactors {
  apps: number;
  passkeys: number;
}

/**
 * Removes all second factors of an account whose user has lost them. Ends all its sessions, since the factors may
 * have been an attacker's, and notifies the user by mail. The password stays; staff set up a new factor
 * at their next sign-in.
 * @returns refused if no account has the address, or it has no second factor
 */
export async function resetSecondFactors(
  db: Database,
  { mail, baseUrl }: { mail: Pick<Mail, 'send'>; baseUrl: string },
  email: string,
  by: AuditActor,
  at: Date,
): Promise<Outcome<RemovedFactors>> {
  return transact(db, async (tx) => {
    const [holder] = await tx
      .select()
      .from(siteUser)
      .where(and(eq(siteUser.email, email.toLowerCase()), isNull(siteUser.deletedAt)))
      .for('update');
    if (!holder) return refused(noSuchAccount);
    const { id } = holder;
    const apps = await tx
      .delete(secondFactor)
      .where(eq(secondFactor.userId, id))
      .returning({ id: secondFactor.id });
    const passkeys = await tx.delete(passkey).where(eq(passkey.userId, id)).returning({ id: passkey.id });
    if (apps.length + passkeys.length === 0) return refused(noFactors);
    await tx.delete(usedTotpStep).where(eq(usedTotpStep.userId, id));
    // Pending sign-ins wait for a code of a removed factor.
    await tx.delete(verification).where(eq(verification.value, id));
    await tx.update(siteUser).set({ twoFactorEnabled: false, updatedAt: at }).where(eq(siteUser.id, id));
    await endSessions(tx, eq(session.userId, id), { actor: by, why: 'factors-removed', at });
    const removed = { apps: apps.length, passkeys: passkeys.length };
    await recordAudit(tx, {
      actor: by,
      action: 'second-factor.reset',
      object: { kind: 'user', id },
      detail: { removed },
      at,
    });
    const language = holder.language === 'en' ? 'en' : 'ja';
    await notifyOfChange(tx, { mail, baseUrl }, { id, email: holder.email, language }, 'factors-reset', at);
    return done(removed);
  });
}

const noSuchAccount: Problem = {
  code: 'no-such-account',
  message: { ja: 'このアドレスのアカウントはありません。', en: 'No account has this address.' },
};
const noFactors: Problem = {
  code: 'no-second-factor',
  message: {
    ja: 'このアカウントには、認証アプリもパスキーもありません。',
    en: 'This account has neither an authenticator app nor a passkey.',
  },
};
