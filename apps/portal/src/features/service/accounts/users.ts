import { and, asc, count, eq, ilike, isNull, ne, or } from 'drizzle-orm';
import { type AuditActor, recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import type { SiteRole } from '../../../platform/identity/permissions.ts';
import { membership, organisation, session, siteUser } from '../../../platform/identity/schema.ts';
import { endSessions } from '../../../platform/identity/session-end.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';

type UserDependencies = Pick<Platform, 'connection' | 'now'>;

export interface ListedUser {
  id: string;
  name: string;
  email: string;
  role: SiteRole;
  twoFactorEnabled: boolean;
  suspended: boolean;
  createdAt: Date;
}

/** Most users on one page. */
const maxUsers = 200;

/** @param words  part of a name or address; empty for all users */
export async function listUsers({ connection }: UserDependencies, words: string): Promise<ListedUser[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await connection.db
    .select()
    .from(siteUser)
    .where(
      and(
        isNull(siteUser.deletedAt),
        ...(words ? [or(ilike(siteUser.name, pattern), ilike(siteUser.email, pattern))] : []),
      ),
    )
    .orderBy(asc(siteUser.name))
    .limit(maxUsers);
  return rows.map(listed);
}

export interface UserDetail extends ListedUser {
  organisations: { id: string; name: string; role: string }[];
  sessionCount: number;
}

export async function findUser(
  { connection }: UserDependencies,
  id: string,
): Promise<UserDetail | undefined> {
  const { db } = connection;
  const [row] = await db
    .select()
    .from(siteUser)
    .where(and(eq(siteUser.id, id), isNull(siteUser.deletedAt)));
  if (!row) return undefined;
  const organisations = await db
    .select({ id: organisation.id, name: organisation.name, role: membership.role })
    .from(membership)
    .innerJoin(organisation, eq(organisation.id, membership.organizationId))
    .where(eq(membership.userId, id));
  const [sessions] = await db.select({ number: count() }).from(session).where(eq(session.userId, id));
  return { ...listed(row), organisations, sessionCount: sessions?.number ?? 0 };
}

/** Changes a user's role and ends their sessions, so that no session keeps its former permissions. */
export async function setRole(
  { connection, now }: UserDependencies,
  id: string,
  role: SiteRole,
  by: AuditActor,
): Promise<Outcome<undefined>> {
  return transact(connection.db, async (tx) => {
    const user = await lockUser(tx, id);
    if (!user) return refused(noSuchUser);
    if (user.role === 'administrator' && role !== 'administrator' && !(await anotherAdministrator(tx, id)))
      return refused(lastAdministrator);
    await tx.update(siteUser).set({ role, updatedAt: now() }).where(eq(siteUser.id, id));
    await endSessions(tx, eq(session.userId, id), { actor: by, why: 'role-changed', at: now() });
    await recordAudit(tx, {
      actor: by,
      action: 'user.set-role',
      object: { kind: 'user', id },
      detail: { from: user.role, to: role },
      at: now(),
    });
    return done(undefined);
  });
}

/** Suspends a user, effective immediately, or lifts the suspension. */
export async function setSuspended(
  { connection, now }: UserDependencies,
  id: string,
  suspended: boolean,
  by: AuditActor,
): Promise<Outcome<undefined>> {
  return transact(connection.db, async (tx) => {
    const user = await lockUser(tx, id);
    if (!user) return refused(noSuchUser);
    if (suspended && user.role === 'administrator' && !(await anotherAdministrator(tx, id)))
      return refused(lastAdministrator);
    await tx
      .update(siteUser)
      .set({ suspendedAt: suspended ? now() : null, updatedAt: now() })
      .where(eq(siteUser.id, id));
    if (suspended) await endSessions(tx, eq(session.userId, id), { actor: by, why: 'suspended', at: now() });
    await recordAudit(tx, {
      actor: by,
      action: suspended ? 'user.suspend' : 'user.restore',
      object: { kind: 'user', id },
      at: now(),
    });
    return done(undefined);
  });
}

/** Ends all sessions of a user. */
export async function signOutEverywhere(
  { connection, now }: UserDependencies,
  id: string,
  by: AuditActor,
): Promise<Outcome<undefined>> {
  return transact(connection.db, async (tx) => {
    const user = await lockUser(tx, id);
    if (!user) return refused(noSuchUser);
    await endSessions(tx, eq(session.userId, id), { actor: by, why: 'ended-by-administrator', at: now() });
    await recordAudit(tx, {
      actor: by,
      action: 'user.sign-out-everywhere',
      object: { kind: 'user', id },
      at: now(),
    });
    return done(undefined);
  });
}

/** Whether another active administrator exists. Locks their rows, so that two cannot leave concurrently. */
export async function anotherAdministrator(tx: Queryable, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: siteUser.id })
    .from(siteUser)
    .where(
      and(
        eq(siteUser.role, 'administrator'),
        isNull(siteUser.deletedAt),
        isNull(siteUser.suspendedAt),
        ne(siteUser.id, id),
      ),
    )
    .orderBy(asc(siteUser.id))
    .for('update');
  return rows.length > 0;
}

export const lastAdministrator: Problem = {
  code: 'last-administrator',
  message: {
    ja: '管理者がいなくなるので、できません。先にほかの人を管理者にしてください。',
    en: 'No administrator would be left. Make somebody else one first.',
  },
};

const noSuchUser: Problem = {
  code: 'no-such-user',
  message: { ja: 'その利用者はいません。', en: 'There is no such user.' },
};

async function lockUser(tx: Queryable, id: string) {
  const [row] = await tx
    .select()
    .from(siteUser)
    .where(and(eq(siteUser.id, id), isNull(siteUser.deletedAt)))
    .for('update');
  return row;
}

function listed(row: typeof siteUser.$inferSelect): ListedUser {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    twoFactorEnabled: row.twoFactorEnabled,
    suspended: row.suspendedAt !== null,
    createdAt: row.createdAt,
  };
}
