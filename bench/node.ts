import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseAddresses } from '../apps/portal/src/platform/database/addresses.ts';

/** The project's folder. */
export const root = join(import.meta.dirname, '..');

/** Starts the built portal, without limits on how often one client may ask; it is ready when `/readyz` says so. */
export function startNode(
  addresses: DatabaseAddresses,
  port: number,
  dataDir: string,
  logLevel = 'error',
): ChildProcess {
  return spawn(process.execPath, ['apps/portal/dist/server/main.js'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: addresses.portal,
      KAKEHASHI_OWNER_DATABASE_URL: addresses.owner,
      PORT: String(port),
      KAKEHASHI_DATA_DIR: dataDir,
      KAKEHASHI_RATE_LIMIT: '0',
      LOG_LEVEL: logLevel,
    },
  });
}

/** A port that is most likely free. */
export function somePort(): number {
  return 14_000 + Math.floor(Math.random() * 1_900);
}

/** Waits until a condition holds; what fails meanwhile does not hold yet. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition().catch(() => false))) await delay(20);
}

/** Waits until a node answers. */
export async function ready(origin: string): Promise<void> {
  await until(async () => (await fetch(`${origin}/readyz`)).ok);
}

/**
 * Processor time that a process has used so far, all its threads together, ms; it tells two versions apart on a machine
 * that is busy with other things as well.
 * @returns `null` where the system has no /proc
 */
export function processorTime(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    const ticksPerSecond = 100;
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
  } catch {
    return null;
  }
}
