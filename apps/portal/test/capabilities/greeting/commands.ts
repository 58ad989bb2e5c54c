import { type Command, type CommandGroups, exitCode } from '../../../src/platform/command-line/command.ts';

const greet: Command = {
  name: 'greet',
  summary: { ja: 'あいさつする', en: 'Say hello' },
  help: { ja: '使い方: kakehashi greet', en: 'Usage: kakehashi greet' },
  async run(_, io) {
    await io.out(`${{ ja: 'こんにちは', en: 'Hello' }[io.language]}\n`);
    return exitCode.ok;
  },
};

export const commandGroups: CommandGroups = { greet: async () => [greet] };
