import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../../test/test-database.ts';
import { openTestPortal, type TestPortal } from '../../../test/test-portal.ts';
import { connectDatabase, type DatabaseConnection } from '../database/connection.ts';
import { createReadiness } from './readiness.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'kakehashi-ready-'));
  undo.push(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function connected(url: string): DatabaseConnection {
  const connection = connectDatabase(url);
  undo.push(() => connection.close());
  return connection;
}

let superuser: pg.Client;
beforeAll(async () => {
  superuser = new pg.Client(inject('databaseServer').superuser);
  await superuser.connect();
});
afterAll(() => superuser.end());

const ready = (connection: DatabaseConnection, dataDir = folder()) =>
  createReadiness(connection.db.$client, dataDir)();

describe('a node', () => {
  it('that can write to both is ready, and leaves nothing of the trial behind', async () => {
    const dataDir = folder();
    expect(await ready(connected(await createTestDatabase()), dataDir)).toEqual({
      database: 'written',
      files: true,
    });
    expect(execFileSync('ls', ['-A', dataDir], { encoding: 'utf8' })).toBe('');
  });

  it('whose database only lets itself be read is not', async () => {
    const url = await createTestDatabase();
    const name = pg.escapeIdentifier(new URL(url).pathname.slice(1));
    await superuser.query(`alter database ${name} set default_transaction_read_only = on`);
    expect(await ready(connected(url))).toMatchObject({ database: 'refused' });
  });

  it('whose database is away is not', async () => {
    expect(await ready(connected('postgresql://x:y@127.0.0.1:1/z'))).toMatchObject({
      database: 'unreachable',
    });
  });

  it('whose data directory is gone is not', async () => {
    const dataDir = join(folder(), 'gone');
    expect(await ready(connected(await createTestDatabase()), dataDir)).toMatchObject({ files: false });
  });

  it('tries once however often it is asked at the same time', async () => {
    const connection = connected(await createTestDatabase());
    const probeWrite = createReadiness(connection.db.$client, folder());
    await Promise.all(Array.from({ length: 50 }, probeWrite));
    const { rows } = await connection.db.execute('select xmin::text as version from readiness_trial');
    await probeWrite();
    expect((await connection.db.execute('select xmin::text as version from readiness_trial')).rows).toEqual(
      rows,
    );
  });
});

describe('a disk that is full', { skip: !mayMount() }, () => {
  let portal: TestPortal;
  let disk: string;
  const tablespace = `small_${randomUUID().replaceAll('-', '')}`;

  beforeAll(async () => {
    disk = mkdtempSync(join(tmpdir(), 'kakehashi-disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]);
    const space = join(disk, 'tablespace');
    mkdirSync(space);
    const { rows } = await superuser.query('select pg_backend_pid() as pid');
    const { uid, gid } = statSync(`/proc/${rows[0].pid}`);
    chownSync(space, uid, gid);
    await superuser.query(`create tablespace ${tablespace} location ${pg.escapeLiteral(space)}`);
    const databaseUrl = await createTestDatabase('empty', tablespace);
    portal = await openTestPortal({ databaseUrl });
  });
  afterAll(async () => {
    await portal.stop();
    const name = pg.escapeIdentifier(new URL(portal.databaseUrl).pathname.slice(1));
    await superuser.query(`drop database ${name} with (force)`);
    await superuser.query(`drop tablespace ${tablespace}`);
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('is told by 503 until there is room again, and the public pages go on', async () => {
    expect((await portal.get('/readyz')).status).toBe(200);
    fill(join(disk, 'filler'));
    await expect.poll(async () => (await portal.get('/readyz')).status).toBe(503);
    expect(await (await portal.get('/readyz')).json()).toMatchObject({
      database: 'reachable',
      writes: 'refused',
    });
    expect((await portal.get('/healthz')).status).toBe(200);
    expect((await portal.get('/')).status).toBe(200);
    rmSync(join(disk, 'filler'));
    await expect.poll(async () => (await portal.get('/readyz')).status).toBe(200);
  });
});

/** Fills the disk. */
function fill(path: string): void {
  for (const size of [1024 * 1024, 4096])
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
}

function mayMount(): boolean {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
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
