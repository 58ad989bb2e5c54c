import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireStrongSecret } from './secret-strength.ts';

const fileName = 'secret';

/**
 * The secret that signs sessions: the configured one, or one generated once and stored in the data directory,
 * readable by its owner only. Several nodes must be given the same one.
 * @throws StartupError `weak-secret`, naming the variable or the file
 */
export function readSecret(configured: string | undefined, dataDir: string): string {
  const path = configured === undefined ? keptSecret(dataDir) : undefined;
  const secret = path ? readFileSync(path, 'utf8').trim() : (configured ?? '');
  requireStrongSecret(secret, path ?? 'KAKEHASHI_SECRET');
  return secret;
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, fileName);
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // Link atomically, so that two processes that start together use the same secret.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return path;
}
