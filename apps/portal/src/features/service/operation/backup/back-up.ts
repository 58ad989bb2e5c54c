import { createReadStream } from 'node:fs';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { CommandError } from '../../../../platform/command-line/command.ts';
import { organisationSetting } from '../../../../platform/database/tenant.ts';
import { writeHashed } from './hashed-file.ts';
import { type Manifest, manifestName } from './manifest.ts';

interface BackUpOptions {
  databaseUrl: string;
  dataDir: string;
  /** Target folder; must be empty. */
  folder: string;
  /** Version of Kakehashi. */
  version: string;
  at: Date;
  /** Called for each table and for the files. */
  onStep(what: string): void;
}

/** Folders of the data directory that are backed up, besides the database. */
const kept = ['evidence', 'secret'];

/**
 * Writes a consistent snapshot of the database, then the files it refers to. The portal may be running.
 * @returns the manifest, and ids of evidence whose files do not match the database
 */
export async function backUp(options: BackUpOptions): Promise<{ manifest: Manifest; problems: string[] }> {
  const { databaseUrl, dataDir, folder, version, at, onStep } = options;
  await makeEmpty(folder);
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'kakehashi-backup' });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const migrations = await migrationsOf(client);
    const tables: Manifest['tables'] = [];
    for (const name of await tableNames(client)) {
      onStep(name);
      tables.push(await copyTable(client, name, folder));
    }
    const files: Manifest['files'] = [];
    for (const path of await filesBelow(dataDir, kept)) {
      onStep(path);
      const written = await copyFile(dataDir, path, folder);
      if (written) files.push({ path, ...written });
    }
    const manifest: Manifest = {
      format: 1,
      version,
      at: at.toISOString(),
      postgresql: await one<string>(client, `select current_setting('server_version')`),
      migrations,
      tables,
      sequences: await sequencesOf(client),
      files,
    };
    const problems = await evidenceProblems(client, files);
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    return { manifest, problems: problems };
  } finally {
    await client.end();
  }
}

async function makeEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length === 0) return;
  throw new CommandError({
    ja: `${folder} は空ではありません。新しいフォルダーを書いてください。`,
    en: `${folder} is not empty; name a new folder`,
  });
}

async function migrationsOf(client: pg.Client): Promise<number[]> {
  const known = await one<string | null>(client, `select to_regclass('drizzle.__drizzle_migrations')`);
  if (known === null)
    throw new CommandError({
      ja: 'データベースがまだ空です。架け橋を一度動かしてください。',
      en: 'the database is empty yet: start Kakehashi once',
    });
  const { rows } = await client.query(
    'select created_at from drizzle.__drizzle_migrations order by created_at',
  );
  return rows.map(({ created_at }) => Number(created_at));
}

async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function copyTable(
  client: pg.Client,
  name: string,
  folder: string,
): Promise<Manifest['tables'][number]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [pg.escapeIdentifier(name)],
  );
  const columns = rows.map((row) => row.name);
  const file = `tables/${name}.copy.gz`;
  const query =
    name === 'job_outbox'
      ? await waitingJobs(client, columns)
      : `select ${quoted(columns)} from ${quoted([name])}`;
  const counted = { rows: 0 };
  const reading = Readable.from(copyRows(client, name, query, counted));
  const written = await writeHashed(join(folder, file), reading, createGzip());
  return { name, columns, ...counted, file, ...written };
}

/** Row-level security shows rows of one organisation at a time, also to the owner of the tables. */
async function* copyRows(client: pg.Client, table: string, query: string, counted: { rows: number }) {
  const { rows: organisations } = await client.query<{ id: string }>(
    `select organisation.id from organisation, pg_class
     where pg_class.oid = $1::regclass and relrowsecurity order by 1`,
    [pg.escapeIdentifier(table)],
  );
  for (const id of organisations.length > 0 ? organisations.map((each) => each.id) : ['']) {
    await client.query('select set_config($1, $2, true)', [organisationSetting, id]);
    const reading = client.query(copyTo(`copy (${query}) to stdout`));
    yield* reading;
    counted.rows += reading.rowCount;
  }
}

/**
 * Pending jobs, including those already in the queue, in the form in which they were requested.
 * The queue's own tables are created again on restoring.
 */
async function waitingJobs(client: pg.Client, columns: string[]): Promise<string> {
  const outbox = `select ${quoted(columns)} from job_outbox`;
  if ((await one<string | null>(client, `select to_regclass('jobs.job')`)) === null) return outbox;
  const asAsked: Record<string, string> = {
    id: `numbers.highest + row_number() over (order by job.created_on)`,
    name: 'job.name',
    data: `coalesce(job.data, 'null'::jsonb)`,
    job_id: 'job.id',
    start_at: 'job.start_after',
  };
  const taken = columns.map((column) => asAsked[column] ?? 'null').join(', ');
  return `${outbox} union all select ${taken} from jobs.job,
    (select coalesce(max(id), 0) as highest from job_outbox) numbers
    where state in ('created', 'retry', 'active') and name not like '\\_\\_pgboss%'`;
}

async function sequencesOf(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null order by 1`,
  );
  return rows;
}

async function filesBelow(dataDir: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const about = await stat(join(dataDir, name)).catch(() => undefined);
    if (about?.isFile()) found.push(name);
    if (!about?.isDirectory()) continue;
    const inside = await readdir(join(dataDir, name));
    found.push(
      ...(await filesBelow(
        dataDir,
        inside.sort().map((entry) => `${name}/${entry}`),
      )),
    );
  }
  // A file still being written has no row yet.
  return found.filter((path) => !path.endsWith('.part'));
}

/** Undefined if the file was deleted meanwhile. */
async function copyFile(dataDir: string, path: string, folder: string) {
  return writeHashed(join(folder, 'files', path), createReadStream(join(dataDir, path))).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

async function evidenceProblems(client: pg.Client, files: Manifest['files']): Promise<string[]> {
  const { rows } = await client.query<{ id: string; digest: string }>(
    `select id, digest from evidence_file where state <> 'infected' order by id`,
  );
  const hashes = new Map(files.map(({ path, sha256 }) => [path.split('/').at(-1), sha256]));
  return rows.filter(({ id, digest }) => hashes.get(id) !== digest).map(({ id }) => id);
}

async function one<Value>(client: pg.Client, query: string): Promise<Value> {
  const { rows } = await client.query({ text: query, rowMode: 'array' });
  return rows[0]?.[0];
}

function quoted(names: readonly string[]): string {
  return names.map((name) => pg.escapeIdentifier(name)).join(', ');
}
