import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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

interface Journal {
  entries: readonly { when: number }[];
}

function readJournal(): Journal {
  return JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8'));
}

/** Times of all migrations, by which the database remembers them; the newest last. */
export function knownMigrations(): number[] {
  return readJournal().entries.map(({ when }) => when);
}

/** Brings an empty database to the schema that one of the migrations left. @param newest  its time */
export async function migrateUpTo(url: string, newest: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kakehashi-migrations-'));
  try {
    await cp(migrations, folder, { recursive: true });
    const journal = readJournal();
    const entries = journal.entries.filter(({ when }) => when <= newest);
    await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
    await migrate(url, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
