import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { CommandError } from '../../../../platform/command-line/command.ts';
import { knownMigrations, migrate, migrateUpTo } from '../../../../platform/database/migrate.ts';
import { measureFile, writeHashed } from './hashed-file.ts';
import { type Manifest, readManifest } from './manifest.ts';

interface RestoreOptions {
  folder: string;
  /** Connection of the role that owns the database. */
  databaseUrl: string;
  dataDir: string;
  /** Called for each step and table. */
  onStep(what: string): void;
}

/**
 * Restores a back-up into an empty installation. Verifies everything first, loads the database
 * in one transaction, then migrates it to the newest schema.
 * @throws CommandError if the back-up is damaged or of a newer version, or the target is not empty
 */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const { folder, databaseUrl, dataDir, onStep } = options;
  const manifest = await readManifest(folder);
  const newest = manifest.migrations.at(-1) ?? 0;
  refuseNewer(manifest, newest);
  await verify(folder, manifest, onStep);
  await refuseUsedFolder(dataDir, manifest);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'kakehashi-restore' });
  client.on('error', () => {});
  await client.connect();
  try {
    await refuseUsedDatabase(client);
    await migrateUpTo(databaseUrl, newest);
    await fillInOneGo(client, manifest, { folder, dataDir, onStep });
  } finally {
    await client.end();
  }
  // The portal's role gets its privileges at the next start.
  await migrate({ owner: databaseUrl, portal: databaseUrl });
  return manifest;
}

function refuseNewer({ version }: Manifest, newest: number): void {
  if (knownMigrations().includes(newest)) return;
  throw new CommandError({
    ja: `このバックアップは、この架け橋が知らない版のデータベースのものです（架け橋 ${version} で作成）。同じかより新しい版の架け橋で戻してください。`,
    en: `the back-up is of a database that this Kakehashi does not know (made by ${version}); restore it with that version or a newer one`,
  });
}

async function verify(folder: string, manifest: Manifest, onStep: RestoreOptions['onStep']): Promise<void> {
  const parts = [
    ...manifest.tables.map((table) => ({ ...table, path: table.file })),
    ...manifest.files.map((file) => ({ ...file, path: `files/${file.path}` })),
  ];
  for (const { path, bytes, sha256 } of parts) {
    onStep(path);
    const found = await measureFile(join(folder, path)).catch(() => undefined);
    if (found?.bytes !== bytes || found.sha256 !== sha256)
      throw new CommandError({
        ja: `バックアップの ${path} が${found ? '書かれたときと違います' : 'ありません'}。何も戻していません。`,
        en: `${path} of the back-up ${found ? 'is not as it was written' : 'is missing'}; nothing was restored`,
      });
  }
}

async function refuseUsedFolder(dataDir: string, { files }: Manifest): Promise<void> {
  for (const top of new Set(files.map(({ path }) => path.split('/')[0] ?? ''))) {
    const path = join(dataDir, top);
    const about = await stat(path).catch(() => undefined);
    if (!about || (about.isDirectory() && (await readdir(path)).length === 0)) continue;
    throw inUse(path);
  }
}

async function refuseUsedDatabase(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relnamespace::regnamespace || '.' || relname as name from pg_class
     where relkind in ('r', 'p') and relnamespace::regnamespace::text in ('public', 'drizzle', 'jobs') limit 1`,
  );
  if (rows[0]) throw inUse(rows[0].name);
}

function inUse(what: string): CommandError {
  return new CommandError({
    ja: `すでに使われているところには戻せません（${what} があります）。空のデータベースと空のデータフォルダーに戻してください。何も変えていません。`,
    en: `nothing is restored over what is in use (there is ${what}); restore into an empty database and an empty data directory. Nothing was changed`,
  });
}

async function fillInOneGo(
  client: pg.Client,
  { tables, sequences, files }: Manifest,
  { folder, dataDir, onStep }: Pick<RestoreOptions, 'folder' | 'dataDir' | 'onStep'>,
): Promise<void> {
  const run = (statement: string) => client.query(statement);
  await run('begin');
  // Foreign keys are added after all tables are loaded; triggers are meant for user changes only.
  const ties = await foreignKeys(client);
  for (const { table, name } of ties) await run(`alter table ${table} drop constraint ${quoted(name)}`);
  const triggers = await enabledTriggers(client);
  for (const { table, name } of triggers) await run(`alter table ${table} disable trigger ${quoted(name)}`);
  // Rows of all organisations are loaded together.
  const tablesWithPolicies = await tablesWithRowSecurity(client);
  for (const table of tablesWithPolicies) await run(`alter table ${table} disable row level security`);
  // Migrations may have inserted rows.
  for (const { name } of tables) await run(`delete from ${quoted(name)}`);
  for (const table of tables) {
    onStep(table.name);
    await fill(client, folder, table);
  }
  for (const table of tablesWithPolicies) await run(`alter table ${table} enable row level security`);
  for (const { name, last } of sequences)
    await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), last]);
  for (const { table, name, definition } of ties)
    await run(`alter table ${table} add constraint ${quoted(name)} ${definition}`);
  for (const { table, name } of triggers) await run(`alter table ${table} enable trigger ${quoted(name)}`);
  for (const { path } of files) {
    onStep(path);
    await writeHashed(join(dataDir, path), createReadStream(join(folder, 'files', path)));
  }
  await run('commit');
  await run('analyze');
}

async function fill(client: pg.Client, folder: string, table: Manifest['tables'][number]): Promise<void> {
  const columns = table.columns.map(quoted).join(', ');
  const writing = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), writing);
  if (writing.rowCount === table.rows) return;
  throw new CommandError({
    ja: `${table.name} の行数が合いません（${table.rows} 行のはずが ${writing.rowCount} 行）。何も戻していません。`,
    en: `${table.name} has ${writing.rowCount} rows where ${table.rows} were written; nothing was restored`,
  });
}

async function foreignKeys(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by oid`,
  );
  return rows;
}

async function tablesWithRowSecurity(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class
     where relnamespace = 'public'::regnamespace and relrowsecurity`,
  );
  return rows.map(({ table }) => table);
}

async function enabledTriggers(client: pg.Client) {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select tgrelid::regclass::text as table, tgname as name from pg_trigger
     join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and tgenabled = 'O' and relnamespace = 'public'::regnamespace order by pg_trigger.oid`,
  );
  return rows;
}

const quoted = (name: string) => pg.escapeIdentifier(name);
