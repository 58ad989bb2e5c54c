import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './process.mjs';
import { runtimeFolder } from './project.mjs';

/**
 * A folder to make something in that is to appear under its name only when it is whole. Folders that interrupted
 * processes left are removed on the way.
 * @template T
 * @param {(folder: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function inStaging(work) {
  mkdirSync(runtimeFolder, { recursive: true });
  for (const name of readdirSync(runtimeFolder)) {
    const owner = Number(/^staging-(\d+)$/.exec(name)?.[1]);
    if (owner && (owner === process.pid || !isRunning(owner)))
      rmSync(join(runtimeFolder, name), { recursive: true, force: true });
  }
  const folder = join(runtimeFolder, `staging-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
