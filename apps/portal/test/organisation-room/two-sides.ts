import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { addUser, preparePassword } from '../../src/platform/identity/new-user.ts';
import type { OrganisationRole } from '../../src/platform/identity/permissions.ts';
import { invitation, membership, organisation } from '../../src/platform/identity/schema.ts';
import { createAccessToken } from '../../src/platform/organisations/access-token.ts';
import { definedScopes } from '../../src/platform/organisations/scopes.ts';
import type { DeclaredApiRoute } from '../../src/platform/web/organisation-api.ts';
import type { DeclaredRoute } from '../../src/platform/web/page-routes.ts';
import { features } from '../../src/portal.ts';
import { BrowserSession } from '../browser-session.ts';
import { password } from '../new-accounts.ts';
import { createTestDatabase } from '../test-database.ts';
import { openTestPortal, type TestPortal } from '../test-portal.ts';
import { notesFeature } from './feature.tsx';
import { enterSampleRows, findPrivateTables, type PrivateTable } from './sample-rows.ts';
import { addTrialTables } from './tables.ts';

/** Tables with a column `organisation_id` that the site itself reads across organisations. */
export const shared = ['invitation', 'membership'];
/** Columns of sample rows that only certain values fit. */
const given = {
  access_token: { expires_at: '2099-01-01T00:00:00Z' },
  posted_need: { wanted_by: '2099-01', released_in: '2026-10' },
};

/** An organisation with an owner, a member, an invitation, a token, and a row in each private table. */
export interface Side {
  id: string;
  /** Part of every text of the organisation. */
  marker: string;
  /** Ids of everything the organisation has. */
  ids: string[];
  token: string;
  people: Record<OrganisationRole, BrowserSession>;
}

/** A portal with two organisations that have the same things. */
export interface TwoSides {
  portal: TestPortal;
  ours: Side;
  theirs: Side;
  /** Every private table of every capability. */
  tables: readonly PrivateTable[];
  routes: readonly DeclaredRoute[];
  apiRoutes: readonly DeclaredApiRoute[];
  /** Everything that an organisation has, private or not. */
  holdings(side: Side): Promise<string>;
}

export async function openTwoSides(now: Date): Promise<TwoSides> {
  const routes: DeclaredRoute[] = [];
  const apiRoutes: DeclaredApiRoute[] = [];
  const databaseUrl = await createTestDatabase('sample');
  await addTrialTables(databaseUrl);
  const portal = await openTestPortal({
    databaseUrl,
    features: [...features, notesFeature],
    declare: (route) => routes.push(route),
    declareApi: (route) => apiRoutes.push(route),
  });
  const tables = await findPrivateTables(portal.platform.rooms.tenant('none'));
  return {
    portal,
    ours: await makeSide(portal, tables, 'of-ours', now),
    theirs: await makeSide(portal, tables, 'of-theirs', now),
    tables,
    routes,
    apiRoutes,
    holdings: ({ id }) => holdings(portal, tables, id),
  };
}

async function makeSide(
  portal: TestPortal,
  tables: readonly PrivateTable[],
  marker: string,
  now: Date,
): Promise<Side> {
  const { connection, rooms } = portal.platform;
  const { db } = connection;
  const id = randomUUID();
  await db.insert(organisation).values({ id, name: `name-${marker}`, slug: id, createdAt: now });
  const ids: string[] = [];
  const people: Partial<Record<OrganisationRole, BrowserSession>> = {};
  const passwordHash = await preparePassword(password);
  for (const role of ['owner', 'member'] as const) {
    const email = `${role}-${marker}@example.com`;
    const user = { email, name: `${role}-${marker}`, role: 'provider' as const, language: 'ja' as const };
    const userId = (await addUser(db, { ...user, passwordHash }, now)) ?? '';
    const membershipId = randomUUID();
    await db
      .insert(membership)
      .values({ id: membershipId, organizationId: id, userId, role, createdAt: now });
    people[role] = new BrowserSession(portal);
    await people[role].signIn(email, password);
    ids.push(userId, membershipId);
  }
  const invitationId = randomUUID();
  await db.insert(invitation).values({
    id: invitationId,
    tokenDigest: `digest-${marker}`,
    email: `invited-${marker}@example.com`,
    organizationId: id,
    role: 'member',
    inviterId: ids[0] ?? '',
    createdAt: now,
    expiresAt: new Date('2099-01-01'),
  });
  const tenant = rooms.tenant(id);
  ids.push(invitationId, ...(await enterSampleRows(tenant, tables, marker, given)));
  const scopes = definedScopes().map(([name]) => name);
  const by = { id: ids[0] ?? null, network: null };
  const made = await createAccessToken(tenant, { name: `token-${marker}`, scopes, days: 30 }, by, now);
  if (!made.ok) throw new Error('no token');
  return {
    id,
    marker,
    ids: [...ids, made.value.id],
    token: made.value.token,
    people: people as Side['people'],
  };
}

async function holdings(portal: TestPortal, tables: readonly PrivateTable[], id: string): Promise<string> {
  const names = [...tables.map(({ name }) => name), ...shared];
  return portal.platform.rooms.tenant(id).read(async (tx) => {
    const held: unknown[] = [];
    for (const name of names)
      held.push(
        await tx
          .execute(
            sql`select to_jsonb(t) as row from ${sql.identifier(name)} t where organisation_id = ${id} order by 1`,
          )
          .then(({ rows }) => rows),
      );
    return JSON.stringify(held);
  });
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** A call of the API, with an empty object where it takes a body. */
export const callApi = (
  { port }: TestPortal,
  method: DeclaredApiRoute['method'],
  address: string,
  headers: Record<string, string>,
) =>
  fetch(`http://127.0.0.1:${port}${address}`, {
    method,
    headers: method === 'POST' ? { 'content-type': 'application/json', ...headers } : headers,
    ...(method === 'POST' && { body: '{}' }),
    redirect: 'manual',
  });
