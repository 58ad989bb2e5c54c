import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const rootPackage = 'kakehashi-platform';

/** Folder of the project: found upwards from this file, so that source and build agree. */
export function findProjectRoot(start = dirname(fileURLToPath(import.meta.url))): string {
  const manifest = join(start, 'package.json');
  if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === rootPackage) return start;
  const parent = dirname(start);
  if (parent === start)
    throw new Error(`no package.json of ${rootPackage} above ${fileURLToPath(import.meta.url)}`);
  return findProjectRoot(parent);
}
