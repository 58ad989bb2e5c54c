import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, seenFrom, serverEnvironment } from './cluster.ts';
import { serverFailure } from './failures.ts';
import { isRunning, isWriter, postmasterFilePath, readPostmasterFile } from './postmaster-file.ts';
import { startWatchdog } from './watchdog.ts';

/** A PostgreSQL server that accepts connections on the loopback address. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Stops the watchdog; no effect for a server that was already running. */
  dismissWatchdog(): void;
}

/** Milliseconds between polls of a file or process. */
const pollInterval = 10;
/** Milliseconds before an immediate shutdown is forced; the server then recovers at the next start. */
const stopTimeoutMs = 30_000;
const logLimit = 5_000_000;

/**
 * The server already running on this cluster, once it is ready, or `undefined`. Waits for one that is
 * stopping, and removes a stale `postmaster.pid`.
 */
export async function findPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  for (;;) {
    const file = readPostmasterFile(cluster.data);
    if (!file) return undefined;
    if (!isWriter(file)) {
      rmSync(postmasterFilePath(cluster.data), { force: true });
      return undefined;
    }
    if (file.status === 'ready') return { pid: file.pid, port: file.port, dismissWatchdog() {} };
    await delay(pollInterval);
  }
}

/**
 * Starts the server and waits until it accepts connections.
 * @param port     port to listen on; absent: any free one
 * @param durable  false trades durability for speed, for tests
 * @throws StartupError `database-failed`, `disk-full`, `data-dir-not-writable`
 */
export async function launchPostmaster(
  cluster: Cluster,
  options: { port: number | undefined; durable: boolean },
): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    rotateLog(cluster.logFile);
    const logged = statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
    const server = spawnServer(cluster, port, options.durable);
    if (server.pid && (await becomesReady(cluster, server))) {
      return { pid: server.pid, port, dismissWatchdog: startWatchdog(server.pid, cluster.account) };
    }
    const output = readFileSync(cluster.logFile).subarray(logged).toString();
    if (attempt === maximumAttempts || !isPassing(output)) {
      throw serverFailure(output, dirname(cluster.folder), cluster.logFile);
    }
    await delay(100 * attempt);
  }
}

const maximumAttempts = 8;

/**
 * Transient failures worth a retry: the port was just taken, another start is ahead, or processes of a killed
 * server are still exiting.
 */
function isPassing(output: string): boolean {
  return /could not create any TCP\/IP sockets|lock file "postmaster.pid" already exists|still in use/.test(
    output,
  );
}

function spawnServer(cluster: Cluster, port: number, durable: boolean): ChildProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    cluster_name: 'kakehashi',
    timezone: 'UTC',
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const log = openSync(cluster.logFile, 'a', 0o600);
  try {
    if (cluster.account) fchownSync(log, cluster.account.uid, cluster.account.gid);
    const server = spawn(
      cluster.binaries.postgres,
      [
        '-D',
        seenFrom(cluster.data, cluster.account),
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      {
        ...cluster.account,
        cwd: cluster.data,
        env: serverEnvironment(),
        // Own session: Ctrl-C reaches only the portal, which stops the server last.
        detached: true,
        stdio: ['ignore', log, log],
      },
    );
    server.on('error', () => {});
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

/** Waits as long as the server is alive: crash recovery may take minutes. */
async function becomesReady(cluster: Cluster, server: ChildProcess): Promise<boolean> {
  while (server.exitCode === null && server.signalCode === null) {
    const file = readPostmasterFile(cluster.data);
    if (file?.pid === server.pid && file?.status === 'ready') return true;
    await delay(pollInterval);
  }
  return false;
}

/** Closes all connections and stops the server; resolves when its process has exited. */
export async function stopPostmaster(server: Postmaster): Promise<void> {
  server.dismissWatchdog();
  const deadline = Date.now() + stopTimeoutMs;
  let signal: NodeJS.Signals | undefined = 'SIGINT';
  while (isRunning(server.pid)) {
    if (signal) process.kill(server.pid, signal);
    await delay(pollInterval);
    signal = Date.now() > deadline ? 'SIGQUIT' : undefined;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

function rotateLog(path: string): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > logLimit) renameSync(path, `${path}.1`);
}
