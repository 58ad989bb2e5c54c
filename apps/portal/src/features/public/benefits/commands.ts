import type { CommandGroups } from '../../../platform/command-line/command.ts';

export const commandGroups: CommandGroups = {
  benefit: async () => (await import('./commands/benefit.ts')).commands,
};
