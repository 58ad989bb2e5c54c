import type { CommandGroups } from '../../../platform/command-line/command.ts';

export const commandGroups: CommandGroups = {
  token: async () => (await import('./commands/token.ts')).commands,
  user: async () => (await import('./commands/user.ts')).commands,
};
