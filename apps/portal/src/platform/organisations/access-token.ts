import { randomBytes, randomUUID } from 'node:crypto';
import { and, count, desc, eq, gt, gte, isNull, sql } from 'drizzle-orm';
import { type AuditActor, recordAudit, recordAudits } from '../audit/audit.ts';
import { auditEntry } from '../audit/schema.ts';
import { ownRows, type TenantDatabase, type TenantTransaction, tenant } from '../database/tenant.ts';
import { type Transaction, unwrap } from '../database/transact.ts';
import { dayInTokyo } from '../i18n/dates.ts';
import { siteUser } from '../identity/schema.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import { checkStock, type Quota, type Stock, useQuota } from '../quota/quota.ts';
import { digestOf } from '../signing/token-digest.ts';
import type { OrganisationRoom, OrganisationRooms } from './rooms.ts';
import { accessToken } from './schema.ts';
import type { Scope } from './scopes.ts';

/**
 * `kkh_`, the organisation's id, and 256 random bits in base64url. The prefix lets secret scanners recognise
 * tokens; the id limits the look-up to one organisation.
 */
const form = /^kkh_([A-Za-z0-9-]{1,64})_[A-Za-z0-9_-]{43}$/;

const liveTokens: Stock = {
  name: 'access-tokens',
  what: { ja: '使えるアクセストークン', en: 'access tokens in use' },
  by: 'organisation',
  max: 50,
  remedy: { ja: '使っていないものを取り消してください。', en: 'Revoke some that are not used.' },
};

/** Counts creations, since revoked tokens are kept: otherwise creating and revoking would fill the table. */
const newTokens: Quota = {
  name: 'access-token',
  what: { ja: '新しいアクセストークン', en: 'new access tokens' },
  limits: [{ by: 'organisation', max: 200, per: 'day' }],
};

export interface NewAccessToken {
  name: string;
  scopes: readonly Scope[];
  /** Days from now. */
  days: number;
}

