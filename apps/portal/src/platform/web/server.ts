import { createServer, type Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { StartupError } from '../startup-error.ts';
import type { PortalEnvironment } from './request-variables.ts';

/** Milliseconds for each phase, so that slow clients cannot exhaust the server. */
export interface ServerTimeouts {
  headers: number;
  request: number;
  /** Without any data in either direction. */
  idle: number;
  keepAlive: number;
  /** For requests in progress when the server stops. */
  stopping: number;
}

const defaultTimeouts: ServerTimeouts = {
  headers: 10_000,
  request: 30_000,
  idle: 30_000,
  keepAlive: 65_000,
  stopping: 10_000,
};
const largestHeaders = 16 * 1024;
const maxConnections = 10_000;

export interface RunningServer {
  /** Actual port, if 0 was requested. */
  port: number;
  /** Stops accepting requests, finishes those in progress, and closes. */
  stop(): Promise<void>;
}

/** @throws StartupError `port-in-use`, `port-forbidden`, `address-unknown` */
export async function serve(
  app: Hono<PortalEnvironment>,
  host: string,
  port: number,
  timeouts: ServerTimeouts = defaultTimeouts,
): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { maxHeaderSize: largestHeaders, connectionsCheckingInterval: timeouts.headers / 2 },
  }) as Server;
  server.headersTimeout = timeouts.headers;
  server.requestTimeout = timeouts.request;
  server.keepAliveTimeout = timeouts.keepAlive;
  server.timeout = timeouts.idle;
  server.maxConnections = maxConnections;
  await listening(server, host, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    stop: () => close(server, timeouts.stopping),
  };
}

/**
 * Checks that an address can be listened on, before expensive start-up work.
 * @throws StartupError as `serve` does
 */
export async function checkAddress(host: string, port: number): Promise<void> {
  const probe = createServer();
  await listening(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}

function close(server: Server, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const closeTimer = setTimeout(() => server.closeAllConnections(), timeoutMs);
    server.close(() => {
      clearTimeout(closeTimer);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new StartupError('port-in-use', {
      ja: `ポート ${port} はほかのプログラムが使っています。PORT=${port + 1} npm start のように別の番号で始めてください。`,
      en: `port ${port} is in use by another program; start with another one, as in PORT=${port + 1} npm start`,
    });
  if (error.code === 'EACCES')
    return new StartupError('port-forbidden', {
      ja: `ポート ${port} を使う権限がありません。PORT に 1024 以上の番号を指定してください。`,
      en: `this user may not use port ${port}; set PORT to 1024 or above`,
    });
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartupError('address-unknown', {
      ja: `HOST の ${host} はこのマシンのアドレスではありません。`,
      en: `HOST ${host} is not an address of this machine`,
    });
  return error;
}
