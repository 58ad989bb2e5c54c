import { and, eq, gt, ne } from 'drizzle-orm';
import { type AuditActor, recordAudit } from '../audit/audit.ts';
import type { Database, Queryable } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import { isAddressReserved } from './address-reservation.ts';
import { cleanPersonName } from './names.ts';
import type { SiteRole } from './permissions.ts';
import { networkHeader } from './request-headers.ts';
import { invitation, membership, session, siteUser } from './schema.ts';
import { actOfEnd, endSessions, type SessionEnd } from './session-end.ts';
import { endOf } from './session-life.ts';

/** Hooks that better-auth calls before and after creating an account or a session. */
export interface AccountGate {
  /**
   * Accounts from the OpenID provider: admitted only for an invited user whose address the provider has
   * verified.
   */
  admitUser(user: {
    name: string;
    email: string;
    emailVerified: boolean;
  }): Promise<false | { data: InvitedAccount }>;
  welcomeUser(user: { id: string; email: string }): Promise<void>;
  /**
   * Every session, whatever the sign-in method: refused for suspended or deleted accounts, and for
   * demonstration accounts where those are off.
   */
  admitSession(
    session: { userId: string },
    context: HookContext | null,
  ): Promise<false | { data: SessionBeginning }>;
  noteSession(session: HeldSession, context: HookContext | null): Promise<void>;
  noteSessionEnd(session: HeldSession, context: HookContext | null): Promise<void>;
}

interface HeldSession {
  id: string;
  userId: string;
  createdAt: Date;
  secondFactorAt?: Date | null | undefined;
  confirmedAt?: Date | null | undefined;
}

interface SessionBeginning {
  createdAt: Date;
  updatedAt: Date;
  expiresAt: Date;
  secondFactorAt: Date | null;
  confirmedAt: Date | null;
}

/** The part of better-auth's hook context that is read. */
interface HookContext {
  path?: string | undefined;
  headers?: Headers | undefined;
  request?: Request | undefined;
  context?: {
    /** The request's session, if the endpoint requires one. */
    session?: { session: Record<string, unknown> } | null;
    secret: string;
    authCookies: { sessionToken: { name: string } };
  };
  getSignedCookie?(name: string, secret: string): Promise<string | false | null | undefined>;
}

interface InvitedAccount {
  name: string;
  role: string;
  language: string;
}

export interface GateOptions {
  db: Database;
  /** Whether the demonstration accounts of the sample content may sign in. */
  demonstration: boolean;
  now(): Date;
}

/** Paths that verify a second factor. A passkey counts as one: user verification is required. */
const secondFactorPaths = new Set([
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
]);
const passwordPath = '/sign-in/email';

export function createAccountGate({ db, demonstration, now }: GateOptions): AccountGate {
  return {
    async admitUser({ name, email, emailVerified }) {
      if (!emailVerified || (await isAddressReserved(db, email, now()))) return false;
      const offer = await openInvitation(db, email, now());
      if (!offer) return false;
      const { language, siteRole: role } = offer;
      return { data: { name: cleanPersonName(name, language === 'en' ? 'en' : 'ja'), role, language } };
    },

    async welcomeUser({ id, email }) {
      await transact(db, async (tx) => {
        const offer = await openInvitation(tx, email, now());
        if (offer) await takeUp(tx, offer, id, now());
      });
    },

    async admitSession({ userId }, context) {
      const [user] = await db.select().from(siteUser).where(eq(siteUser.id, userId));
      if (!user || !mayHaveSession(user, demonstration)) return false;
      const at = now();
      const former = replacedSession(userId, context);
      const createdAt = former?.createdAt ?? at;
      const proven = secondFactorPaths.has(context?.path ?? '');
      return {
        data: {
          createdAt,
          updatedAt: at,
          expiresAt: endOf(createdAt, user.role as SiteRole, at),
          secondFactorAt: proven ? at : (former?.secondFactorAt ?? null),
          confirmedAt: former?.confirmedAt ?? null,
        },
      };
    },

    async noteSession({ id, userId }, context) {
      if (replacedSession(userId, context) || (await awaitsSecondFactor(db, userId, context))) return;
      const actor = actorOf(userId, context);
      await recordAudit(db, {
        actor,
        action: 'session.start',
        object: { kind: 'session', id },
        detail: { through: context?.path ?? null },
        at: now(),
      });
      const token = await presentedToken(context);
      if (!token) return;
      const left = and(eq(session.token, token), ne(session.id, id));
      await endSessions(db, left, { actor, why: 'signed-in-anew', at: now() });
    },

    async noteSessionEnd({ id, userId }, context) {
      const why = whyEnded(id, context);
      if (!why || (await awaitsSecondFactor(db, userId, context))) return;
      await recordAudit(db, {
        actor: actorOf(userId, context),
        action: actOfEnd(why),
        object: { kind: 'session', id },
        detail: { why, user: userId },
        at: now(),
      });
    },
  };
}

