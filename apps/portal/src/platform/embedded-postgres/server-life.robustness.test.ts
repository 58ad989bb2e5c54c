import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import {
  answer,
  directory,
  haveCluster,
  killed,
  portalProcess,
  postmasterPid,
  started,
  useDataDirectories,
  waitForOutput,
  watchdogs,
} from '../../../test/database-server-trial.ts';
import { startDatabaseServer } from './index.ts';
import { isRunning } from './postmaster-file.ts';

useDataDirectories();

const waitOptions = { timeout: 30_000, interval: 10 };

describe('when the portal is killed', () => {
  it('the server stops by itself', async () => {
    haveCluster();
    const portal = portalProcess();
    await waitForOutput(portal, 'ready');
    const pid = postmasterPid();
    await killed(portal);
    await vi.waitUntil(() => !isRunning(pid), waitOptions);
  });

  it('and its watchdog too, the next start takes the running server over', {
    skip: !existsSync('/proc'),
  }, async () => {
    haveCluster();
    const portal = portalProcess();
    const address = await waitForOutput(portal, 'ready');
    const pid = postmasterPid();
    await vi.waitUntil(() => watchdogs(pid).length === 1, waitOptions);
    for (const watchdog of watchdogs(pid)) process.kill(watchdog, 'SIGKILL');
    await killed(portal);
    expect(isRunning(pid)).toBe(true);
    const server = await started();
    expect(server.addresses.owner).toBe(address);
    expect(postmasterPid()).toBe(pid);
  });

  it('nothing that was committed is lost', async () => {
    haveCluster();
    const portal = portalProcess();
    await answer(await waitForOutput(portal, 'ready'), 'create table kept as select 7 as n');
    process.kill(postmasterPid(), 'SIGKILL');
    await killed(portal);
    const server = await started();
    expect(await answer(server.addresses.owner, 'select n from kept')).toBe(7);
  });
});

describe('while the portal runs', () => {
  it('a server that dies is started again under the same address', async () => {
    haveCluster();
    const { owner: url } = (await started()).addresses;
    const pid = postmasterPid();
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect(await answer(url, 'select 1')).toBe(1), waitOptions);
    expect(postmasterPid()).not.toBe(pid);
  });

  it('a second portal on the same data is refused and told who uses it', async () => {
    haveCluster();
    await started();
    await expect(started()).rejects.toMatchObject({
      code: 'database-in-use',
      message: expect.stringContaining(
        `kakehashi (${process.pid}) is using ${join(directory(), 'postgres')}`,
      ),
    });
  });

  it('a command may share the server and leaves it running', async () => {
    haveCluster();
    const owner = await started();
    const guest = await startDatabaseServer({ dataDir: directory(), log: () => {}, whenInUse: 'share' });
    expect(guest.addresses).toEqual(owner.addresses);
    await guest.stop();
    expect(await answer(owner.addresses.owner, 'select 1')).toBe(1);
  });

  it('Ctrl-C in its terminal reaches the portal, and the database stays until the portal stops it', async () => {
    haveCluster();
    const portal = portalProcess();
    await waitForOutput(portal, 'ready');
    const pid = postmasterPid();
    process.kill(-(portal.pid ?? 0), 'SIGINT');
    expect(await waitForOutput(portal, 'answered')).toBe('42');
    await vi.waitUntil(() => portal.exitCode === 0, waitOptions);
    expect(isRunning(pid)).toBe(false);
  });
});
