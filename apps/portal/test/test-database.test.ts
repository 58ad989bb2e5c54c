import pg from 'pg';
import { expect, it } from 'vitest';
import { createTestDatabase, ownerOf } from './test-database.ts';

async function rows(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const portalTables = `select table_name from information_schema.tables where table_schema = 'public'`;

it('a test database is at the newest schema', async () => {
  expect(await rows(await createTestDatabase(), portalTables)).not.toEqual([]);
});

it('what one test writes, another does not see', async () => {
  const [mine, yours] = [await createTestDatabase(), await createTestDatabase()];
  await rows(ownerOf(mine), 'create table only_here ()');
  expect(await rows(ownerOf(mine), portalTables)).toContainEqual({ table_name: 'only_here' });
  expect(await rows(ownerOf(yours), portalTables)).not.toContainEqual({ table_name: 'only_here' });
});
