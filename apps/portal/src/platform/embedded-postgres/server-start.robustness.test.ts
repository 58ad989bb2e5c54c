import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  answer,
  clusterData,
  directory,
  haveCluster,
  killed,
  portalProcess,
  postmasterPid,
  started,
  useDataDirectories,
} from '../../../test/database-server-trial.ts';
import { startDatabaseServer } from './index.ts';
import { isRunning } from './postmaster-file.ts';

const asRoot = process.getuid?.() === 0;

useDataDirectories();

describe('a first start', () => {
  it('makes a durable UTF-8 cluster with checksums that sorts the same on every machine', async () => {
    const { owner: url } = (await started()).addresses;
    const setting = (name: string) => answer(url, `select current_setting('${name}')`);
    expect(await setting('server_encoding')).toBe('UTF8');
    expect(await setting('data_checksums')).toBe('on');
    expect(await setting('fsync')).toBe('on');
    expect(await setting('synchronous_commit')).toBe('on');
    expect(
      await answer(
        url,
        `select concat(datlocprovider, ' ', datlocale) from pg_database where datname = current_database()`,
      ),
    ).toBe('b C.UTF-8');
  });

  it('gives the portal its own database, owned by another role, and neither power over the server', async () => {
    const { owner: url, portal } = (await started()).addresses;
    for (const role of [url, portal])
      expect(await answer(role, 'select rolsuper from pg_roles where rolname = current_user')).toBe(false);
    expect(await answer(portal, 'select current_user')).toBe('kakehashi_portal');
    expect(await answer(url, 'create extension pg_trgm')).toBeUndefined();
    expect(await answer(url, `select similarity('word', 'words') > 0`)).toBe(true);
  });

  it('listens on the loopback address only and asks for the password', async () => {
    const { owner: url } = (await started()).addresses;
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
      const server = await startDatabaseServer({ dataDir: directory(), log: () => {} });
      expect(await answer(server.addresses.owner, 'select 1')).toBe(1);
      await server.stop();
      rmSync(join(directory(), 'postgres'), { recursive: true });
    }
  });

  it('works in a folder that only root may enter', { skip: !asRoot }, async () => {
    chmodSync(directory(), 0o700);
    const { owner: url } = (await started()).addresses;
    expect(await answer(url, 'select 1')).toBe(1);
  });
});

describe('a later start', () => {
  it('gives roles of an installation in which all had one password their own', async () => {
    haveCluster();
    const first = await startDatabaseServer({ dataDir: directory(), log: () => {} });
    const former = new URL(first.addresses.owner);
    former.username = 'postgres';
    former.password = readFileSync(join(directory(), 'postgres', 'password'), 'utf8').trim();
    former.pathname = '/postgres';
    await answer(former.href, 'drop role kakehashi_portal');
    await answer(former.href, `alter role kakehashi password '${former.password}'`);
    await first.stop();
    const { addresses } = await started();
    expect(await answer(addresses.owner, 'select current_user')).toBe('kakehashi');
    expect(await answer(addresses.portal, 'select current_user')).toBe('kakehashi_portal');
    const shared = Object.assign(new URL(addresses.owner), { password: former.password });
    await expect(answer(shared.href, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('finds what was written before the stop, and the stop leaves no process', async () => {
    haveCluster();
    const first = await startDatabaseServer({ dataDir: directory(), log: () => {} });
    await answer(first.addresses.owner, 'create table kept as select 7 as n');
    const pid = postmasterPid();
    await first.stop();
    expect(isRunning(pid)).toBe(false);
    expect(existsSync(join(clusterData(), 'postmaster.pid'))).toBe(false);
    const second = await started();
    expect(await answer(second.addresses.owner, 'select n from kept')).toBe(7);
  });

  it('is not held up by a postmaster.pid whose number now belongs to another process', async () => {
    haveCluster();
    const first = await startDatabaseServer({ dataDir: directory(), log: () => {} });
    await first.stop();
    const stale = [process.pid, '/nowhere', 1_700_000_000, 5432, '', '127.0.0.1', '1 1', 'ready   ', ''];
    writeFileSync(join(clusterData(), 'postmaster.pid'), stale.join('\n'));
    const second = await started();
    expect(await answer(second.addresses.owner, 'select 1')).toBe(1);
  });

  it('refuses data of another PostgreSQL version, naming both', async () => {
    haveCluster();
    const first = await startDatabaseServer({ dataDir: directory(), log: () => {} });
    await first.stop();
    writeFileSync(join(clusterData(), 'PG_VERSION'), '12\n');
    await expect(started()).rejects.toMatchObject({
      code: 'database-version',
      message: expect.stringMatching(/PostgreSQL 12 .* is 18/),
    });
  });
});

describe('a start that cannot be', () => {
  it('says that the data directory cannot be written', async () => {
    const file = join(directory(), 'file');
    writeFileSync(file, '');
    const start = startDatabaseServer({ dataDir: join(file, 'below'), log: () => {} });
    await expect(start).rejects.toMatchObject({ code: 'data-dir-not-writable' });
  });

  it('says that the disk is full, and succeeds once there is room', { skip: !mayMount() }, async () => {
    const small = join(directory(), 'small');
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
