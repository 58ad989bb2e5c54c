import { and, asc, desc, eq, ne } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import { transact } from '../../../platform/database/transact.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import {
  invitation,
  membership,
  organisation,
  passkey,
  secondFactor,
  session,
  signInMethod,
  siteUser,
  verification,
} from '../../../platform/identity/schema.ts';
import { endSessions } from '../../../platform/identity/session-end.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { revision } from '../../../platform/publishing/schema.ts';
import { deviceHint } from './device-hint.ts';
import { forgetChanges } from './email-change.ts';
import { anotherAdministrator, lastAdministrator } from './users.ts';

type AccountDependencies = Pick<Platform, 'connection' | 'now'>;

export interface OwnSession {
  id: string;
  device: string | undefined;
  startedAt: Date;
  seenAt: Date;
  /** Whether it is the session of this request. */
  current: boolean;
}

/** A user's sessions, newest first. */
export async function listSessions(
  { connection }: AccountDependencies,
  user: SignedInUser,
): Promise<OwnSession[]> {
  const rows = await connection.db
    .select()
    .from(session)
    .where(eq(session.userId, user.id))
    .orderBy(desc(session.updatedAt));
  return rows.map((row) => ({
    id: row.id,
    device: deviceHint(row.userAgent),
    startedAt: row.createdAt,
    seenAt: row.updatedAt,
    current: row.id === user.session.id,
  }));
}

/** Ends one of the user's own sessions, or all except the current one. */
export async function endOwnSessions(
  { connection, now }: AccountDependencies,
  user: SignedInUser,
  which: { id: string } | 'others',
): Promise<void> {
  const chosen = which === 'others' ? ne(session.id, user.session.id) : eq(session.id, which.id);
  await transact(connection.db, (tx) =>
    endSessions(tx, and(eq(session.userId, user.id), chosen), {
      actor: user.audit,
      why: 'ended-by-holder',
      at: now(),
    }),
  );
}

export async function changeProfile(
  { connection, now }: AccountDependencies,
  user: SignedInUser,
  profile: { name: string; language: Language },
): Promise<void> {
  await connection.db
    .update(siteUser)
    .set({ ...profile, updatedAt: now() })
    .where(eq(siteUser.id, user.id));
}

/** A user's sign-in methods. */
export interface SignInMethods {
  hasPassword: boolean;
  passkeys: { id: string; name: string | null; createdAt: Date | null }[];
}

export async function findSignInMethods(
  { connection }: AccountDependencies,
  user: SignedInUser,
): Promise<SignInMethods> {
  const { db } = connection;
  const [password] = await db
    .select({ id: signInMethod.id })
    .from(signInMethod)
    .where(and(eq(signInMethod.userId, user.id), eq(signInMethod.providerId, 'credential')));
  const passkeys = await db
    .select({ id: passkey.id, name: passkey.name, createdAt: passkey.createdAt })
    .from(passkey)
    .where(eq(passkey.userId, user.id))
    .orderBy(asc(passkey.createdAt));
  return { hasPassword: password !== undefined, passkeys };
}

/** All data held about a user, for the user. Secrets are listed but not included. */
export async function exportAccount({ connection, now }: AccountDependencies, user: SignedInUser) {
  const { db } = connection;
  const own = await db.select().from(siteUser).where(eq(siteUser.id, user.id));
  const methods = await db.select().from(signInMethod).where(eq(signInMethod.userId, user.id));
  const { passkeys } = await findSignInMethods({ connection, now }, user);
  return {
    exportedAt: now(),
    account: own.map(({ image: _, ...row }) => row)[0],
    organisations: await db
      .select({ id: organisation.id, name: organisation.name, role: membership.role })
      .from(membership)
      .innerJoin(organisation, eq(organisation.id, membership.organizationId))
      .where(eq(membership.userId, user.id)),
    signInMethods: methods.map(({ providerId, createdAt }) => ({ providerId, createdAt })),
    passkeys,
    sessions: await listSessions({ connection, now }, user),
    revisions: await db
      .select({
        publication: revision.publicationId,
        number: revision.number,
        reason: revision.reason,
        at: revision.createdAt,
      })
      .from(revision)
      .where(eq(revision.author, user.id)),
    acts: await db
      .select({
        at: auditEntry.at,
        action: auditEntry.action,
        objectKind: auditEntry.objectKind,
        objectId: auditEntry.objectId,
        detail: auditEntry.detail,
        network: auditEntry.network,
      })
      .from(auditEntry)
      .where(eq(auditEntry.actorId, user.id))
      .orderBy(asc(auditEntry.id)),
  };
}

/**
 * Deletes a user's personal data and sign-in methods. Their content and log entries keep the id, which no longer
 * identifies anyone.
 */
export async function deleteAccount(
  { connection, mail, now }: AccountDependencies & Pick<Platform, 'mail'>,
  user: SignedInUser,
): Promise<Outcome<undefined>> {
  const nobody = `deleted-${user.id}@account.invalid`;
  return transact(connection.db, async (tx) => {
    if (user.role === 'administrator' && !(await anotherAdministrator(tx, user.id)))
      return refused(lastAdministrator);
    for (const table of [session, signInMethod, secondFactor, passkey, membership])
      await tx.delete(table).where(eq(table.userId, user.id));
    await forgetChanges(tx, user.id);
    await tx.delete(verification).where(eq(verification.value, user.id));
    await tx
      .update(invitation)
      .set({ email: nobody, status: 'withdrawn' })
      .where(and(eq(invitation.email, user.email), eq(invitation.status, 'pending')));
    await tx.update(invitation).set({ email: nobody }).where(eq(invitation.email, user.email));
    await mail.forget(tx, user.email);
    await tx
      .update(siteUser)
      .set({
        name: '',
        email: nobody,
        emailVerified: false,
        image: null,
        twoFactorEnabled: false,
        deletedAt: now(),
        updatedAt: now(),
      })
      .where(eq(siteUser.id, user.id));
    await recordAudit(tx, {
      actor: user.audit,
      action: 'account.delete',
      object: { kind: 'user', id: user.id },
      at: now(),
    });
    return done(undefined);
  });
}
