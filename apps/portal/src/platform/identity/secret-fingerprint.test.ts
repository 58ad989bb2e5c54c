import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { secretFingerprint } from './schema.ts';
import { noteSecret } from './secret-fingerprint.ts';

let connection: DatabaseConnection;
beforeAll(async () => {
  connection = connectDatabase(await createTestDatabase('empty'));
});
afterAll(() => connection.close());

const now = new Date('2026-11-28T00:00:00Z');
/** Starts a node. @returns what it warns of */
async function start(secret: string): Promise<string[]> {
  const log = { warn: vi.fn() };
  await noteSecret(connection.db, secret, now, log);
  return log.warn.mock.calls.map(([, message]) => String(message));
}
const [one, other] = ['one'.repeat(12), 'other'.repeat(8)];

it('a node that starts with another secret than the one before says so, once for each change', async () => {
  expect(await start(one)).toEqual([]);
  expect(await start(one)).toEqual([]);
  expect(await start(other)).toEqual([expect.stringContaining('KAKEHASHI_SECRET')]);
  expect(await start(other)).toEqual([]);
  expect(await start(one)).toHaveLength(1);
});

it('of two nodes that start at once with secrets of their own, one says so', async () => {
  await connection.db.delete(secretFingerprint);
  expect((await Promise.all([start(one), start(other)])).flat()).toHaveLength(1);
});

it('nothing of the secret is in the database', async () => {
  await start(one);
  const [row] = await connection.db.select().from(secretFingerprint);
  expect(row?.fingerprint).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(row)).not.toContain(one);
});
