import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { findProjectRoot } from '../config/project-root.ts';
import { withLock } from './lock.ts';

const migrations = 'apps/portal/src/platform/database/migrations';

/**
 * Brings the database to the newest schema; does nothing where it already is.
 * @param url               PostgreSQL to migrate
 * @param migrationsFolder  folder of the numbered SQL files
 * @throws StartupError `database-unreachable`
 */
export async function migrate(
  url: string,
  migrationsFolder = join(findProjectRoot(), migrations),
): Promise<void> {
  await withLock(url, 'migration', (client) => applyMigrations(drizzle(client), { migrationsFolder }));
}
