import pg from 'pg';

export interface Listening {
  /** Whether the connection stands now. */
  readonly connected: boolean;
  stop(): Promise<void>;
}

export interface ListenerHandlers {
  /** After each connection, the first too: whatever was missed meanwhile must be asked for. */
  onConnected(): void;
  onNotice(payload: string): void;
  onLost(error: Error): void;
}

const retryDelay = { first: 250, longest: 5_000 };

/**
 * Listens on a channel for as long as the process lives: a lost connection is made anew, with growing pauses.
 * The first connection is made before this returns, or its failure thrown.
 */
export async function listen(url: string, channel: string, handlers: ListenerHandlers): Promise<Listening> {
  let client: pg.Client | undefined;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let delay = retryDelay.first;

  async function connect(): Promise<void> {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'kakehashi-listener',
    });
    next.on('notification', ({ payload }) => handlers.onNotice(payload ?? ''));
    next.on('error', lost);
    next.on('end', () => lost(new Error('the database closed the connection')));
    await next.connect();
    await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    client = next;
    delay = retryDelay.first;
    handlers.onConnected();
  }

  function lost(error: Error): void {
    if (stopped || retry) return;
    if (client) handlers.onLost(error);
    const gone = client;
    client = undefined;
    gone?.end().catch(() => {});
    retry = setTimeout(() => {
      retry = undefined;
      connect().catch(lost);
    }, delay);
    delay = Math.min(delay * 2, retryDelay.longest);
  }

  await connect();
  return {
    get connected() {
      return client !== undefined;
    },
    async stop() {
      stopped = true;
      clearTimeout(retry);
      await client?.end();
    },
  };
}
