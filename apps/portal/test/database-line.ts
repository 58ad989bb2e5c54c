import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A proxy to a database that can fail as a network does. */
export interface DatabaseLine {
  /** Address of the database through the proxy. */
  url: string;
  /** Breaks every connection and refuses new ones. */
  cut(): void;
  mend(): void;
  /** Existing connections pass nothing any more without being closed, as after a firewall lost its state. */
  silence(): void;
  close(): Promise<void>;
}

export async function openDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const url = new URL(databaseUrl);
  const target = { port: Number(url.port), host: url.hostname };
  const sockets = new Set<Socket>();
  let whole = true;
  const relay = createServer((client) => {
    if (!whole) return client.destroy();
    const server = connect(target);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
  url.port = String((relay.address() as AddressInfo).port);
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut() {
      whole = false;
      destroyAll();
    },
    mend() {
      whole = true;
    },
    silence() {
      for (const socket of sockets) socket.unpipe().pause();
    },
    async close() {
      destroyAll();
      await new Promise((resolve) => relay.close(resolve));
    },
  };
}
