import { type ChildProcess, spawn } from 'node:child_process';
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
