import { type ParseArgsConfig, parseArgs } from 'node:util';
import { CommandError } from './command.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Parses the options and operands of a command strictly.
 * @throws CommandError for an unknown option or a missing option value
 */
export function commandArguments<const O extends Options>(args: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new CommandError(textOf(error), { cause: error });
  }
}

function textOf(error: Error): CommandError['text'] {
  const option = /'(?:-\w, )?([^'\s]*)/.exec(error.message)?.[1] ?? '';
  const code = 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return { ja: `オプション ${option} はありません。`, en: `There is no option ${option}.` };
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' && error.message.includes('does not take')) {
    return { ja: `オプション ${option} に値は付けません。`, en: `Option ${option} takes no value.` };
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    return {
      ja: `オプション ${option} の値を確認してください（「-」で始まる値は「${option}=値」のように続けて書きます）。`,
      en: `Check the value of option ${option} (one that begins with "-" is written as ${option}=VALUE).`,
    };
  }
  return { ja: `引数を確認してください: ${error.message}`, en: `Check the arguments: ${error.message}` };
}

/**
 * Validates an option's value, ignoring case.
 * @throws CommandError naming the allowed values
 */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const wanted = value.trim().toLowerCase();
  const found = allowed.find((candidate) => candidate.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const list = allowed.join(', ');
  throw new CommandError({
    ja: `${option} には ${list} のどれかを指定してください（${value} は使えません）。`,
    en: `${option} takes one of ${list} (not ${value}).`,
  });
}

/**
 * Checks the number of operands.
 * @throws CommandError with the usage
 */
export function operands(positionals: readonly string[], count: number, usage: string): string[] {
  if (positionals.length === count && !positionals.includes('')) return [...positionals];
  throw new CommandError({ ja: `使い方: ${usage}`, en: `Usage: ${usage}` });
}
