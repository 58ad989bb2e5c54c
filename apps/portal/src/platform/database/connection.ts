import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { StartupError } from '../startup-error.ts';

export type Database = NodePgDatabase & { $client: pg.Pool };
/** A database or a transaction on it: what a query needs. */
export type Queryable = Pick<Database, 'select' | 'insert' | 'update' | 'delete' | 'execute' | '$count'>;

/** A pool of connections and the query builder on it. */
export interface DatabaseConnection {
  db: Database;
  url: string;
  close(): Promise<void>;
}

/** Milliseconds. */
const longestQuery = 60_000;

/**
 * Opens a pool on a PostgreSQL.
 * @param onError  called when an idle connection breaks; the pool replaces it by itself
 */
export function connectDatabase(url: string, onError: (error: Error) => void = () => {}): DatabaseConnection {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    // Detects connections silently dropped by a firewall.
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    query_timeout: longestQuery,
    application_name: 'kakehashi',
  });
  pool.on('error', onError);
  takeBackBroken(pool);
  return {
    db: drizzle(pool),
    url,
    close: () => pool.end(),
  };
}

/**
 * A connection that breaks inside a transaction fails the pending or next query, and also emits `error`.
 * While the connection is checked out nobody listens for that event, so it would end the process. The
 * connection is removed from the pool at once: if it breaks as a transaction begins, the query builder never
 * releases it.
 */
function takeBackBroken(pool: pg.Pool): void {
  const checkedOut = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => checkedOut.add(client));
  pool.on('release', (_, client) => checkedOut.delete(client));
  pool.on('connect', (client) =>
    client.on('error', (error) => {
      if (!checkedOut.has(client)) return;
      client.release(error);
      // The borrower releases it later as well.
      client.release = () => {};
    }),
  );
}

/** The start-up error for a database that cannot be reached, without its password. */
export function unreachableDatabase(url: string, cause: unknown): StartupError {
  const address = withoutPassword(url);
  const detail =
    cause instanceof Error ? (cause as Error & { code?: string }).code || cause.message : String(cause);
  return new StartupError(
    'database-unreachable',
    {
      ja: `データベース ${address} につながりません (${detail})。DATABASE_URL と、サーバーが動いているかを確認してください。`,
      en: `cannot reach the database ${address} (${detail}); check DATABASE_URL and that the server runs`,
    },
    { cause },
  );
}

function withoutPassword(url: string): string {
  const parsed = new URL(url);
  return `${parsed.hostname || 'localhost'}${parsed.port ? `:${parsed.port}` : ''}${parsed.pathname}`;
}
