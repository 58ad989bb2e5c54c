import pg from 'pg';

export interface Listening {
  /** Whether it is connected now. */
  readonly connected: boolean;
  stop(): Promise<void>;
}

export interface ListenerHandlers {
  /** Called after each connection, including the first: anything that happened in between must be queried. */
  onConnected(): void;
  onNotice(payload: string): void;
  onLost(error: Error): void;
}

const retryDelay = { first: 250, longest: 5_000 };

/** Milliseconds. */
interface ListenerTimeouts {
  /** Between keep-alive queries: a connection dropped by a firewall reports neither notices nor errors. */
  heartbeat: number;
  /** For the answer. */
  answer: number;
}

const defaultTimeouts: ListenerTimeouts = { heartbeat: 30_000, answer: 10_000 };

/**
 * Listens on a channel until the process ends; a lost connection is reopened with increasing delays.
 * @throws the failure of the first connection
 */
export async function listen(
  url: string,
  channel: string,
  handlers: ListenerHandlers,
  timeouts = defaultTimeouts,
): Promise<Listening> {
  let client: pg.Client | undefined;
  let stopped = false;
  let next: NodeJS.Timeout | undefined;
  let delay = retryDelay.first;

  async function connect(): Promise<void> {
    const opening = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: timeouts.answer,
      application_name: 'kakehashi-listener',
    });
    opening.on('notification', ({ payload }) => handlers.onNotice(payload ?? ''));
    // Ignore events of a connection that was already given up.
    const gone = (error: Error) => {
      if (client === opening) lost(error);
    };
    opening.on('error', gone);
    opening.on('end', () => gone(new Error('the database closed the connection')));
    try {
      await opening.connect();
      await opening.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      abandon(opening);
      throw error;
    }
    if (stopped) return abandon(opening);
    client = opening;
    delay = retryDelay.first;
    sendHeartbeat(opening);
    handlers.onConnected();
  }

  function sendHeartbeat(open: pg.Client): void {
    next = setTimeout(() => {
      open.query('select 1').then(
        () => {
          if (client === open) sendHeartbeat(open);
        },
        (error) => {
          if (client === open) lost(error);
        },
      );
    }, timeouts.heartbeat);
  }

  function lost(error: Error): void {
    clearTimeout(next);
    if (stopped) return;
    if (client) {
      handlers.onLost(error);
      abandon(client);
      client = undefined;
    }
    next = setTimeout(() => connect().catch(lost), delay);
    delay = Math.min(delay * 2, retryDelay.longest);
  }

  await connect();
  return {
    get connected() {
      return client !== undefined;
    },
    async stop() {
      stopped = true;
      clearTimeout(next);
      const last = client;
      client = undefined;
      await last?.end();
    },
  };
}

/** Closes a connection that is no longer needed; pg destroys the socket if a query is pending. */
function abandon(client: pg.Client): void {
  client.end().catch(() => {});
}
