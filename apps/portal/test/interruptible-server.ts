import { connect, createServer, type Socket } from 'node:net';

/** A proxy to a server that a test can close and open again. */
export interface InterruptibleServer {
  /** The server's address through the proxy. */
  url: string;
  /** Breaks every connection and takes no new ones. */
  interrupt(): Promise<void>;
  restore(): Promise<void>;
}

/** @param url  the real server's address, such as `postgresql://…` */
export async function interruptible(url: string): Promise<InterruptibleServer> {
  const real = new URL(url);
  const sockets = new Set<Socket>();
  const proxy = createServer((inside) => {
    const outside = connect(Number(real.port), real.hostname);
    for (const [from, to] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  const open = (port: number) => new Promise<void>((resolve) => proxy.listen(port, '127.0.0.1', resolve));
  await open(0);
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the door has no port');
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(address.port);
  return {
    url: through.href,
    async interrupt() {
      const shut = new Promise((resolve) => proxy.close(resolve));
      for (const socket of sockets) socket.destroy();
      await shut;
    },
    restore: () => open(address.port),
  };
}
