import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { probeWrite, type WriteProbe } from '../database/write-probe.ts';

/** Milliseconds for which a result is cached, to limit the number of checks. */
const remembered = 1_000;
/** Bytes: a smaller file might still fit on a full disk. */
const fileSize = 64 * 1024;

export interface Readiness {
  database: WriteProbe;
  /** Whether a file can be written to the data directory. */
  files: boolean;
}

/**
 * Checks whether this node can write, by writing.
 * @param dataDir  of this node, where evidence files are stored
 */
export function createReadiness(pool: pg.Pool, dataDir: string): () => Promise<Readiness> {
  let last: { until: number; found: Promise<Readiness> } | undefined;
  return () => {
    const now = performance.now();
    if (!last || last.until < now) last = { until: now + remembered, found: tryBoth(pool, dataDir) };
    return last.found;
  };
}

async function tryBoth(pool: pg.Pool, dataDir: string): Promise<Readiness> {
  const [database, files] = await Promise.all([probeWrite(pool), takesFile(dataDir)]);
  return { database, files };
}

async function takesFile(folder: string): Promise<boolean> {
  const path = join(folder, `.readiness-${randomUUID()}`);
  try {
    await writeFile(path, Buffer.alloc(fileSize, 1), { mode: 0o600 });
    return true;
  } catch {
    return false;
  } finally {
    await rm(path, { force: true }).catch(() => {});
  }
}
