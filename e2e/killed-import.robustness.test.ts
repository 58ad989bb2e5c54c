/**
 * A portal that is killed in the middle of a bulk entry, and started again. A trigger of the test's own makes the
 * import wait at a row of the test's choice, so that it is killed in the middle of a batch and not by chance;
 * `npm run bench -- import` kills at random moments.
 */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readSheet } from '../apps/portal/src/platform/workers/sheet-reading.ts';
import { freePort } from '../apps/portal/test/free-port.ts';
import { createTestDatabase, ownerOf } from '../apps/portal/test/test-database.ts';
import { csvLine } from '../packages/spreadsheets/src/index.ts';
import { cookiesOf, spawnPortal } from './portal-process.ts';

const rowCount = 300;
const waitOptions = { timeout: 60_000, interval: 50 };

let databaseUrl: string;
let dataDir: string;
let origin: string;
let client: pg.Client;
let portal: ChildProcess | undefined;
let cookie = '';

beforeAll(async () => {
  databaseUrl = await createTestDatabase('sample');
  dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-killed-'));
  origin = `http://127.0.0.1:${await freePort()}`;
  client = new pg.Client(ownerOf(databaseUrl));
  await client.connect();
  await client.query(`
    create table stalled_at (title text);
    create function stall() returns trigger language plpgsql as $$
    begin
      if exists (
        select from stalled_at where title in (to_jsonb(new) #>> '{typed,title.ja,0}', to_jsonb(new) #>> '{data,title,ja}')
      ) then
        perform pg_advisory_xact_lock(42);
      end if;
      return new;
    end $$;
    create trigger stall before insert on entry_draft for each row execute function stall();
    create trigger stall before insert on revision for each row execute function stall();
    select pg_advisory_lock(42);
  `);
  await start();
  const form = new URLSearchParams({ email: 'provider@example.jp', password: 'kakehashi-demo', to: '/desk' });
  cookie = cookiesOf(await send('/sign-in', form));
}, 120_000);
afterAll(async () => {
  await kill();
  await client.end();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  portal = spawnPortal({ databaseUrl, ownerUrl: ownerOf(databaseUrl), origin, dataDir });
  await vi.waitFor(async () => expect((await fetch(`${origin}/readyz`)).ok).toBe(true), waitOptions);
}

async function kill(): Promise<void> {
  const child = portal;
  portal = undefined;
  if (!child?.kill('SIGKILL')) return;
  await once(child, 'exit');
}

function get(path: string): Promise<Response> {
  return fetch(origin + path, { headers: { cookie } });
}

function send(path: string, body: FormData | URLSearchParams): Promise<Response> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return fetch(origin + path, { method: 'POST', body, headers, redirect: 'manual' });
}

async function progress(id: string): Promise<{ state: string; position: number }> {
  return (await get(`/desk/import/${id}/progress`)).json() as Promise<{ state: string; position: number }>;
}

const settled = (id: string, state: string) =>
  expect.poll(async () => (await progress(id)).state, waitOptions).toBe(state);

const titleOf = (name: string, row: number) => `${name} ${row}`;

/** Sends a file of rows, the first of which is called `name 1`, and waits until it was checked. @returns its id */
async function upload(name: string): Promise<string> {
  const template = await (await get('/desk/import/template/initiative.csv')).arrayBuffer();
  const [headings = [], example = []] = (await readSheet(Buffer.from(template))).rows;
  const rows = Array.from({ length: rowCount }, (_, index) =>
    example.with(0, `${name}-${index + 1}`).with(1, titleOf(name, index + 1)),
  );
  const [, owner = ''] = /<option value="([^"]+)"/.exec(await (await get('/desk/import')).text()) ?? [];
  const id = randomUUID();
  const form = new FormData();
  for (const [field, value] of Object.entries({ id, kind: 'initiative', owner })) form.set(field, value);
  form.set('file', new File([[headings, ...rows].map(csvLine).join('')], 'rows.csv'));
  await send('/desk/import', form);
  await settled(id, 'checked');
  return id;
}

async function stallAt(title: string | undefined): Promise<void> {
  await client.query('truncate stalled_at');
  if (title) await client.query('insert into stalled_at values ($1)', [title]);
}

/** Settles once the import waits at the row. */
async function stalled(): Promise<void> {
  const waiting = async () => {
    const { rowCount: count } = await client.query(
      `select from pg_locks join pg_database on pg_database.oid = database
       where locktype = 'advisory' and objid = 42 and not granted and datname = current_database()`,
    );
    return count;
  };
  await expect.poll(waiting, waitOptions).toBe(1);
}

/**
 * Releases the lock that a killed portal's connection waited for, and takes it back when that connection has
 * ended.
 */
async function clearAway(): Promise<void> {
  await client.query('select pg_advisory_unlock(42)');
  await client.query('select pg_advisory_lock(42)');
}

/** Entries that rows became, and those among them that lack something. */
async function entered(name: string): Promise<{ titles: string[]; halves: string[] }> {
  const { rows } = await client.query<{ title: string; whole: boolean }>(
    `select typed->'title.ja'->>0 as title,
       typed->'url'->>0 is not null and exists (select from imported_entry i where i.entry_id = d.id) as whole
     from entry_draft d where typed->'title.ja'->>0 like $1 || ' %'
     union all
     select r.data->'title'->>'ja', p.state = 'submitted' and r.data->>'url' is not null
       and (select count(*) from transition t where t.publication_id = p.id) = 1
       and exists (select from imported_entry i where i.entry_id = p.id)
     from revision r join publication p on p.id = r.publication_id where r.data->'title'->>'ja' like $1 || ' %'`,
    [name],
  );
  return {
    titles: rows.map(({ title }) => title),
    halves: rows.filter(({ whole }) => !whole).map(({ title }) => title),
  };
}

test.each([
  // Of valid rows each batch of a hundred is kept by itself.
  { rows: 'valid', sent: 'yes', keptAfter: [100, 200] },
  { rows: 'all', sent: 'no', keptAfter: [0, 0] },
])(
  'killed twice while it takes $rows rows (sent: $sent), it keeps what was acknowledged and takes each row once',
  async ({ rows, sent, keptAfter }) => {
    const name = `killed-${rows}`;
    const id = await upload(name);
    await stallAt(titleOf(name, 150));
    await send(`/desk/import/${id}`, new URLSearchParams({ rows, send: sent, reason: '一括' }));
    for (const [turn, kept] of keptAfter.entries()) {
      await stalled();
      if (rows === 'valid') expect((await progress(id)).position).toBe(kept);
      await kill();
      await stallAt(turn === 0 ? titleOf(name, 250) : undefined);
      await clearAway();
      const { titles, halves } = await entered(name);
      expect(titles.toSorted()).toEqual(
        Array.from({ length: kept }, (_, row) => titleOf(name, row + 1)).toSorted(),
      );
      expect(halves).toEqual([]);
      await start();
    }
    await settled(id, 'done');
    const { titles, halves } = await entered(name);
    expect(titles.toSorted()).toEqual(
      Array.from({ length: rowCount }, (_, row) => titleOf(name, row + 1)).toSorted(),
    );
    expect(halves).toEqual([]);
  },
  180_000,
);
