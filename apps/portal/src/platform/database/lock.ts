import pg from 'pg';
import { unreachableDatabase } from './connection.ts';

/**
 * Work that only one node does at a time; any numbers, as long as all nodes use the same. 4_153_204_119 is taken, too:
 * under it the database links the entries of the audit log.
 */
export const locks = { migration: 4_153_204_117, content: 4_153_204_118 } as const;

/**
 * Does work while holding a lock on the database; others wait. A dead node's lock goes with its connection.
 * @throws StartupError `database-unreachable`
 */
export async function withLock<Result>(
  url: string,
  lock: keyof typeof locks,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // Its next query fails with the same error.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw unreachableDatabase(url, cause);
  }
  try {
    await client.query('select pg_advisory_lock($1)', [locks[lock]]);
    return await work(client);
  } finally {
    await client.end();
  }
}
