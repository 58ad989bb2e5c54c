import { resolve } from 'node:path';
import type { CommandIo } from '../../../platform/command-line/command.ts';
import { findProjectRoot } from '../../../platform/config/project-root.ts';

/** Where collected advisories are kept, and `sbom scan` looks for them: `advisories` in the data folder. */
export function advisoriesFolder({ env }: Pick<CommandIo, 'env'>): string {
  return resolve(findProjectRoot(), env.KAKEHASHI_DATA_DIR || '.data', 'advisories');
}
