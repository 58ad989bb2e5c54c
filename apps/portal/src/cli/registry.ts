import { globSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Command, CommandGroups } from '../platform/command-line/command.ts';

interface CommandsModule {
  commandGroups: CommandGroups;
}

declare global {
  interface ImportMeta {
    /** Set by Vite in what it builds. */
    readonly env?: unknown;
    /** Replaced by Vite with one dynamic import a file. */
    glob<Module>(pattern: string): Record<string, () => Promise<Module>>;
  }
}

/** Every capability's `commands.ts`, in the order of their paths: the bundler lists them, or else the file system. */
async function commandModules(): Promise<CommandsModule[]> {
  if (import.meta.env) {
    const bundled = import.meta.glob<CommandsModule>('../features/*/*/commands.ts');
    return Promise.all(Object.values(bundled).map((load) => load()));
  }
  const folder = fileURLToPath(new URL('../features', import.meta.url));
  const paths = globSync('*/*/commands.ts', { cwd: folder }).sort();
  return Promise.all(
    paths.map((path) => import(pathToFileURL(`${folder}/${path}`).href) as Promise<CommandsModule>),
  );
}

/** The command that the arguments begin with, and the arguments after its name. */
export async function findCommand(
  args: readonly string[],
): Promise<{ command: Command; rest: readonly string[] } | undefined> {
  const [group = ''] = args;
  const owner = (await commandModules()).find(({ commandGroups }) => Object.hasOwn(commandGroups, group));
  const commands = (await owner?.commandGroups[group]?.()) ?? [];
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => args[at] === word));
  return command && { command, rest: args.slice(command.name.split(' ').length) };
}

/** Every command, group by group. */
export async function allCommands(): Promise<Command[]> {
  const modules = await commandModules();
  const loaded = await Promise.all(
    modules.flatMap(({ commandGroups }) => Object.values(commandGroups).map((load) => load())),
  );
  return [...new Set(loaded.flat())];
}
