import type { Command, CommandText } from '../platform/command-line/command.ts';

const opening: CommandText = {
  ja: '使い方: kakehashi <コマンド> [オプション]\n\nコマンド:',
  en: 'Usage: kakehashi <command> [options]\n\nCommands:',
};

const closing: CommandText = {
  ja: '各コマンドの説明: kakehashi <コマンド> --help\n共通のオプション: --lang ja|en、--help、--version',
  en: 'About one command: kakehashi <command> --help\nEverywhere: --lang ja|en, --help, --version',
};

/** What `kakehashi --help` prints of all commands, and `kakehashi sbom --help` of those of a group. */
export function overview(commands: readonly Command[], language: 'ja' | 'en'): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary[language]}`);
  return [opening[language], ...lines, '', closing[language], ''].join('\n');
}
