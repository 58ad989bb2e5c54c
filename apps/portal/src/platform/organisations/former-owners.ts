import { and, eq, gt, gte, inArray, isNotNull, isNull, notExists, sql } from 'drizzle-orm';
import { type AuditActor, recordAudits } from '../audit/audit.ts';
import { auditEntry } from '../audit/schema.ts';
import type { Queryable } from '../database/connection.ts';
import { ownRows, type TenantDatabase, type TenantTransaction } from '../database/tenant.ts';
import { membership, siteUser } from '../identity/schema.ts';
import { done, type Outcome } from '../outcome/outcome.ts';
import { accessToken } from './schema.ts';

/** Days for which a token lasts at most. */
const longestLife = 366;

/** Of an organisation: its owners who can sign in. */
function ownersAmong(db: Queryable, organisationId: unknown, userId: unknown) {
  return db
    .select({ id: siteUser.id })
    .from(membership)
    .innerJoin(siteUser, eq(siteUser.id, membership.userId))
    .where(
      and(
        sql`${membership.organizationId} = ${organisationId}`,
        sql`${membership.userId} = ${userId}`,
        eq(membership.role, 'owner'),
        isNull(siteUser.suspendedAt),
        isNull(siteUser.deletedAt),
      ),
    );
}

/** Ids of the organisations for which somebody made a token who is no owner of them now. */
export async function organisationsWithFormerOwners(db: Queryable, now: Date): Promise<string[]> {
  const organisationId = sql<string>`${auditEntry.detail} ->> 'organisation'`;
  const rows = await db
    .select({ organisationId })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.action, 'access-token.create'),
        gte(auditEntry.at, new Date(now.getTime() - longestLife * 24 * 60 * 60 * 1_000)),
        inArray(auditEntry.actorId, db.select({ id: siteUser.id }).from(siteUser)),
        notExists(ownersAmong(db, organisationId, auditEntry.actorId)),
      ),
    )
    .groupBy(organisationId);
  return rows.flatMap(({ organisationId: id }) => (id ? [id] : []));
}

const isLeft = (tx: TenantTransaction, now: Date) =>
  and(
    ownRows(tx, accessToken),
    isNull(accessToken.revokedAt),
    gt(accessToken.expiresAt, now),
    isNotNull(accessToken.createdBy),
    inArray(accessToken.createdBy, tx.select({ id: siteUser.id }).from(siteUser)),
    notExists(ownersAmong(tx, tx.organisationId, accessToken.createdBy)),
  );

/** Active tokens of an organisation whose maker is no owner any more; those of the command line have none. */
export function tokensOfFormerOwners(
  tenant: TenantDatabase,
  now: Date,
): Promise<{ id: string; name: string }[]> {
  return tenant.read((tx) =>
    tx
      .select({ id: accessToken.id, name: accessToken.name })
      .from(accessToken)
      .where(isLeft(tx, now))
      .orderBy(accessToken.createdAt, accessToken.id),
  );
}

/**
 * Revokes the active tokens whose maker is no owner any more.
 * @returns how many
 */
export async function revokeTokensOfFormerOwners(
  tenant: TenantDatabase,
  by: AuditActor,
  now: Date,
): Promise<Outcome<number>> {
  return tenant.transact(async (tx) => {
    const revoked = await tx
      .update(accessToken)
      .set({ revokedAt: now })
      .where(isLeft(tx, now))
      .returning({ id: accessToken.id });
    await recordAudits(
      tx,
      revoked.map(({ id }) => ({
        actor: by,
        action: 'access-token.revoke',
        object: { kind: 'access-token', id },
        detail: { organisation: tx.organisationId },
        at: now,
      })),
    );
    return done(revoked.length);
  });
}
