import type { Command } from '../../../platform/command-line/command.ts';
import { advisoriesUpdate } from './commands/advisories-update.ts';
import { sbomDiff } from './commands/sbom-diff.ts';
import { sbomScan } from './commands/sbom-scan.ts';
import { sbomShow } from './commands/sbom-show.ts';

/** What this feature brings to the `kakehashi` command; none of it needs a server or a database. */
export const commands: readonly Command[] = [sbomScan, sbomShow, sbomDiff, advisoriesUpdate];
