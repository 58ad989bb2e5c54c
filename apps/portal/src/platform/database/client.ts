import pg from 'pg';
import { unreachableDatabase } from './connection.ts';

/**
 * Does work on one connection of its own, which is closed afterwards.
 * @throws StartupError `database-unreachable`
 */
export async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // Ignored here: the next query fails with the same error.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    throw unreachableDatabase(url, cause);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
