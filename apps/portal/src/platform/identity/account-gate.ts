import { and, eq, gt } from 'drizzle-orm';
import { recordAudit } from '../audit/audit.ts';
import type { Database, Queryable } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import { networkHeader } from './request-headers.ts';
import { invitation, membership, siteUser } from './schema.ts';

/** What better-auth's hooks ask before an account or a session comes to be, and tell afterwards. */
export interface AccountGate {
  /** Accounts that the OpenID provider brings: only for somebody invited whose address it has verified. */
  admitUser(user: { email: string; emailVerified: boolean }): Promise<false | { data: InvitedAccount }>;
  welcomeUser(user: { id: string; email: string }): Promise<void>;
  /** Every session, whatever the way in: not for suspended, deleted, or unwanted demonstration accounts. */
  admitSession(session: { userId: string }): Promise<boolean>;
  noteSession(session: { id: string; userId: string }, context: HookContext | null): Promise<void>;
}

/** As much of better-auth's hook context as is read. */
interface HookContext {
  path?: string | undefined;
  headers?: Headers | undefined;
  request?: Request | undefined;
}

interface InvitedAccount {
  role: string;
  language: string;
}

export interface GateOptions {
  db: Database;
  /** Whether the shown accounts of the sample content may sign in. */
  demonstration: boolean;
  now(): Date;
}

export function createAccountGate({ db, demonstration, now }: GateOptions): AccountGate {
  return {
    async admitUser({ email, emailVerified }) {
      const offer = emailVerified ? await openInvitation(db, email, now()) : undefined;
      return offer ? { data: { role: offer.siteRole, language: offer.language } } : false;
    },

    async welcomeUser({ id, email }) {
      await transact(db, async (tx) => {
        const offer = await openInvitation(tx, email, now());
        if (offer) await takeUp(tx, offer, id, now());
      });
    },

    async admitSession({ userId }) {
      const [user] = await db.select().from(siteUser).where(eq(siteUser.id, userId));
      return user !== undefined && mayHaveSession(user, demonstration);
    },

    async noteSession({ id, userId }, context) {
      const network = (context?.headers ?? context?.request?.headers)?.get(networkHeader) ?? null;
      await recordAudit(db, {
        actor: { id: userId, network },
        action: 'session.start',
        object: { kind: 'session', id },
        detail: { through: context?.path ?? null },
        at: now(),
      });
    },
  };
}

/** Whether an account may be signed in at all. */
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

/** Gives an invited user what the invitation offers, and closes it. */
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
