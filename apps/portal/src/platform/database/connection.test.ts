import { once } from 'node:events';
import { sql } from 'drizzle-orm';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { openDatabaseLine } from '../../../test/database-line.ts';
import { createTestDatabase } from '../../../test/test-database.ts';
import { connectDatabase } from './connection.ts';
import { withLock } from './lock.ts';
import { transact } from './transact.ts';
import { isDatabaseUnavailable, isTextRefused } from './unavailable.ts';

/** Does not listen for `error`, as `once` of node:events would. */
const ended = (client: pg.Client) => new Promise<void>((resolve) => client.once('end', resolve));

test('a transaction whose connection breaks fails, and the process and later queries go on', async () => {
  const line = await openDatabaseLine(await createTestDatabase());
  const connection = connectDatabase(line.url);
  const lent = once(connection.db.$client, 'connect');
  const transaction = transact(connection.db, async (tx) => {
    await tx.execute(sql`select 1`);
    const [client] = await lent;
    line.cut();
    await ended(client);
    await tx.execute(sql`select 2`);
  });
  await expect(transaction).rejects.toSatisfy(isDatabaseUnavailable);
  await expect(connection.db.execute(sql`select 3`)).rejects.toSatisfy(isDatabaseUnavailable);
  line.mend();
  const failed = await connection.db.execute(sql`select nothing`).catch((error) => error);
  expect(isDatabaseUnavailable(failed)).toBe(false);
  await connection.close();
  await line.close();
});

test('connections that break as a transaction begins do not use up the pool', async () => {
  const line = await openDatabaseLine(await createTestDatabase());
  const connection = connectDatabase(line.url);
  const maxConnections = 10;
  for (let time = 0; time <= maxConnections; time += 1) {
    await connection.db.execute(sql`select 1`);
    const transaction = transact(connection.db, async (tx) => tx.execute(sql`select 2`));
    line.cut();
    await expect(transaction).rejects.toSatisfy(isDatabaseUnavailable);
    line.mend();
  }
  expect((await connection.db.execute(sql`select 3 as three`)).rows).toEqual([{ three: 3 }]);
  await connection.close();
  await line.close();
});

test('work under a lock whose connection breaks fails, and the process goes on', async () => {
  const line = await openDatabaseLine(await createTestDatabase());
  const work = withLock(line.url, 'content', async (client) => {
    line.cut();
    await ended(client);
    await client.query('select 1');
  });
  await expect(work).rejects.toThrow();
  await line.close();
});

test('what cannot be kept as text is told apart from what is wrong with the database', async () => {
  const connection = connectDatabase(await createTestDatabase());
  const statements = [sql`select ${'a\0b'}::text`, sql`select ${'"a\\u0000b"'}::jsonb`];
  for (const statement of statements) {
    const failed = await connection.db.execute(statement).catch((error) => error);
    expect([isTextRefused(failed), isDatabaseUnavailable(failed)]).toEqual([true, false]);
  }
  await connection.close();
});
