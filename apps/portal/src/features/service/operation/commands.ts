import type { CommandGroups } from '../../../platform/command-line/command.ts';

const database = async () => (await import('./commands/database.ts')).commands;
const backup = async () => (await import('./backup/commands.ts')).backupCommands;

export const commandGroups: CommandGroups = {
  database,
  audit: async () => [(await import('./audit-verify.ts')).auditVerify],
  backup,
  restore: backup,
  content: database,
};
