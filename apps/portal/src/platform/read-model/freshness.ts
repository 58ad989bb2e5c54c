import type { Logger } from 'pino';
import type { DatabaseConnection } from '../database/connection.ts';
import { type Listening, listen } from '../database/listener.ts';
import { publishedChannel } from '../publishing/published-record.ts';
import { changesSince } from '../publishing/records.ts';
import type { ReadModel } from './read-model.ts';

/** Milliseconds to wait after a failed fetch. */
const retryAfter = 1_000;

export interface Freshness {
  /** Whether this node hears of changes now. */
  readonly live: boolean;
  stop(): Promise<void>;
}

/**
 * Loads the read model and keeps it fresh: at every notice, and after every lost connection, the changes
 * newer than its own are fetched. Without a database the pages go on from what is in memory.
 */
export async function keepFresh(
  model: ReadModel,
  connection: DatabaseConnection,
  log: Logger,
): Promise<Freshness> {
  let catchingUp: Promise<void> | undefined;
  let again = false;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  async function catchUp(): Promise<void> {
    do {
      again = false;
      model.apply(await changesSince(connection.db, model.sequence));
    } while (again);
  }

  function wake(): void {
    clearTimeout(retry);
    again = true;
    catchingUp ??= catchUp()
      .catch((error) => {
        log.warn({ err: error }, 'could not fetch published changes');
        if (!stopped) retry = setTimeout(wake, retryAfter);
      })
      .finally(() => {
        catchingUp = undefined;
      });
  }

  await catchUp();
  const listening: Listening = await listen(connection.url, publishedChannel, {
    onConnected: wake,
    onNotice: wake,
    onLost: (error) => log.warn({ err: error }, 'lost the database; pages go on from memory'),
  });

  return {
    get live() {
      return listening.connected;
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await listening.stop();
      await catchingUp;
    },
  };
}
