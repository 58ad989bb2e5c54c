import { type Command, exitCode } from '../../../platform/command-line/command.ts';
export const advisoriesUpdate: Command = {
  name: 'advisories update',
  summary: { ja: '', en: '' },
  help: { ja: '', en: '' },
  run: async () => exitCode.ok,
};
