import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileName = 'secret';

/**
 * The secret that signs sessions: the configured one, or one made once and kept in the data directory, readable by
 * its owner alone. Several nodes must be given the same one.
 */
export function readSecret(configured: string | undefined, dataDir: string): string {
  if (configured) return configured;
  const path = join(dataDir, fileName);
  mkdirSync(dataDir, { recursive: true });
  try {
    // Exclusive, so that two processes that start at once agree on the first one's.
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(path, 'utf8').trim();
}
