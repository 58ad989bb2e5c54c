import type { Logger } from 'pino';
import type { DatabaseConnection } from '../database/connection.ts';
import { type Listening, listen } from '../database/listener.ts';
import type { KindRegistry } from '../publishing/kind.ts';
import { type PublishedChange, publishedChannel } from '../publishing/published-record.ts';
import { changesSince } from '../publishing/records.ts';
import type { ReadModel } from './read-model.ts';

/** Milliseconds before retrying a failed fetch. */
const retryAfter = 1_000;

export interface Freshness {
  /** Whether this node is receiving changes. */
  readonly live: boolean;
  stop(): Promise<void>;
}

/**
 * Loads the read model and keeps it up to date: after each notification and each reconnection, newer changes
 * are fetched. While the database is down, pages are served from memory.
 */
export async function followPublishing(
  model: ReadModel,
  connection: DatabaseConnection,
  kinds: Pick<KindRegistry, 'has'>,
  log: Logger,
): Promise<Freshness> {
  /** During an upgrade a newer node may publish kinds unknown here; they are treated as absent. */
  const known = (change: PublishedChange): PublishedChange =>
    change.removed || kinds.has(change.record.kind)
      ? change
      : { removed: true, sequence: change.sequence, id: change.record.id };
  let catchingUp: Promise<void> | undefined;
  let again = false;
  let retry: NodeJS.Timeout | undefined;
  let stopped = false;

  async function catchUp(): Promise<void> {
    do {
      again = false;
      model.apply((await changesSince(connection.db, model.sequence)).map(known));
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
