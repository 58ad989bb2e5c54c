import type { CommandGroups } from '../../../platform/command-line/command.ts';

export const commandGroups: CommandGroups = {
  skills: async () => (await import('./commands/skills.ts')).commands,
};
