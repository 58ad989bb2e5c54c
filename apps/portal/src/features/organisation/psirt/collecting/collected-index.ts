import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AdvisoryIndex, SnapshotError } from '@kakehashi/vulnerabilities';
import { writeWhole } from './collection.ts';

const snapshotName = 'index.snapshot';

/** Whether anything has been collected in the advisories folder. */
export function isCollected(folder: string): boolean {
  return existsSync(join(folder, 'osv'));
}

/** The index of all collected advisories: from the snapshot where it is newer than they are, else anew. */
export async function collectedIndex(folder: string): Promise<AdvisoryIndex> {
  const snapshot = await freshSnapshot(folder);
  if (snapshot) {
    try {
      return AdvisoryIndex.restore(snapshot);
    } catch (error) {
      if (!(error instanceof SnapshotError)) throw error;
    }
  }
  return AdvisoryIndex.load(join(folder, 'osv'));
}

/** Keeps the index of what has been collected, so that scans need not build it each time. */
export async function keepSnapshot(folder: string): Promise<AdvisoryIndex> {
  const index = await AdvisoryIndex.load(join(folder, 'osv'));
  await writeWhole(join(folder, snapshotName), index.snapshot());
  return index;
}

async function freshSnapshot(folder: string): Promise<Uint8Array | undefined> {
  const path = join(folder, snapshotName);
  if (!existsSync(path)) return undefined;
  const { mtimeMs } = await stat(path);
  const osv = join(folder, 'osv');
  for (const name of await readdir(osv)) {
    if ((await stat(join(osv, name))).mtimeMs >= mtimeMs) return undefined;
  }
  return readFile(path);
}
