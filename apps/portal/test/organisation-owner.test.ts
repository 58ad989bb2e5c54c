import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { and, eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditEntry } from '../src/platform/audit/schema.ts';
import { ownRows } from '../src/platform/database/tenant.ts';
import { createAccessToken } from '../src/platform/organisations/access-token.ts';
import { exportRoom } from '../src/platform/organisations/room-data.ts';
import { accessToken } from '../src/platform/organisations/schema.ts';
import { quotaUse } from '../src/platform/quota/schema.ts';
import { bearer, callApi, openTwoSides, type Side, type TwoSides } from './organisation-room/two-sides.ts';
import type { TestPortal } from './test-portal.ts';

const now = new Date();
let portal: TestPortal;
let ours: Side;
let theirs: Side;
let tables: TwoSides['tables'];
let holdings: TwoSides['holdings'];

beforeAll(async () => {
  ({ portal, ours, theirs, tables, holdings } = await openTwoSides(now));
});
afterAll(() => portal.stop());

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
    const refused = await callApi(portal, 'DELETE', `${notes()}/none`, bearer(token));
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
    const other = await callApi(portal, 'DELETE', notes(), bearer(ours.token));
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
  ])('is told what is wrong with %j', async (form, status, message) => {
    const answer = await ours.people.owner.post(`${path()}/access-tokens`, form);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(message);
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
    expect((await ours.people.member.post(`${path()}/data/export`)).status).toBe(403);
    const answer = await ours.people.owner.post(`${path()}/data/export`);
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
    const answer = await ours.people.owner.post(address);
    expect(answer.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    await answer.body?.cancel();
    expect(left()).toEqual(before);
  });

  it('exports twenty times an hour at most', async () => {
    const { connection } = portal.platform;
    await connection.db.update(quotaUse).set({ used: 20 }).where(eq(quotaUse.quota, 'organisation-export'));
    const answer = await ours.people.owner.post(`/en${path()}/data/export`);
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
