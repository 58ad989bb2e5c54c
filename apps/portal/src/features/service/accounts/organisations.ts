import { randomUUID } from 'node:crypto';
import { APIError } from 'better-auth/api';
import { asc, count, eq } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Transaction, transact } from '../../../platform/database/transact.ts';
import type { OrganisationRole } from '../../../platform/identity/permissions.ts';
import { membership, organisation, siteUser } from '../../../platform/identity/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';

export interface ListedOrganisation {
  id: string;
  name: string;
  memberCount: number;
}

export async function listOrganisations({
  connection,
}: Pick<Platform, 'connection'>): Promise<ListedOrganisation[]> {
  return connection.db
    .select({ id: organisation.id, name: organisation.name, memberCount: count(membership.id) })
    .from(organisation)
    .leftJoin(membership, eq(membership.organizationId, organisation.id))
    .groupBy(organisation.id)
    .orderBy(asc(organisation.name));
}

/** Creates an organisation without members; members join by invitation. */
export async function createOrganisation(
  { connection, now }: Pick<Platform, 'connection' | 'now'>,
  name: string,
  by: SignedInUser,
): Promise<{ id: string }> {
  return transact(connection.db, (tx) => createOrganisationWithin(tx, name, by, now()));
}

/** As `createOrganisation`, within the caller's transaction. */
export async function createOrganisationWithin(
  tx: Transaction,
  name: string,
  by: SignedInUser,
  at: Date,
): Promise<{ id: string }> {
  const id = randomUUID();
  await tx.insert(organisation).values({ id, name, slug: id, createdAt: at });
  await recordAudit(tx, {
    actor: by.audit,
    action: 'organisation.create',
    object: { kind: 'organisation', id },
    at,
  });
  return { id };
}

export interface ListedMember {
  id: string;
  userId: string;
  name: string;
  email: string;
  role: OrganisationRole;
}

export interface OrganisationDetail {
  id: string;
  name: string;
  members: ListedMember[];
}

export async function findOrganisation(
  { connection }: Pick<Platform, 'connection'>,
  id: string,
): Promise<OrganisationDetail | undefined> {
  const { db } = connection;
  const [row] = await db.select().from(organisation).where(eq(organisation.id, id));
  if (!row) return undefined;
  const members = await db
    .select({
      id: membership.id,
      userId: siteUser.id,
      name: siteUser.name,
      email: siteUser.email,
      role: membership.role,
    })
    .from(membership)
    .innerJoin(siteUser, eq(siteUser.id, membership.userId))
    .where(eq(membership.organizationId, id))
    .orderBy(asc(siteUser.name));
  return { id, name: row.name, members };
}

export interface MemberChange {
  organisationId: string;
  memberId: string;
  /** New role; absent to remove the member. */
  role?: OrganisationRole;
}

/** Changes a member's role or removes the member. An organisation always keeps an owner (better-auth's rule). */
export async function changeMember(
  { identity, connection, now }: Pick<Platform, 'identity' | 'connection' | 'now'>,
  { organisationId, memberId, role }: MemberChange,
  by: SignedInUser,
  headers: Headers,
): Promise<Outcome<undefined>> {
  const { api } = identity.auth;
  try {
    if (role)
      await api.updateMemberRole({ body: { memberId, role, organizationId: organisationId }, headers });
    else
      await api.removeMember({
        body: { memberIdOrEmail: memberId, organizationId: organisationId },
        headers,
      });
  } catch (error) {
    if (error instanceof APIError) return refused(memberNotChanged);
    throw error;
  }
  await recordAudit(connection.db, {
    actor: by.audit,
    action: role ? 'membership.set-role' : 'membership.remove',
    object: { kind: 'membership', id: memberId },
    detail: { organisation: organisationId, ...(role && { to: role }) },
    at: now(),
  });
  return done(undefined);
}

const memberNotChanged: Problem = {
  code: 'member-not-changed',
  message: {
    ja: '変えられませんでした。組織には責任者が一人以上要ります。',
    en: 'This could not be changed. An organisation needs at least one owner.',
  },
};
