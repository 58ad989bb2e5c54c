import type { Command } from '../platform/command-line/command.ts';

/** Where each group of commands lives; a group is loaded when one of its commands, or the help, is asked for. */
const groups: Record<string, () => Promise<{ commands: readonly Command[] }>> = {
  sbom: () => import('../features/organisation/psirt/commands.ts'),
  advisories: () => import('../features/organisation/psirt/commands.ts'),
  benefit: () => import('../features/public/benefits/commands.ts'),
  user: () => import('../features/service/accounts/commands.ts'),
  database: () => import('../features/service/operation/commands.ts'),
  audit: () => import('../features/service/operation/commands.ts'),
  backup: () => import('../features/service/operation/commands.ts'),
  restore: () => import('../features/service/operation/commands.ts'),
  content: () => import('../features/service/operation/commands.ts'),
};

/** The command that the arguments begin with, and the arguments after its name. */
export async function findCommand(
  args: readonly string[],
): Promise<{ command: Command; rest: readonly string[] } | undefined> {
  const load = Object.hasOwn(groups, args[0] ?? '') ? groups[args[0] ?? ''] : undefined;
  const { commands } = (await load?.()) ?? { commands: [] };
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => args[at] === word));
  return command && { command, rest: args.slice(command.name.split(' ').length) };
}

/** Every command, in the order of the groups. */
export async function allCommands(): Promise<Command[]> {
  const loaded = await Promise.all(Object.values(groups).map((load) => load()));
  return [...new Set(loaded.flatMap(({ commands }) => commands))];
}
