import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DatabaseServer, startDatabaseServer } from './index.ts';
import { isRunning, readPostmasterFile } from './postmaster-file.ts';

const portalProgram = fileURLToPath(new URL('../../../../test/database-server-process.ts', import.meta.url));
const asRoot = process.getuid?.() === 0;

let dataDir: string;
const portals: ChildProcess[] = [];
const servers: DatabaseServer[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'kakehashi-server-'));
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await Promise.all(portals.splice(0).map(killed));
  await vi.waitUntil(() => !isRunning(postmasterPid()), { timeout: 10_000, interval: 10 });
  rmSync(dataDir, { recursive: true, force: true });
});

async function started(options: { whenInUse?: 'share' } = {}): Promise<DatabaseServer> {
  const server = await startDatabaseServer({ dataDir, log: () => {}, ...options });
  servers.push(server);
  return server;
}

async function answer(url: string, sql: string): Promise<unknown> {
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

function postmasterPid(): number {
  return readPostmasterFile(join(dataDir, 'postgres', 'data'))?.pid ?? 2 ** 31 - 1;
}

/** A portal in a process and process group of its own. */
function portalProcess(): ChildProcess {
  const portal = spawn(process.execPath, [portalProgram, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  portals.push(portal);
  return portal;
}

/** The first line that the process prints starting with the given word, without that word. */
async function said(portal: ChildProcess, word: string): Promise<string> {
  if (!portal.stdout) throw new Error('the portal has no output');
  for await (const line of createInterface(portal.stdout)) {
    if (line.startsWith(`${word} `) || line === word) return line.slice(word.length + 1);
  }
  throw new Error(`the portal ended without a word of "${word}"`);
}

async function killed(portal: ChildProcess): Promise<void> {
  if (portal.exitCode !== null || portal.signalCode !== null) return;
  const gone = new Promise((resolve) => portal.once('exit', resolve));
  portal.kill('SIGKILL');
  await gone;
}

function watchdogs(serverPid: number): number[] {
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

describe('a first start', () => {
  it('makes a durable UTF-8 cluster with checksums that sorts the same on every machine', async () => {
    const { url } = await started();
    const setting = (name: string) => answer(url, `select current_setting('${name}')`);
    expect(await setting('server_encoding')).toBe('UTF8');
    expect(await setting('data_checksums')).toBe('on');
    expect(await setting('fsync')).toBe('on');
    expect(await setting('synchronous_commit')).toBe('on');
    expect(
      await answer(
        url,
        `select datlocprovider || ' ' || datlocale from pg_database where datname = current_database()`,
      ),
    ).toBe('b C.UTF-8');
  });

  it('gives the portal its own database and no power over the server', async () => {
    const { url } = await started();
    expect(await answer(url, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
    expect(await answer(url, 'create extension pg_trgm')).toBeUndefined();
    expect(await answer(url, `select similarity('word', 'words') > 0`)).toBe(true);
  });

  it('listens on the loopback address only and asks for the password', async () => {
    const { url } = await started();
    expect(await answer(url, `select current_setting('listen_addresses')`)).toBe('127.0.0.1');
    const stranger = new URL(url);
    stranger.password = 'guess';
    await expect(answer(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('cut short at any moment is made good by the next start', async () => {
    for (const millisecondsToLive of [150, 300, 450, 600, 800]) {
      const portal = portalProcess();
      await delay(millisecondsToLive);
      await killed(portal);
      const server = await startDatabaseServer({ dataDir, log: () => {} });
      expect(await answer(server.url, 'select 1')).toBe(1);
      await server.stop();
      rmSync(join(dataDir, 'postgres'), { recursive: true });
    }
  });

  it('works in a folder that only root may enter', { skip: !asRoot }, async () => {
    chmodSync(dataDir, 0o700);
    const { url } = await started();
    expect(await answer(url, 'select 1')).toBe(1);
  });
});

describe('a later start', () => {
  it('finds what was written before the stop, and the stop leaves no process', async () => {
    const first = await startDatabaseServer({ dataDir, log: () => {} });
    await answer(first.url, 'create table kept as select 7 as n');
    const pid = postmasterPid();
    await first.stop();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'))).toBe(false);
    const second = await started();
    expect(await answer(second.url, 'select n from kept')).toBe(7);
  });

  it('is not held up by a postmaster.pid whose number now belongs to another process', async () => {
    const first = await startDatabaseServer({ dataDir, log: () => {} });
    await first.stop();
    const stale = [process.pid, '/nowhere', 1_700_000_000, 5432, '', '127.0.0.1', '1 1', 'ready   ', ''];
    writeFileSync(join(dataDir, 'postgres', 'data', 'postmaster.pid'), stale.join('\n'));
    const second = await started();
    expect(await answer(second.url, 'select 1')).toBe(1);
  });

  it('refuses data of another PostgreSQL version, naming both', async () => {
    const first = await startDatabaseServer({ dataDir, log: () => {} });
    await first.stop();
    writeFileSync(join(dataDir, 'postgres', 'data', 'PG_VERSION'), '12\n');
    await expect(started()).rejects.toMatchObject({
      code: 'database-version',
      message: expect.stringMatching(/PostgreSQL 12 .* is 18/),
    });
  });
});

describe('when the portal is killed', () => {
  it('the server stops by itself', async () => {
    const portal = portalProcess();
    await said(portal, 'ready');
    const pid = postmasterPid();
    await killed(portal);
    await vi.waitUntil(() => !isRunning(pid), { timeout: 10_000, interval: 10 });
  });

  it('and its watchdog too, the next start takes the running server over', {
    skip: !existsSync('/proc'),
  }, async () => {
    const portal = portalProcess();
    const address = await said(portal, 'ready');
    const pid = postmasterPid();
    await vi.waitUntil(() => watchdogs(pid).length === 1);
    for (const watchdog of watchdogs(pid)) process.kill(watchdog, 'SIGKILL');
    await killed(portal);
    expect(isRunning(pid)).toBe(true);
    const server = await started();
    expect(server.url).toBe(address);
    expect(postmasterPid()).toBe(pid);
  });

  it('nothing that was committed is lost', async () => {
    const portal = portalProcess();
    await answer(await said(portal, 'ready'), 'create table kept as select 7 as n');
    process.kill(postmasterPid(), 'SIGKILL');
    await killed(portal);
    const server = await started();
    expect(await answer(server.url, 'select n from kept')).toBe(7);
  });
});

describe('while the portal runs', () => {
  it('a server that dies is started again under the same address', async () => {
    const { url } = await started();
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await answer(url, 'select 1')).toBe(1), {
      timeout: 15_000,
      interval: 20,
    });
    expect(postmasterPid()).not.toBe(pid);
  });

  it('a second portal on the same data is refused and told who uses it', async () => {
    await started();
    await expect(started()).rejects.toMatchObject({
      code: 'database-in-use',
      message: expect.stringContaining(`kakehashi (${process.pid}) is using ${join(dataDir, 'postgres')}`),
    });
  });

  it('a command may share the server and leaves it running', async () => {
    const owner = await started();
    const guest = await startDatabaseServer({ dataDir, log: () => {}, whenInUse: 'share' });
    expect(guest.url).toBe(owner.url);
    await guest.stop();
    expect(await answer(owner.url, 'select 1')).toBe(1);
  });

  it('Ctrl-C in its terminal reaches the portal, and the database stays until the portal stops it', async () => {
    const portal = portalProcess();
    await said(portal, 'ready');
    const pid = postmasterPid();
    process.kill(-(portal.pid ?? 0), 'SIGINT');
    expect(await said(portal, 'answered')).toBe('42');
    await vi.waitUntil(() => portal.exitCode === 0, { timeout: 10_000, interval: 10 });
    expect(isRunning(pid)).toBe(false);
  });
});

describe('a start that cannot be', () => {
  it('says that the data directory cannot be written', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    const start = startDatabaseServer({ dataDir: join(file, 'below'), log: () => {} });
    await expect(start).rejects.toMatchObject({ code: 'data-dir-not-writable' });
  });

  it('says that the disk is full, and succeeds once there is room', { skip: !mayMount() }, async () => {
    const small = join(dataDir, 'small');
    mkdirSync(small);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', small]);
    try {
      const start = startDatabaseServer({ dataDir: small, log: () => {} });
      await expect(start).rejects.toMatchObject({ code: 'disk-full' });
      execFileSync('mount', ['-o', 'remount,size=200m', small]);
      const server = await startDatabaseServer({ dataDir: small, log: () => {} });
      await server.stop();
    } finally {
      execFileSync('umount', [small]);
    }
  });
});

function mayMount(): boolean {
  if (!asRoot || process.platform !== 'linux') return false;
  const probe = mkdtempSync(join(tmpdir(), 'kakehashi-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}
