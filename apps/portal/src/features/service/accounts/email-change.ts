import { randomBytes, randomUUID } from 'node:crypto';
import { and, eq, gte, isNull, lt, ne } from 'drizzle-orm';
import { type AuditActor, recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import { siteUrl } from '../../../platform/i18n/site-url.ts';
import { isAddressReserved, undoable, undoDays } from '../../../platform/identity/address-reservation.ts';
import {
  emailChange,
  passkey,
  secondFactor,
  session,
  signInMethod,
  siteUser,
  verification,
} from '../../../platform/identity/schema.ts';
import { endSessions } from '../../../platform/identity/session-end.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { revokeTokensOf } from '../../../platform/organisations/access-token.ts';
import type { Platform } from '../../../platform/platform.ts';
import { digestOf } from '../../../platform/signing/token-digest.ts';
import { accountPaths } from './account-paths.ts';
import { confirmEmailMail, emailChangedMail, emailRestoredMail, emailTakenBackMail } from './email-mails.ts';

type ChangeDependencies = Pick<Platform, 'connection' | 'mail' | 'config' | 'now'>;

/** Hours for which the link that confirms a new address is valid. */
const confirmHours = 24;

type EmailChange = typeof emailChange.$inferSelect;
type Holder = typeof siteUser.$inferSelect;

/**
 * Mails the link that confirms a new address. If another account has the address, no mail is sent, but the result
 * is the same.
 * @param sessionId  the requesting session; the link is valid in this session only
 */
export async function askForNewAddress(
  { connection, mail, config, now }: ChangeDependencies,
  newEmail: string,
  user: SignedInUser,
  sessionId: string,
): Promise<void> {
  const email = newEmail.toLowerCase();
  const token = newToken();
  const at = now();
  await transact(connection.db, async (tx) => {
    const holder = await lockHolder(tx, user.id);
    if (!holder || email === holder.email) return;
    // Only the newest link is valid.
    await tx.delete(emailChange).where(unconfirmed(user.id));
    if (await isTaken(tx, email, user.id, at)) return;
    await tx.insert(emailChange).values({
      id: randomUUID(),
      userId: user.id,
      formerEmail: holder.email,
      newEmail: email,
      tokenDigest: digestOf(token),
      sessionId,
      askedAt: at,
    });
    const { language } = user;
    const link = `${siteUrl(config.baseUrl, accountPaths.verifyEmail, language)}?token=${token}`;
    const key = `verify-email/${digestOf(token)}`;
    await mail.send(tx, { to: email, template: confirmEmailMail, data: { link }, language, key });
  });
}

/** Result of a confirmation link; `elsewhere`: it must be opened in the browser that requested it. */
export type Confirmation = 'changed' | 'over' | 'elsewhere';

/** Result that confirming by a link would have, without confirming. */
export async function checkLink(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  token: string,
  user: SignedInUser | undefined,
): Promise<Confirmation> {
  const change = await findAsked(connection.db, token, now());
  if (!change) return 'over';
  return user?.session.id === change.sessionId ? 'changed' : 'elsewhere';
}

/**
 * Changes the account's address; valid once, and only in the requesting session. Ends all other sessions, voids
 * password reset links already sent, and mails the former address a link to undo the change.
 */
export async function confirmNewAddress(
  { connection, mail, config, now }: ChangeDependencies,
  token: string,
  user: SignedInUser | undefined,
): Promise<Confirmation> {
  const at = now();
  return transact(connection.db, async (tx) => {
    const change = await findAsked(tx, token, at);
    if (!change) return 'over';
    if (!user || user.session.id !== change.sessionId) return 'elsewhere';
    const holder = await lockHolder(tx, user.id);
    if (holder?.email !== change.formerEmail || (await isTaken(tx, change.newEmail, user.id, at)))
      return 'over';
    const undo = newToken();
    const noted = await tx
      .update(emailChange)
      .set({ changedAt: at, undoDigest: digestOf(undo) })
      .where(and(eq(emailChange.id, change.id), isNull(emailChange.changedAt)))
      .returning({ id: emailChange.id });
    if (noted.length === 0) return 'over';
    await setAddress(tx, holder, change.newEmail, at);
    const others = and(eq(session.userId, user.id), ne(session.id, user.session.id));
    await endSessions(tx, others, { actor: user.audit, why: 'email-changed', at });
    await recordAudit(tx, {
      actor: user.audit,
      action: 'email.change',
      object: { kind: 'user', id: user.id },
      detail: { change: change.id },
      at,
    });
    const { language } = user;
    await mail.send(tx, {
      to: change.formerEmail,
      template: emailChangedMail,
      data: {
        at,
        until: new Date(at.getTime() + undoDays * 24 * 60 * 60 * 1_000),
        undo: siteUrl(config.baseUrl, accountPaths.emailUndo(undo), language),
        office: siteUrl(config.baseUrl, '/about', language),
      },
      language,
      key: `email-changed/${change.id}`,
    });
    return 'changed';
  });
}

/** A change that can be undone by a link, as its page shows it. */
export interface UndoableChange {
  formerEmail: string;
  changedAt: Date;
  /** Whether a second factor was set up before the change; undoing the change keeps it. */
  keepsFactor: boolean;
}

/** The change that a link undoes; undefined if the link was used, expired, or voided by an older address. */
export async function findUndo(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  token: string,
): Promise<UndoableChange | undefined> {
  const { db } = connection;
  const change = await findUndoable(db, token, now());
  if (!change) return undefined;
  const { formerEmail, changedAt, userId } = change;
  return { formerEmail, changedAt, keepsFactor: await hasFactorFromBefore(db, userId, changedAt) };
}

async function hasFactorFromBefore(tx: Queryable, userId: string, changedAt: Date): Promise<boolean> {
  const apps = await tx
    .select({ enabledAt: secondFactor.enabledAt })
    .from(secondFactor)
    .where(and(eq(secondFactor.userId, userId), eq(secondFactor.verified, true)));
  const passkeys = await tx
    .select({ enabledAt: passkey.createdAt })
    .from(passkey)
    .where(eq(passkey.userId, userId));
  return [...apps, ...passkeys].some(({ enabledAt }) => !enabledAt || enabledAt < changedAt);
}

/**
 * Restores an account's former address. Since an attacker may know the password and have added sign-in methods,
 * this ends all sessions, voids the password and removes the sign-in methods added since
 * the change. In a chain of changes the oldest address wins: its link stays valid after a later one was used,
 * and voids the later ones.
 * @returns whether the link was valid
 */
export async function undoChange(
  { connection, mail, config, identity, log, now }: ChangeDependencies & Pick<Platform, 'identity' | 'log'>,
  token: string,
  actor: AuditActor,
): Promise<boolean> {
  const at = now();
  const restored = await transact(connection.db, async (tx) => {
    const change = await findUndoable(tx, token, at);
    const holder = change && (await lockHolder(tx, change.userId));
    if (!change || !holder) return undefined;
    const closed = await tx
      .update(emailChange)
      .set({ closedAt: at })
      .where(
        and(
          eq(emailChange.userId, holder.id),
          isNull(emailChange.closedAt),
          gte(emailChange.changedAt, change.changedAt),
        ),
      )
      .returning({ id: emailChange.id });
    if (!closed.some(({ id }) => id === change.id)) return undefined;
    await tx.delete(emailChange).where(unconfirmed(holder.id));
    await setAddress(tx, holder, change.formerEmail, at);
    await endSessions(tx, eq(session.userId, holder.id), { actor, why: 'email-restored', at });
    const removed = {
      ...(await removeSignInMethods(tx, holder.id, change.changedAt)),
      tokens: await revokeTokensOf(tx, holder.id, change.changedAt, actor, at),
    };
    await recordAudit(tx, {
      actor,
      action: 'email.restore',
      object: { kind: 'user', id: holder.id },
      detail: { change: change.id, removed },
      at,
    });
    const language = languageOf(holder);
    const office = siteUrl(config.baseUrl, '/about', language);
    const notify = (to: string, template: typeof emailRestoredMail) =>
      mail.send(tx, { to, template, data: { at, office }, language, key: `${template.name}/${change.id}` });
    await notify(change.formerEmail, emailRestoredMail);
    if (holder.email !== change.formerEmail) await notify(holder.email, emailTakenBackMail);
    return { email: change.formerEmail, hadPassword: removed.password > 0 };
  });
  if (restored?.hadPassword)
    await identity.auth.api
      .requestPasswordReset({ body: { email: restored.email } })
      .catch((error) => log.error({ err: error }, 'could not send a link to set a new password'));
  return restored !== undefined;
}

/** Deletes the address changes of a deleted account. */
export async function forgetChanges(tx: Queryable, userId: string): Promise<void> {
  await tx.delete(emailChange).where(eq(emailChange.userId, userId));
}

/** Deletes expired links, and changes that can no longer be undone. */
export async function forgetOldChanges(tx: Queryable, now: Date): Promise<void> {
  const before = (hours: number) => new Date(now.getTime() - hours * 60 * 60 * 1_000);
  await tx
    .delete(emailChange)
    .where(and(isNull(emailChange.changedAt), lt(emailChange.askedAt, before(confirmHours))));
  await tx.delete(emailChange).where(lt(emailChange.changedAt, before(undoDays * 24)));
}

async function findAsked(tx: Queryable, token: string, now: Date): Promise<EmailChange | undefined> {
  const [row] = await tx
    .select()
    .from(emailChange)
    .where(and(eq(emailChange.tokenDigest, digestOf(token)), isNull(emailChange.changedAt)));
  const end = row && row.askedAt.getTime() + confirmHours * 60 * 60 * 1_000;
  return row && end && now.getTime() < end ? row : undefined;
}

async function findUndoable(tx: Queryable, token: string, now: Date) {
  const [row] = await tx
    .select()
    .from(emailChange)
    .where(and(eq(emailChange.undoDigest, digestOf(token)), undoable(now)));
  if (!row?.changedAt) return undefined;
  const older = await tx
    .select({ id: emailChange.id })
    .from(emailChange)
    .innerJoin(siteUser, eq(siteUser.id, emailChange.userId))
    .where(
      and(
        eq(emailChange.userId, row.userId),
        lt(emailChange.changedAt, row.changedAt),
        // The account was already restored to an older address.
        eq(emailChange.formerEmail, siteUser.email),
        undoable(now),
      ),
    );
  return older.length > 0 ? undefined : { ...row, changedAt: row.changedAt };
}

async function lockHolder(tx: Queryable, id: string): Promise<Holder | undefined> {
  const [row] = await tx
    .select()
    .from(siteUser)
    .where(and(eq(siteUser.id, id), isNull(siteUser.deletedAt)))
    .for('update');
  return row;
}

async function isTaken(tx: Queryable, email: string, userId: string, now: Date): Promise<boolean> {
  const [other] = await tx.select({ id: siteUser.id }).from(siteUser).where(eq(siteUser.email, email));
  return other !== undefined || (await isAddressReserved(tx, email, now, userId));
}

/** Sets the address, and voids the password reset links sent to the former one. */
async function setAddress(tx: Queryable, holder: Holder, email: string, now: Date): Promise<void> {
  await tx
    .update(siteUser)
    .set({ email, emailVerified: true, updatedAt: now })
    .where(eq(siteUser.id, holder.id));
  await tx.delete(verification).where(eq(verification.value, holder.id));
}

/** Voids the password and removes all sign-in methods added at or after a time. @returns how many */
async function removeSignInMethods(tx: Queryable, userId: string, since: Date) {
  const ofUser = eq(signInMethod.userId, userId);
  const passwords = await tx
    .delete(signInMethod)
    .where(and(ofUser, eq(signInMethod.providerId, 'credential')))
    .returning({ id: signInMethod.id });
  const providers = await tx
    .delete(signInMethod)
    .where(and(ofUser, gte(signInMethod.createdAt, since)))
    .returning({ id: signInMethod.id });
  const passkeys = await tx
    .delete(passkey)
    .where(and(eq(passkey.userId, userId), gte(passkey.createdAt, since)))
    .returning({ id: passkey.id });
  const apps = await tx
    .delete(secondFactor)
    .where(and(eq(secondFactor.userId, userId), gte(secondFactor.enabledAt, since)))
    .returning({ id: secondFactor.id });
  if (apps.length > 0)
    await tx.update(siteUser).set({ twoFactorEnabled: false }).where(eq(siteUser.id, userId));
  return {
    password: passwords.length,
    providers: providers.length,
    passkeys: passkeys.length,
    apps: apps.length,
  };
}

const unconfirmed = (userId: string) => and(eq(emailChange.userId, userId), isNull(emailChange.changedAt));

const newToken = () => randomBytes(32).toString('base64url');

const languageOf = ({ language }: Holder): Language => (language === 'en' ? 'en' : 'ja');
