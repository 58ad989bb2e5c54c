import type { CommandGroups } from '../../../platform/command-line/command.ts';

export const commandGroups: CommandGroups = {
  user: async () => (await import('./commands/user.ts')).commands,
};
