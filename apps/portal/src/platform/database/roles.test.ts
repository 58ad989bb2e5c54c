import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, ownerOf } from '../../../test/test-database.ts';
import { migrate } from './migrate.ts';
import { describeRole } from './roles.ts';

let portal: pg.Client;
let owner: pg.Client;
beforeAll(async () => {
  const url = await createTestDatabase('sample');
  // Rights on a database itself are not copied with it.
  await migrate({ owner: ownerOf(url), portal: url });
  [portal, owner] = [new pg.Client(url), new pg.Client(ownerOf(url))];
  await portal.connect();
  await owner.connect();
  await portal.query(`insert into audit_entry (actor_id, action, object_kind, object_id, detail, at)
    values ('somebody', 'user.suspend', 'user', 'another', '{}', now())`);
});
afterAll(async () => {
  await portal.end();
  await owner.end();
});

const keptForGood = ['revision', 'transition', 'audit_entry', 'audit_link'];
const columns: Record<string, string> = { audit_entry: 'action', audit_link: 'hash' };
const acts = keptForGood.flatMap((table) => [
  `update ${table} set ${columns[table] ?? 'reason'} = 'nothing'`,
  `delete from ${table}`,
  `truncate ${table} cascade`,
]);

/** Runs a statement and rolls it back in any case. */
async function refusal(client: pg.Client, statement: string): Promise<unknown> {
  await client.query('begin');
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return error;
  } finally {
    await client.query('rollback');
  }
}

describe('the portal’s role', () => {
  it.each(acts)('may not: %s', async (statement) => {
    expect(await refusal(portal, statement)).toMatchObject({ code: '42501' });
  });

  it.each([
    `insert into audit_link (position, entry_id, hash) values (9, 9, 'forged')`,
    'create table mine ()',
    'create temporary table mine ()',
    'create schema mine',
    'create function mine() returns int language sql as $$ select 1 $$',
    'alter table revision add column mine int',
    'alter table revision disable trigger all',
    'drop trigger revision_append_only on revision',
    'drop table session',
    'truncate session cascade',
    'create role mine',
    'alter role kakehashi_portal superuser',
    'set role kakehashi',
    'set session_replication_role = replica',
    `copy site_user to program 'cat'`,
    `copy site_user to '/tmp/users'`,
    `select pg_read_file('/etc/passwd')`,
    'create table jobs.mine ()',
    'truncate jobs.job cascade',
    'select * from drizzle.__drizzle_migrations',
  ])('may not: %s', async (statement) => {
    expect(await refusal(portal, statement)).toMatchObject({ code: '42501' });
  });

  it('shares no password with the owner or the superuser', async () => {
    const { rows } = await portal.query(
      'select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false }]);
    for (const user of ['kakehashi', 'postgres']) {
      const { host, port, password, database } = portal;
      const guess = new pg.Client({
        host,
        port,
        password: String(password),
        database: String(database),
        user,
      });
      await expect(guess.connect()).rejects.toMatchObject({ code: '28P01' });
    }
  });
});

describe('the owner of the tables', () => {
  it.each(acts)('is stopped by a trigger from: %s', async (statement) => {
    expect(await refusal(owner, statement)).toMatchObject({
      message: expect.stringContaining('added, never changed'),
    });
  });
});

it('a portal that works as the owner is told apart from one that does not', async () => {
  const url = await createTestDatabase();
  expect(await describeRole(url)).toEqual({ name: 'kakehashi_portal', mayChangeSchema: false });
  expect(await describeRole(ownerOf(url))).toEqual({ name: 'kakehashi', mayChangeSchema: true });
});

it('a role that may not bring the schema up to date is told which variable is missing', async () => {
  const url = await createTestDatabase();
  await expect(migrate({ owner: url, portal: url })).rejects.toMatchObject({
    code: 'database-forbidden',
    text: { en: expect.stringContaining('KAKEHASHI_OWNER_DATABASE_URL'), ja: expect.any(String) },
  });
});

it('an installation of one role gets on with two: the next start gives the second what it needs', async () => {
  const url = await createTestDatabase();
  const both = { owner: ownerOf(url), portal: url };
  const client = new pg.Client(both.owner);
  await client.connect();
  await client.query('revoke all on all tables in schema public from kakehashi_portal');
  await migrate({ owner: both.owner, portal: both.owner });
  await migrate(both);
  const { rows } = await client.query(`
    select has_table_privilege('kakehashi_portal', 'publication', 'update') as changes,
      has_table_privilege('kakehashi_portal', 'revision', 'insert') as adds,
      has_table_privilege('kakehashi_portal', 'revision', 'update') as rewrites`);
  await client.end();
  expect(rows).toEqual([{ changes: true, adds: true, rewrites: false }]);
});
