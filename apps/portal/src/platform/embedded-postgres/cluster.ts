import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { StartupError } from '../startup-error.ts';
import { type Account, serverAccount } from './account.ts';
import { type Binaries, locateBinaries } from './binaries.ts';
import { serverFailure } from './failures.ts';
import { isRunning } from './postmaster-file.ts';

/** Major version of the bundled PostgreSQL; no other major version can read its data. */
const majorVersion = '18';

/** One PostgreSQL cluster on disk and what is needed to run it. */
export interface Cluster {
  /** `<data directory>/postgres`: the cluster, its password and its log. */
  folder: string;
  /** PostgreSQL's own files. */
  data: string;
  logFile: string;
  password: string;
  account: Account | undefined;
  binaries: Binaries;
}

/** Name of the superuser; the portal itself connects as an ordinary role. */
export const superuser = 'postgres';

/**
 * Opens the cluster of a data directory; creates it if there is none. Creation is atomic: an interrupted
 * first start leaves only a staging folder, which the next start removes.
 * @param onCreate  called before a new cluster is created, which takes about a second
 */
export async function openCluster(
  dataDir: string,
  options: { durable: boolean; onCreate: () => void },
): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  const data = join(folder, 'data');
  const account = serverAccount(data);
  const binaries = await locateBinaries(account);
  mkdirSync(dataDir, { recursive: true });
  removeAbandonedStaging(folder);
  if (!existsSync(folder)) {
    options.onCreate();
    await createCluster(folder, binaries, account, options.durable);
  }
  requireVersion(data);
  if (account) changeOwner(account, folder);
  // A restored back-up is often world-readable, which PostgreSQL refuses.
  if (statSync(data).mode & 0o077) chmodSync(data, 0o700);
  return {
    folder,
    data,
    logFile: join(folder, 'server.log'),
    password: readFileSync(join(folder, 'password'), 'utf8').trim(),
    account,
    binaries,
  };
}

async function createCluster(
  folder: string,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const staging = `${folder}.new-${process.pid}`;
  const data = join(staging, 'data');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  writeFileSync(join(staging, 'password'), `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account)
    for (const path of [staging, data, join(staging, 'password')]) chownSync(path, account.uid, account.gid);
  try {
    await initialise(data, binaries, account, durable);
    renameSync(staging, folder);
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

async function initialise(
  data: string,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const options = [
    '--encoding=UTF8',
    '--locale=C',
    // Use PostgreSQL's own Unicode tables, so that an operating system upgrade cannot corrupt an index.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--auth=scram-sha-256',
    `--username=${superuser}`,
    '--pwfile=../password',
    durable ? '--sync-method=fsync' : '--no-sync',
  ];
  const child = spawn(binaries.initdb, ['-D', seenFrom(data, account), ...options], {
    ...account,
    cwd: data,
    env: serverEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text;
  });
  const status = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (status !== 0) throw serverFailure(complaints, dirname(dirname(data)), data);
}

/**
 * Path of the data as the server's process sees it. Another user may not be able to traverse the parent
 * folders (a clone in /root, a temporary folder), but can use its working directory.
 */
export function seenFrom(data: string, account: Account | undefined): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : data;
}

/** PostgreSQL gets none of the portal's environment, which may contain secrets. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

function removeAbandonedStaging(folder: string): void {
  const prefix = `${basename(folder)}.new-`;
  for (const name of readdirSync(dirname(folder)).filter((entry) => entry.startsWith(prefix))) {
    if (!isRunning(Number(name.slice(prefix.length)))) {
      rmSync(join(dirname(folder), name), { recursive: true, force: true, maxRetries: 3 });
    }
  }
}

function requireVersion(data: string): void {
  const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim();
  if (version === majorVersion) return;
  throw new StartupError('database-version', {
    ja: `${data} は PostgreSQL ${version} のデータで、付属の PostgreSQL ${majorVersion} では開けません。バックアップから移すか、KAKEHASHI_DATA_DIR で別の場所を指定してください。`,
    en: `${data} was written by PostgreSQL ${version} and the bundled one is ${majorVersion}; restore a back-up into a new KAKEHASHI_DATA_DIR`,
  });
}

/** Changes the owner of copied files from root to the server's account. */
function changeOwner(account: Account, folder: string): void {
  if (statSync(folder).uid === account.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(folder, entry), account.uid, account.gid);
  }
  chownSync(folder, account.uid, account.gid);
}
