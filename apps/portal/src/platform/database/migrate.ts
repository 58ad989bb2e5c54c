import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import { StartupError } from '../startup-error.ts';
import type { DatabaseAddresses } from './addresses.ts';
import { withLock } from './lock.ts';
import { describeRole, grantToPortal } from './roles.ts';
import { forceRowSecurity } from './row-security.ts';

/** Beside this file in the source, and beside the program in the build. */
const migrations = join(import.meta.dirname, 'migrations');

/**
 * Migrates the database to the newest schema and grants the portal's role its rights. Idempotent.
 * @param migrationsFolder  folder of the numbered SQL files
 * @throws StartupError `database-unreachable`, `database-forbidden`
 */
export async function migrate(
  { owner, portal }: DatabaseAddresses,
  migrationsFolder = migrations,
): Promise<void> {
  await withLock(owner, 'migration', async (client) => {
    await applyMigrations(drizzle(client), { migrationsFolder }).catch((cause) => {
      throw isForbidden(cause) ? roleMayNot(owner, cause) : cause;
    });
    await forceRowSecurity(client);
    if (owner !== portal) await grantToPortal(client, (await describeRole(portal)).name);
  });
}

/** PostgreSQL's code for insufficient privilege. */
function isForbidden(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === '42501') || isForbidden(error.cause);
}

function roleMayNot(url: string, cause: unknown): StartupError {
  const role = decodeURIComponent(new URL(url).username) || '–';
  return new StartupError(
    'database-forbidden',
    {
      ja: `データベースのロール ${role} には、表を作ったり変えたりする権限がありません。持ち主のロールのアドレスを KAKEHASHI_OWNER_DATABASE_URL に設定してください。`,
      en: `the database role ${role} may not create or change tables; set KAKEHASHI_OWNER_DATABASE_URL to the address for the role that owns the database`,
    },
    { cause },
  );
}

interface Journal {
  entries: readonly { when: number }[];
}

function readJournal(): Journal {
  return JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8'));
}

/** Timestamps of all migrations, which identify them in the database; newest last. */
export function knownMigrations(): number[] {
  return readJournal().entries.map(({ when }) => when);
}

/**
 * Migrates an empty database up to one of the migrations.
 * @param newest  timestamp of the last migration to apply
 */
export async function migrateUpTo(url: string, newest: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'kakehashi-migrations-'));
  try {
    await cp(migrations, folder, { recursive: true });
    const journal = readJournal();
    const entries = journal.entries.filter(({ when }) => when <= newest);
    await writeFile(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }));
    await migrate({ owner: url, portal: url }, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
