import type { CommandGroups } from '../../../platform/command-line/command.ts';

export const commandGroups: CommandGroups = {
  mcp: async () => (await import('./commands/mcp.ts')).commands,
};
