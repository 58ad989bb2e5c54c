/**
 * Shared by the tests of the database server: a data directory per test, portals in processes that may be
 * killed, and clean-up so that no server outlives its test.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

import {
  type DatabaseServer,
  isRunning,
  readPostmasterFile,
  startDatabaseServer,
} from '../src/platform/embedded-postgres/index.ts';

const portalProgram = fileURLToPath(new URL('./database-server-process.ts', import.meta.url));

let dataDir: string;
let template: string;
const portals: ChildProcess[] = [];
const servers: DatabaseServer[] = [];

/** Registers the set-up and tear-down of a test file. */
export function useDataDirectories(): void {
  beforeAll(async () => {
    template = mkdtempSync(join(tmpdir(), 'kakehashi-template-'));
    const server = await startDatabaseServer({ dataDir: template, log: () => {}, durable: false });
    await server.stop();
  });

  afterAll(() => rmSync(template, { recursive: true }));

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'kakehashi-server-'));
  });

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.stop()));
    await Promise.all(portals.splice(0).map(killed));
    await vi.waitUntil(() => !isRunning(postmasterPid()), { timeout: 30_000, interval: 10 });
    rmSync(dataDir, { recursive: true, force: true });
  });
}

/** The data directory of the test at hand: empty, or holding a cluster after `haveCluster()`. */
export function directory(): string {
  return dataDir;
}

export function clusterData(): string {
  return join(dataDir, 'postgres', 'data');
}

/** Saves a test the making of a cluster where that is not its subject. */
export function haveCluster(): void {
  cpSync(template, dataDir, { recursive: true });
}

/** Starts a server that the end of the test stops. */
export async function started(options: { whenInUse?: 'share' } = {}): Promise<DatabaseServer> {
  const server = await startDatabaseServer({ dataDir, log: () => {}, ...options });
  servers.push(server);
  return server;
}

/** First column of the first row. */
export async function answer(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** Process id of the server, or one that no process has. */
export function postmasterPid(): number {
  return readPostmasterFile(clusterData())?.pid ?? 2 ** 31 - 1;
}

/** A portal in a process and process group of its own. */
export function portalProcess(): ChildProcess {
  const portal = spawn(process.execPath, [portalProgram, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  portals.push(portal);
  return portal;
}

/** The first line that the process prints starting with the given word, without that word. */
export async function waitForOutput(portal: ChildProcess, word: string): Promise<string> {
  if (!portal.stdout) throw new Error('the portal has no output');
  for await (const line of createInterface(portal.stdout)) {
    if (line.startsWith(`${word} `) || line === word) return line.slice(word.length + 1);
  }
  throw new Error(`the portal ended without a word of "${word}"`);
}

export async function killed(portal: ChildProcess): Promise<void> {
  if (portal.exitCode !== null || portal.signalCode !== null) return;
  const gone = new Promise((resolve) => portal.once('exit', resolve));
  portal.kill('SIGKILL');
  await gone;
}

/** Process numbers of the shells that watch over a server. */
export function watchdogs(serverPid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => commandLine(pid).includes(`kakehashi-database-watchdog ${serverPid}`))
    .map(Number);
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}
