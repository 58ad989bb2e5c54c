import { readConfig } from '../config/index.ts';
import { findProjectRoot } from '../config/project-root.ts';
import type { DatabaseAddresses } from '../database/addresses.ts';
import { startDatabaseServer } from '../embedded-postgres/index.ts';
import type { CommandIo } from './command.ts';

/**
 * Runs work with the portal's database; the built-in one is started if it is not running, and stopped
 * afterwards.
 */
export async function withDatabase<Result>(
  io: CommandIo,
  work: (addresses: DatabaseAddresses) => Promise<Result>,
): Promise<Result> {
  const config = readConfig(io.env, findProjectRoot());
  if (config.database) return work(config.database);
  const log = (text: { ja: string; en: string }) => io.note(text[io.language]);
  const server = await startDatabaseServer({ dataDir: config.dataDir, log, whenInUse: 'share' });
  try {
    return await work(server.addresses);
  } finally {
    await server.stop();
  }
}
