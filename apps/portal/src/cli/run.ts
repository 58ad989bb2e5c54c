import { CommandError, type CommandIo, type ExitCode, exitCode } from '../platform/command-line/command.ts';
import { overview } from './help.ts';
import { allCommands, findCommand } from './registry.ts';

const helpOptions = new Set(['--help', '-h']);

/** Runs the command line; whatever goes wrong ends as a sentence in the user's language and an exit code. */
export async function run(args: readonly string[], version: string, io: CommandIo): Promise<ExitCode> {
  try {
    return await dispatch(args, version, io);
  } catch (error) {
    if (io.signal.aborted) return exitCode.interrupted;
    if (!(error instanceof CommandError)) throw error;
    io.note(`kakehashi: ${error.text[io.language]}`);
    return exitCode.unusable;
  }
}

async function dispatch(args: readonly string[], version: string, io: CommandIo): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined || helpOptions.has(first) || first === 'help') {
    const text = await overview(io.language);
    if (first === undefined) {
      io.note(text);
      return exitCode.unusable;
    }
    await io.out(text);
    return exitCode.ok;
  }
  if (first === '--version' || first === '-V') {
    await io.out(`${version}\n`);
    return exitCode.ok;
  }
  const found = await findCommand(args);
  if (found === undefined) throw await unknownCommand(args);
  if (found.rest.some((argument) => helpOptions.has(argument))) {
    await io.out(`${found.command.help[io.language]}\n`);
    return exitCode.ok;
  }
  return found.command.run(found.rest, io);
}

async function unknownCommand(args: readonly string[]): Promise<CommandError> {
  const words = args.filter((argument) => !argument.startsWith('-')).slice(0, 2);
  const names = (await allCommands()).map(({ name }) => name);
  const near = names.filter((name) => name.split(' ')[0] === words[0]);
  const list = (near.length > 0 ? near : names).join(', ');
  return new CommandError({
    ja: `「${words.join(' ')}」というコマンドはありません。使えるもの: ${list}`,
    en: `There is no command "${words.join(' ')}". There are: ${list}`,
  });
}
