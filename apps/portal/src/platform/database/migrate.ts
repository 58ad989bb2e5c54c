import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { withLock } from './lock.ts';

/** Beside this file in the source, and beside the program in the build. */
const migrations = join(import.meta.dirname, 'migrations');

/**
 * Brings the database to the newest schema; does nothing where it already is.
 * @param url               PostgreSQL to migrate
 * @param migrationsFolder  folder of the numbered SQL files
 * @throws StartupError `database-unreachable`
 */
export async function migrate(url: string, migrationsFolder = migrations): Promise<void> {
  await withLock(url, 'migration', (client) => applyMigrations(drizzle(client), { migrationsFolder }));
}
