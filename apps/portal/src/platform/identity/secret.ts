import { randomBytes, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileName = 'secret';

/**
 * The secret that signs sessions: the configured one, or one made once and kept in the data directory, readable by
 * its owner alone. Several nodes must be given the same one.
 */
export function readSecret(configured: string | undefined, dataDir: string): string {
  return configured ?? readFileSync(keptSecret(dataDir), 'utf8').trim();
}

function keptSecret(dataDir: string): string {
  const path = join(dataDir, fileName);
  mkdirSync(dataDir, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
  try {
    // Linked whole and only once, so that two processes that start together agree on the first one's.
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return path;
}
