import {
  type Command,
  CommandError,
  type CommandIo,
  type ExitCode,
  exitCode,
} from '../platform/command-line/command.ts';
import { overview } from './help.ts';
import { allCommands, findCommand } from './registry.ts';

const helpOptions = new Set(['--help', '-h']);

/** Runs the command line; whatever goes wrong ends as a sentence in the user's language and an exit code. */
export async function run(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (io.signal.aborted) return exitCode.interrupted;
    if (!(error instanceof CommandError)) throw error;
    io.note(`kakehashi: ${error.text[io.language]}`);
    return exitCode.unusable;
  }
}

async function dispatch(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const [first] = args;
  if (first === undefined || helpOptions.has(first) || first === 'help') {
    return help(overview(await allCommands(), io.language), first !== undefined, io);
  }
  if (first === '--version' || first === '-V') {
    await io.out(`${io.version}\n`);
    return exitCode.ok;
  }
  const found = await findCommand(args);
  if (found === undefined) {
    const [, second] = args;
    const group = await commandsOf(first);
    const isHelp = second !== undefined && helpOptions.has(second);
    if (group.length > 0 && (isHelp || second === undefined)) {
      return help(overview(group, io.language), isHelp, io);
    }
    throw await unknownCommand(args);
  }
  if (found.rest.some((argument) => helpOptions.has(argument))) {
    await io.out(`${found.command.help[io.language]}\n`);
    return exitCode.ok;
  }
  return found.command.run(found.rest, io);
}

/** Help that was asked for is the output; help in place of a command that is missing is a complaint. */
async function help(text: string, wasAskedFor: boolean, io: CommandIo): Promise<ExitCode> {
  if (wasAskedFor) await io.out(text);
  else io.note(text);
  return wasAskedFor ? exitCode.ok : exitCode.unusable;
}

async function commandsOf(group: string): Promise<Command[]> {
  return (await allCommands()).filter(({ name }) => name.split(' ')[0] === group);
}

async function unknownCommand(args: readonly string[]): Promise<CommandError> {
  const words = args.filter((argument) => !argument.startsWith('-')).slice(0, 2);
  const near = await commandsOf(words[0] ?? '');
  const list = (near.length > 0 ? near : await allCommands()).map(({ name }) => name).join(', ');
  return new CommandError({
    ja: `「${words.join(' ')}」というコマンドはありません。使えるもの: ${list}`,
    en: `There is no command "${words.join(' ')}". There are: ${list}`,
  });
}
