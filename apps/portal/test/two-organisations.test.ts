import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { and, eq, sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { auditEntry } from '../src/platform/audit/schema.ts';
import { findTableFaults } from '../src/platform/database/row-security.ts';
import { ownRows } from '../src/platform/database/tenant.ts';
import { addUser, preparePassword } from '../src/platform/identity/new-user.ts';
import type { OrganisationRole } from '../src/platform/identity/permissions.ts';
import { invitation, membership, organisation } from '../src/platform/identity/schema.ts';
import { createAccessToken } from '../src/platform/organisations/access-token.ts';
import { exportRoom } from '../src/platform/organisations/room-data.ts';
import { accessToken } from '../src/platform/organisations/schema.ts';
import { definedScopes } from '../src/platform/organisations/scopes.ts';
import { quotaUse } from '../src/platform/quota/schema.ts';
import type { DeclaredApiRoute } from '../src/platform/web/organisation-api.ts';
import type { DeclaredRoute } from '../src/platform/web/page-routes.ts';
import { features } from '../src/portal.ts';
import { BrowserSession } from './browser-session.ts';
import { password } from './new-accounts.ts';
import { notesFeature } from './organisation-room/feature.tsx';
import { enterSampleRows, findPrivateTables, type PrivateTable } from './organisation-room/sample-rows.ts';
import { addTrialTables } from './organisation-room/tables.ts';
import { createTestDatabase } from './test-database.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

/** Tables with a column `organisation_id` that the site itself reads across organisations. */
const shared = ['invitation', 'membership'];
/** Columns of sample rows that only certain values fit. */
const given = { access_token: { expires_at: '2099-01-01T00:00:00Z' } };

const now = new Date();
let portal: TestPortal;
let tables: PrivateTable[];
const routes: DeclaredRoute[] = [];
const apiRoutes: DeclaredApiRoute[] = [];

interface Side {
  id: string;
  marker: string;
  /** Of everything that the organisation has. */
  ids: string[];
  token: string;
  people: Record<OrganisationRole, BrowserSession>;
}
let ours: Side;
let theirs: Side;

beforeAll(async () => {
  const databaseUrl = await createTestDatabase('sample');
  await addTrialTables(databaseUrl);
  portal = await openTestPortal({
    databaseUrl,
    features: [...features, notesFeature],
    declare: (route) => routes.push(route),
    declareApi: (route) => apiRoutes.push(route),
  });
  tables = await findPrivateTables(portal.platform.rooms.tenant('none'));
  ours = await makeSide('of-ours');
  theirs = await makeSide('of-theirs');
});
afterAll(() => portal.stop());

async function makeSide(marker: string): Promise<Side> {
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

/** Everything that an organisation has, private or not. */
async function holdings({ id }: Side): Promise<string> {
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

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const hasParameter = (path: string) => /:\w+/.test(path.replace(':organisation', ''));
const at = (path: string, { id }: Side, other: string) =>
  path.replace(':organisation', id).replace(/:\w+(\{[^}]*\})?/g, other);
const knock = (browser: BrowserSession, { method }: DeclaredRoute, address: string) =>
  method === 'GET' ? browser.get(address) : browser.post(address, {});

const call = ({ method }: DeclaredApiRoute, address: string, headers: Record<string, string>) =>
  fetch(`http://127.0.0.1:${portal.port}${address}`, {
    method,
    headers: method === 'POST' ? { 'content-type': 'application/json', ...headers } : headers,
    ...(method === 'POST' && { body: '{}' }),
    redirect: 'manual',
  });

/** What of the other organisation an answer shows; an id that was asked for may be said again. */
async function leak(answer: Response, ...asked: string[]): Promise<string | undefined> {
  const text = (await answer.text()) + JSON.stringify([...answer.headers]);
  const rest = asked.reduce((left, id) => left.replaceAll(id, ''), text);
  return [theirs.marker, theirs.id, ...theirs.ids].find((secret) => rest.includes(secret));
}

const roomRoutes = () => routes.filter(({ within }) => within);

describe('the routes of organisation rooms', () => {
  it('are all declared by within, pages and API', () => {
    const declared = new Set([...roomRoutes(), ...apiRoutes].map(({ method, path }) => `${method} ${path}`));
    const below = portal.addresses
      .filter(({ method, path }) => method !== 'ALL' && /\/organisations\/[:*]/.test(path))
      .map(({ method, path }) => `${method} ${path}`);
    expect(below.length).toBeGreaterThan(10);
    expect(below.filter((address) => !declared.has(address))).toEqual([]);
  });

  it('show an organisation its own', async () => {
    const mine = ours.ids.find((id) => id.includes('trial_note-id')) ?? '';
    const page = await ours.people.member.get(`/organisations/${ours.id}/notes/${mine}`);
    expect(await page.text()).toContain('of-ours-trial_note-text');
    const data = await portal.get(`/api/v1/organisations/${ours.id}/notes`, bearer(ours.token));
    expect(await data.json()).toMatchObject([{ text: 'of-ours-trial_note-text' }]);
  });

  it('neither show nor change anything of another organisation, and each query names the one it is for', async () => {
    const before = await holdings(theirs);
    const watch = watchQueries(tables);
    const wrong: string[] = [];
    for (const route of roomRoutes()) {
      // The same handlers answer in both languages.
      const others = hasParameter(route.path) && !route.path.startsWith('/en') ? theirs.ids : ['none'];
      for (const [role, browser] of Object.entries(ours.people))
        for (const other of others) {
          const strange = await knock(browser, route, at(route.path, theirs, other));
          const own = await knock(browser, route, at(route.path, ours, other));
          if (strange.status !== 404) wrong.push(`${role} ${route.method} ${route.path}: ${strange.status}`);
          for (const answer of [strange, own]) {
            const shown = await leak(answer, other, ...(answer === strange ? [theirs.id] : []));
            if (answer.status >= 500 || shown)
              wrong.push(`${role} ${route.method} ${route.path} ${other}: ${answer.status} ${shown}`);
          }
        }
    }
    for (const route of apiRoutes) {
      const others = hasParameter(route.path) ? theirs.ids : ['none'];
      for (const other of others) {
        const strange = await call(route, at(route.path, theirs, other), bearer(ours.token));
        const own = await call(route, at(route.path, ours, other), bearer(ours.token));
        const isNamed = route.path.includes(':organisation');
        if (isNamed && strange.status !== 404) wrong.push(`${route.method} ${route.path}: ${strange.status}`);
        for (const answer of [strange, own]) {
          const shown = await leak(answer, other, ...(answer === strange ? [theirs.id] : []));
          if (answer.status >= 500 || shown)
            wrong.push(`${route.method} ${route.path} ${other}: ${answer.status} ${shown}`);
        }
      }
    }
    const unnamed = watch.stop();
    expect(wrong).toEqual([]);
    expect(unnamed).toEqual([]);
    expect(watch.seen).toBeGreaterThan(50);
    expect(await holdings(theirs)).toBe(before);
  });

  it('send whoever is not signed in to sign in, whether or not there is such an organisation', async () => {
    const nobody = new BrowserSession(portal);
    for (const route of roomRoutes().filter(({ method }) => method === 'GET'))
      for (const side of [theirs, { ...theirs, id: 'none' }]) {
        const answer = await knock(nobody, route, at(route.path, side, 'none'));
        expect(answer.headers.get('location')).toMatch(/^(\/en)?\/sign-in\?to=/);
      }
  });

  it('refuse a member what only owners may do, and give administrators what the rule says', async () => {
    const path = `/organisations/${ours.id}`;
    expect((await ours.people.member.post(`${path}/notes/none/delete`)).status).toBe(403);
    expect((await ours.people.owner.post(`${path}/notes/none/delete`)).status).toBe(404);
    const admin = new BrowserSession(portal);
    await admin.signIn('admin@example.jp');
    expect((await admin.get(`${path}/notes`)).status).toBe(200);
    expect((await admin.post(`${path}/notes/none/delete`)).status).toBe(404);
    expect((await admin.get('/organisations/none/notes')).status).toBe(404);
  });
});

/** Collects queries on private tables that do not say which organisation they are about. */
function watchQueries(of: readonly PrivateTable[]) {
  const unnamed = new Set<string>();
  let seen = 0;
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  return {
    get seen() {
      return seen;
    },
    stop() {
      for (const [query] of spy.mock.calls as unknown as [string | { text?: string }][]) {
        const text = typeof query === 'string' ? query : (query?.text ?? '');
        for (const { name } of of.filter((table) => text.includes(`"${table.name}"`))) {
          seen++;
          const called = new RegExp(`"${name}" "(\\w+)"`).exec(text)?.[1] ?? name;
          const column = `"${called}"."organisation_id"`;
          const isNamed =
            /\borganisation_id = '/.test(text) ||
            text.includes(`${column} = `) ||
            text.includes(` = ${column}`) ||
            text.startsWith(`insert into "${name}" ("organisation_id"`);
          if (!isNamed) unnamed.add(text);
        }
      }
      spy.mockRestore();
      return [...unnamed];
    },
  };
}

describe('an access token', () => {
  const notes = () => `/api/v1/organisations/${ours.id}/notes`;
  const made = async (scopes: ('read' | 'upload')[], days: number, at = now) => {
    const tenant = portal.platform.rooms.tenant(ours.id);
    const by = { id: 'somebody', network: null };
    const token = await createAccessToken(tenant, { name: 'another', scopes, days }, by, at);
    if (!token.ok) throw new Error('no token');
    return token.value;
  };

  it('is what programs come in by; a session is not', async () => {
    const answer = await ours.people.owner.get(notes());
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Kakehashi"');
    expect(await answer.json()).toMatchObject({
      problems: [
        { code: 'access-token-missing', message: { ja: expect.any(String), en: expect.any(String) } },
      ],
    });
  });

  it.each([
    ['of random letters', () => `kkh_${ours.id}_${'x'.repeat(43)}`],
    ['of another form', () => 'let-me-in'],
    ['of no organisation', () => `kkh_none_${'x'.repeat(43)}`],
    [
      'with one letter changed',
      () => ours.token.slice(0, -5) + (ours.token.endsWith('AAAAA') ? 'BBBBB' : 'AAAAA'),
    ],
    ['of another organisation under this one’s name', () => theirs.token.replace(theirs.id, ours.id)],
  ])('%s opens nothing', async (_, token) => {
    const answer = await portal.get(notes(), bearer(token()));
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    expect(await answer.json()).toMatchObject({ problems: [{ code: 'access-token-invalid' }] });
  });

  it('opens nothing once it is over', async () => {
    const { token } = await made(['read'], 1, new Date(now.getTime() - 2 * 24 * 60 * 60 * 1_000));
    expect((await portal.get(notes(), bearer(token))).status).toBe(401);
  });

  it('does what its scopes say and no more', async () => {
    const { token } = await made(['read'], 30);
    expect((await portal.get(notes(), bearer(token))).status).toBe(200);
    const refused = await call(
      { method: 'DELETE', path: '', scope: 'upload' },
      `${notes()}/none`,
      bearer(token),
    );
    expect(refused.status).toBe(403);
    expect(refused.headers.get('www-authenticate')).toContain('scope="upload"');
  });

  it('gets answers that no cache keeps, that set no cookie, and that scripts of other sites do not read', async () => {
    const answer = await portal.get(notes(), { ...bearer(ours.token), origin: 'https://elsewhere.example' });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is told which methods there are, and how much may be sent', async () => {
    const other = await call({ method: 'DELETE', path: '', scope: 'read' }, notes(), bearer(ours.token));
    expect(other.status).toBe(405);
    expect(other.headers.get('allow')).toBe('GET');
    const large = await fetch(`http://127.0.0.1:${portal.port}${notes()}/none/open`, {
      method: 'POST',
      headers: bearer(ours.token),
      body: 'x'.repeat(65 * 1024),
    });
    expect(large.status).toBe(413);
  });

  it('is kept as a digest only, with the day and network of its last use', async () => {
    const rows = await holdings(ours);
    expect(rows).not.toContain(ours.token.slice(-43));
    expect(rows).toContain('"last_used_from":"127.0.0.0/24"');
    const acts = await portal.platform.connection.db.select().from(auditEntry);
    expect(JSON.stringify(acts)).not.toContain(ours.token.slice(-43));
    expect(acts).toContainEqual(
      expect.objectContaining({ action: 'access-token.create', objectKind: 'access-token' }),
    );
  });
});

describe('an owner', () => {
  const path = () => `/organisations/${ours.id}`;
  const tokenIn = (page: string) => /kkh_[A-Za-z0-9-]+_[A-Za-z0-9_-]{43}/.exec(page)?.[0] ?? '';

  it('makes a token that is shown once, and revokes it', async () => {
    const { owner } = ours.people;
    const form = { name: '夜間の<まとめ>', days: '30', 'scope.read': 'on' };
    const made = await owner.post(`${path()}/access-tokens`, form);
    expect(made.headers.get('cache-control')).toBe('private, no-store');
    const token = tokenIn(await made.text());
    const use = () => portal.get(`/api/v1${path()}/notes`, bearer(token));
    expect((await use()).status).toBe(200);
    const listed = await (await owner.get(`/en${path()}/access-tokens`)).text();
    expect(tokenIn(listed)).toBe('');
    expect(listed).toContain('夜間の&lt;まとめ&gt;');
    expect(listed).toContain('127.0.0.0/24');
    const id = [...listed.matchAll(/access-tokens\/([^/"]+)\/revoke/g)].map(([, each]) => each)[0];
    const revoked = await owner.post(`${path()}/access-tokens/${id}/revoke`);
    expect(revoked.headers.get('location')).toBe(`${path()}/access-tokens?notice=revoked`);
    expect((await use()).status).toBe(401);
    expect((await owner.post(`${path()}/access-tokens/${id}/revoke`)).status).toBe(404);
  });

  it.each([
    [{ name: '', days: '30', 'scope.read': 'on' }, 400, '名前を100文字以内で'],
    [{ name: 'without scope', days: '30' }, 400, '使える範囲を一つ以上'],
    [{ name: 'for ever', days: '99999', 'scope.read': 'on' }, 400, ''],
    [{ name: 'for more', days: '30', 'scope.everything': 'on' }, 400, ''],
  ])('is told what is wrong with %j', async (form, status, said) => {
    const answer = await ours.people.owner.post(`${path()}/access-tokens`, form);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(said);
  });

  it('may have no more than fifty tokens in use', async () => {
    const tenant = portal.platform.rooms.tenant(ours.id);
    const by = { id: null, network: null };
    const wanted = { name: 'one of many', scopes: ['read' as const], days: 1 };
    const outcomes = [];
    while (outcomes.length < 50) outcomes.push(await createAccessToken(tenant, wanted, by, now));
    expect(outcomes.at(-1)).toMatchObject({ ok: false, problems: [{ code: 'stock-full' }] });
  });

  it('sees every token in use and who made it, however many were revoked since', async () => {
    const tenant = portal.platform.rooms.tenant(ours.id);
    const later = new Date(now.getTime() + 1_000);
    const revoked = Array.from({ length: 250 }, (_, at) => ({
      organisationId: ours.id,
      id: `revoked-${at}`,
      name: 'revoked',
      digest: `digest-${at}`,
      scopes: ['read' as const],
      createdAt: later,
      expiresAt: new Date('2099-01-01'),
      revokedAt: later,
    }));
    await tenant.transact((tx) => tx.insert(accessToken).values(revoked));
    const page = await (await ours.people.owner.get(`${path()}/access-tokens`)).text();
    expect(page).toContain('token-of-ours');
    expect(page).toContain('owner-of-ours');
    await tenant.transact((tx) =>
      tx.delete(accessToken).where(and(ownRows(tx, accessToken), eq(accessToken.name, 'revoked'))),
    );
  });

  it('makes two hundred tokens a day at most', async () => {
    const { connection } = portal.platform;
    await connection.db.update(quotaUse).set({ used: 200 }).where(eq(quotaUse.quota, 'access-token'));
    const form = { name: 'one too many', days: '30', 'scope.read': 'on' };
    const answer = await ours.people.owner.post(`/en${path()}/access-tokens`, form);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain('The limit is 200 new access tokens a day for one organisation.');
  });

  it('takes along every row of every capability, and none of another organisation', async () => {
    expect((await ours.people.member.get(`${path()}/data/export`)).status).toBe(403);
    const answer = await ours.people.owner.get(`${path()}/data/export`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const text = await answer.text();
    const lines = text
      .trim()
      .split('\n')
      .map((each) => JSON.parse(each));
    expect(lines[0]).toMatchObject({ format: 'kakehashi-organisation-1', organisation: { id: ours.id } });
    expect(lines.at(-1)).toEqual({ end: true, rows: lines.length - 2 });
    const noted = lines.filter(({ table }) => table === 'trial_note');
    expect(noted).toMatchObject([{ row: { organisation_id: ours.id, text: 'of-ours-trial_note-text' } }]);
    expect(new Set(lines.slice(1, -1).map(({ table }) => table))).toEqual(
      new Set(tables.map(({ name }) => name)),
    );
    expect(text).not.toContain('digest');
    expect(text).not.toContain(theirs.id);
  });

  it('takes long numbers along to the last digit, and values that have no order', async () => {
    const long = '9007199254740993';
    const room = await portal.platform.rooms.find(ours.id);
    if (!room) throw new Error('no room');
    const changed = sql`bytes = ${long}, answers = '{"yes": true}'`;
    await room.tenant.transact((tx) =>
      tx.execute(sql`update trial_note set ${changed} where organisation_id = ${ours.id}`),
    );
    let text = '';
    await exportRoom(room, now, async (lines) => {
      text += lines;
    });
    expect(text).toContain(`"bytes": ${long}`);
    expect(text).toContain('"answers": {"yes": true}');
  });

  it('leaves no file behind, however the download ends', async () => {
    const address = `${path()}/data/export`;
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('kakehashi-export-'));
    const before = left();
    await (await ours.people.owner.get(address)).body?.cancel();
    const cookie = [...ours.people.owner.cookies].map((pair) => pair.join('=')).join('; ');
    const asked = { method: 'HEAD', headers: { cookie } };
    const head = await fetch(`http://127.0.0.1:${portal.port}${address}`, asked);
    expect(head.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    expect(left()).toEqual(before);
  });

  it('exports twenty times an hour at most', async () => {
    const { connection } = portal.platform;
    await connection.db.update(quotaUse).set({ used: 20 }).where(eq(quotaUse.quota, 'organisation-export'));
    const answer = await ours.people.owner.get(`/en${path()}/data/export`);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(await answer.text()).toContain('The limit is 20 exports an hour for one organisation.');
  });

  it('deletes everything after a second question, and nothing of another organisation', async () => {
    const before = await holdings(theirs);
    const { owner } = ours.people;
    const page = await (await owner.get(`${path()}/data/delete`)).text();
    expect(page).toContain('name-of-ours');
    expect((await owner.post(`${path()}/data/delete`, { confirm: 'yes' })).status).toBe(400);
    expect((await portal.get(`/api/v1${path()}/notes`, bearer(ours.token))).status).toBe(200);
    const done = await owner.post(`${path()}/data/delete`, { confirm: 'name-of-ours' });
    expect(done.headers.get('location')).toBe(`${path()}/data?notice=deleted`);
    for (const { name } of tables) {
      const left = await portal.platform.rooms
        .tenant(ours.id)
        .read((tx) => tx.execute(sql`select from ${sql.identifier(name)}`));
      expect(left.rowCount).toBe(0);
    }
    expect((await portal.get(`/api/v1${path()}/notes`, bearer(ours.token))).status).toBe(401);
    expect((await owner.get(path())).status).toBe(200);
    expect(await holdings(theirs)).toBe(before);
    const acts = await portal.platform.connection.db.select().from(auditEntry);
    for (const action of ['organisation-data.export', 'organisation-data.delete'])
      expect(acts).toContainEqual(expect.objectContaining({ action, objectId: ours.id }));
  });
});

it('every private table of the portal stands behind the same wall', async () => {
  const faults = await findTableFaults(portal.platform.connection.db.$client, shared);
  expect(faults).toEqual([]);
  expect(tables.map(({ name }) => name)).toContain('access_token');
});
