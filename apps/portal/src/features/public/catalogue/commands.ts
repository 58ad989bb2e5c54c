import type { CommandGroups } from '../../../platform/command-line/command.ts';

export const commandGroups: CommandGroups = {
  'search-cases': async () => (await import('./commands/search-cases.ts')).commands,
};
