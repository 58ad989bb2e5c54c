import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { unreachableDatabase } from './connection.ts';

/** Any number, as long as all nodes use the same: only one of them migrates at a time. */
const migrationLock = 4_153_204_117;

/**
 * Brings the database to the newest schema; does nothing where it already is.
 * @param url               PostgreSQL to migrate
 * @param migrationsFolder  folder of the numbered SQL files
 * @throws StartupError `database-unreachable`
 */
export async function migrate(url: string, migrationsFolder = defaultMigrationsFolder()): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
  } catch (cause) {
    throw unreachableDatabase(url, cause);
  }
  try {
    const db = drizzle(client);
    await db.execute(sql`select pg_advisory_lock(${migrationLock})`);
    await applyMigrations(db, { migrationsFolder });
  } finally {
    await client.end();
  }
}

function defaultMigrationsFolder(): string {
  return fileURLToPath(new URL('./migrations', import.meta.url));
}
