import type { CommandGroups } from '../../../platform/command-line/command.ts';

export const commandGroups: CommandGroups = {
  sbom: async () => {
    const [{ sbomScan }, { sbomShow }, { sbomDiff }] = await Promise.all([
      import('./commands/sbom-scan.ts'),
      import('./commands/sbom-show.ts'),
      import('./commands/sbom-diff.ts'),
    ]);
    return [sbomScan, sbomShow, sbomDiff];
  },
  advisories: async () => [(await import('./commands/advisories-update.ts')).advisoriesUpdate],
};