function actorOf(userId: string, context: HookContext | null): AuditActor {
  return { id: userId, network: (context?.headers ?? context?.request?.headers)?.get(networkHeader) ?? null };
}

/** The session that the new one replaces after a change of the password or second factor. */
function replacedSession(userId: string, context: HookContext | null): HeldSession | undefined {
  const held = context?.context?.session?.session as HeldSession | undefined;
  return held?.userId === userId ? held : undefined;
}

/**
 * better-auth opens a session for a correct password and ends it at once if a second factor is still
 * required.
 */
async function awaitsSecondFactor(
  db: Database,
  userId: string,
  context: HookContext | null,
): Promise<boolean> {
  if (context?.path !== passwordPath) return false;
  const [user] = await db.select().from(siteUser).where(eq(siteUser.id, userId));
  return user?.twoFactorEnabled ?? false;
}

function whyEnded(id: string, context: HookContext | null): SessionEnd | undefined {
  switch (context?.path) {
    case '/sign-out':
      return 'sign-out';
    case '/get-session':
      return 'expired';
    case '/reset-password':
      return 'password-changed';
    default:
      return context?.context?.session?.session.id === id ? undefined : 'password-changed';
  }
}

/** The session cookie of a sign-in request. */
async function presentedToken(context: HookContext | null): Promise<string | undefined> {
  const cookies = context?.context?.authCookies;
  if (!cookies || !context.context) return undefined;
  return (await context.getSignedCookie?.(cookies.sessionToken.name, context.context.secret)) || undefined;
}

/** Whether an account may have a session. */
export function mayHaveSession(
  user: {
    suspendedAt?: Date | null | undefined;
    deletedAt?: Date | null | undefined;
    demonstration?: boolean | null | undefined;
  },
  demonstration: boolean,
): boolean {
  return !user.suspendedAt && !user.deletedAt && (demonstration || !user.demonstration);
}

export type Invitation = typeof invitation.$inferSelect;

/** Grants an invited user what the invitation offers, and closes the invitation. */
export async function takeUp(tx: Queryable, offer: Invitation, userId: string, now: Date): Promise<void> {
  await tx.update(invitation).set({ status: 'accepted' }).where(eq(invitation.id, offer.id));
  if (offer.organizationId && offer.role)
    await tx
      .insert(membership)
      .values({
        id: crypto.randomUUID(),
        organizationId: offer.organizationId,
        userId,
        role: offer.role,
        createdAt: now,
      })
      .onConflictDoNothing();
  await recordAudit(tx, {
    actor: { id: userId, network: null },
    action: 'invitation.accept',
    object: { kind: 'invitation', id: offer.id },
    detail: { role: offer.siteRole, organisation: offer.organizationId },
    at: now,
  });
}

async function openInvitation(tx: Queryable, email: string, now: Date): Promise<Invitation | undefined> {
  const [offer] = await tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.email, email.toLowerCase()),
        eq(invitation.status, 'pending'),
        gt(invitation.expiresAt, now),
      ),
    )
    .orderBy(invitation.createdAt)
    .limit(1)
    .for('update');
  return offer;
}