/** @returns the token, which cannot be shown again */
export async function createAccessToken(
  tenant: TenantDatabase,
  { name, scopes, days }: NewAccessToken,
  by: AuditActor,
  now: Date,
): Promise<Outcome<{ id: string; token: string }>> {
  const id = randomUUID();
  const token = `kkh_${tenant.organisationId}_${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + days * 24 * 60 * 60 * 1_000);
  return tenant.transact(async (tx) => {
    const { organisationId } = tx;
    unwrap(await useQuota(tx, newTokens, { organisation: organisationId }, now));
    unwrap(await checkStock(tx, liveTokens, organisationId, () => countLive(tx, now)));
    await tx.insert(accessToken).values({
      organisationId,
      id,
      name,
      digest: digestOf(token),
      scopes: [...scopes],
      createdBy: by.id,
      createdAt: now,
      expiresAt,
    });
    await recordAudit(tx, {
      actor: by,
      action: 'access-token.create',
      object: { kind: 'access-token', id },
      detail: { organisation: organisationId, scopes, expires: expiresAt.toISOString() },
      at: now,
    });
    return done({ id, token });
  });
}

async function countLive(tx: TenantTransaction, now: Date): Promise<number> {
  const [row] = await tx
    .select({ live: count() })
    .from(accessToken)
    .where(and(ownRows(tx, accessToken), isNull(accessToken.revokedAt), gt(accessToken.expiresAt, now)));
  return row?.live ?? 0;
}

export interface ListedAccessToken
  extends Omit<typeof accessToken.$inferSelect, 'organisationId' | 'digest' | 'createdBy'> {
  /** Name of the creator; null for the command line or a deleted account. */
  createdBy: string | null;
}

/** All active tokens, then a limited number of expired and revoked ones; each group newest first. */
export function listAccessTokens(tenant: TenantDatabase, now: Date): Promise<ListedAccessToken[]> {
  const { id, name, scopes, createdAt, expiresAt, revokedAt, lastUsedOn, lastUsedFrom } = accessToken;
  const shown = { id, name, scopes, createdAt, expiresAt, revokedAt, lastUsedOn, lastUsedFrom };
  return tenant.read((tx) =>
    tx
      .select({ ...shown, createdBy: siteUser.name })
      .from(accessToken)
      .leftJoin(siteUser, eq(siteUser.id, accessToken.createdBy))
      .where(ownRows(tx, accessToken))
      .orderBy(sql`${revokedAt} is not null, ${expiresAt} <= ${now.toISOString()}`, desc(createdAt), id)
      .limit(200),
  );
}

export async function revokeAccessToken(
  tenant: TenantDatabase,
  id: string,
  by: AuditActor,
  now: Date,
): Promise<Outcome<undefined>> {
  return tenant.transact(async (tx) => {
    const [row] = await tx
      .update(accessToken)
      .set({ revokedAt: now })
      .where(and(ownRows(tx, accessToken), eq(accessToken.id, id), isNull(accessToken.revokedAt)))
      .returning({ id: accessToken.id });
    if (!row) return refused(noSuchToken);
    await recordAudit(tx, {
      actor: by,
      action: 'access-token.revoke',
      object: { kind: 'access-token', id },
      detail: { organisation: tx.organisationId },
      at: now,
    });
    return done(undefined);
  });
}

/**
 * Revokes the tokens that a user created since a given time, in any organisation.
 * @returns how many
 */
export async function revokeTokensOf(
  tx: Transaction,
  userId: string,
  since: Date,
  by: AuditActor,
  now: Date,
): Promise<number> {
  // Look up the organisations in the audit log, to include those the user has left.
  const made = await tx
    .selectDistinct({ organisationId: sql<string>`${auditEntry.detail} ->> 'organisation'` })
    .from(auditEntry)
    .where(
      and(
        eq(auditEntry.actorId, userId),
        eq(auditEntry.action, 'access-token.create'),
        gte(auditEntry.at, since),
      ),
    );
  let revoked = 0;
  for (const { organisationId } of made)
    await tenant(tx, organisationId).transact(async (own) => {
      const ofUser = and(eq(accessToken.createdBy, userId), gte(accessToken.createdAt, since));
      const tokens = await own
        .update(accessToken)
        .set({ revokedAt: now })
        .where(and(ownRows(own, accessToken), ofUser, isNull(accessToken.revokedAt)))
        .returning({ id: accessToken.id });
      await recordAudits(
        own,
        tokens.map(({ id }) => ({
          actor: by,
          action: 'access-token.revoke',
          object: { kind: 'access-token', id },
          detail: { organisation: organisationId },
          at: now,
        })),
      );
      revoked += tokens.length;
    });
  return revoked;
}

const noSuchToken: Problem = {
  code: 'no-such-access-token',
  message: {
    ja: 'このアクセストークンはありません。または、もう取り消されています。',
    en: 'There is no such access token, or it is revoked already.',
  },
};

/** A valid access token and the room it gives access to. */
export interface RecognisedToken extends OrganisationRoom {
  token: { id: string; scopes: readonly Scope[] };
}

/**
 * The owner of a token; undefined if it is invalid, revoked or expired. It is looked up by digest, so timing
 * reveals only the digest, from which a token of 256 random bits cannot be derived.
 * @param network  of the request: `networkOf` its address
 */
export async function recogniseAccessToken(
  rooms: OrganisationRooms,
  token: string,
  network: string | null,
  now: Date,
): Promise<RecognisedToken | undefined> {
  const [, organisationId] = form.exec(token) ?? [];
  const room = organisationId && (await rooms.find(organisationId));
  if (!room) return undefined;
  return room.tenant.transact(async (tx) => {
    const [row] = await tx
      .select()
      .from(accessToken)
      .where(
        and(
          ownRows(tx, accessToken),
          eq(accessToken.digest, digestOf(token)),
          isNull(accessToken.revokedAt),
          gt(accessToken.expiresAt, now),
        ),
      );
    if (!row) return undefined;
    const used = { lastUsedOn: dayInTokyo(now), lastUsedFrom: network };
    if (row.lastUsedOn !== used.lastUsedOn || row.lastUsedFrom !== used.lastUsedFrom)
      await tx
        .update(accessToken)
        .set(used)
        .where(and(ownRows(tx, accessToken), eq(accessToken.id, row.id)));
    return { ...room, token: { id: row.id, scopes: row.scopes } };
  });
}
