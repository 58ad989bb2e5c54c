import { resolve } from 'node:path';
import type { CommandIo } from '../../../platform/command-line/command.ts';
import { findProjectRoot } from '../../../platform/config/project-root.ts';

/** Folder of collected advisories, which `sbom scan` reads: `advisories` in the data folder. */
export function advisoriesFolder({ env }: Pick<CommandIo, 'env'>): string {
  return resolve(findProjectRoot(), env.KAKEHASHI_DATA_DIR || '.data', 'advisories');
}
