import type pg from 'pg';
import { withClient } from './client.ts';

/**
 * Advisory locks for work that only one node may do at a time; all nodes must use the same numbers.
 * 4_153_204_119 is also taken: the database uses it to link audit entries.
 */
export const locks = { migration: 4_153_204_117, content: 4_153_204_118 } as const;

/**
 * Does work while holding a lock on the database; others wait. The lock of a dead node ends with its
 * connection.
 * @throws StartupError `database-unreachable`
 */
export async function withLock<Result>(
  url: string,
  lock: keyof typeof locks,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [locks[lock]]);
    return await work(client);
  });
}
