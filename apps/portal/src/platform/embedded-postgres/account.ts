import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { StartupError } from '../startup-error.ts';

/** The Unix user a PostgreSQL process runs as. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. Under root it runs as the owner of its data, or as the system user
 * `postgres`, which is created if missing. Under any other user: `undefined`, it runs as that user.
 * @param dataFolder  the cluster's files; may not exist yet
 */
export function serverAccount(dataFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return postgresUser() ?? createPostgresUser();
}

function postgresUser(): Account | undefined {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

function idOf(which: '-u' | '-g'): number {
  return Number(
    execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}

function createPostgresUser(): Account {
  const options = [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ];
  try {
    execFileSync('useradd', options, { stdio: 'ignore' });
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch (cause) {
    throw new StartupError(
      'database-user-missing',
      {
        ja: 'PostgreSQL は root では動かず、ユーザー postgres を作ることもできません。一般ユーザーで実行するか、ユーザー postgres を作ってください。',
        en: 'PostgreSQL does not run as root and the user postgres could not be created; run as an ordinary user or create the user postgres',
      },
      { cause },
    );
  }
}
