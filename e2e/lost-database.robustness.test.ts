/** The database goes away again and again while people write and read, and comes back. */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type DatabaseLine, openDatabaseLine } from '../apps/portal/test/database-line.ts';
import { freePort } from '../apps/portal/test/free-port.ts';
import { createTestDatabase, ownerOf } from '../apps/portal/test/test-database.ts';
import { cookiesOf, spawnPortal } from './portal-process.ts';

const writerCount = 6;
const cuts = 8;
const requestsBetween = 40;

let databaseUrl: string;
let dataDir: string;
let origin: string;
let line: DatabaseLine;
let portal: ChildProcess;
let cookie = '';

beforeAll(async () => {
  databaseUrl = await createTestDatabase('sample');
  dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-lost-'));
  line = await openDatabaseLine(databaseUrl);
  origin = `http://127.0.0.1:${await freePort()}`;
  portal = spawnPortal({ databaseUrl: line.url, ownerUrl: ownerOf(line.url), origin, dataDir });
  await ready();
  const form = new URLSearchParams({ email: 'provider@example.jp', password: 'kakehashi-demo', to: '/desk' });
  cookie = cookiesOf(await send('/sign-in', form));
}, 120_000);
afterAll(async () => {
  if (portal.kill()) await once(portal, 'exit');
  await line.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ready = () =>
  vi.waitFor(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200), {
    timeout: 60_000,
    interval: 50,
  });

function send(path: string, body: URLSearchParams): Promise<Response> {
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  return fetch(origin + path, { method: 'POST', body, headers, redirect: 'manual' });
}

async function get(path: string): Promise<string> {
  return (await fetch(origin + path, { headers: { cookie } })).text();
}

/** A client that saves one version of an entry after another, whatever the response. */
class Writer {
  readonly id = randomUUID();
  /** The newest version that the portal said it had saved. */
  saved = 0;
  tried = 0;
  requests = 0;
  seen = '';

  async begin(): Promise<void> {
    const [, owner = ''] = /<option value="([^"]+)"/.exec(await get('/desk/new')) ?? [];
    await send('/desk/new', new URLSearchParams({ id: this.id, kind: 'initiative', owner }));
    const form = await get(`/desk/entries/${this.id}/edit?step=texts`);
    this.seen = /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? '';
  }

  /** Like the form: a save without a response is repeated before a newer one. */
  async save(): Promise<void> {
    const version = this.tried === this.saved ? this.saved + 1 : this.tried;
    this.tried = version;
    this.requests += 1;
    const form = { 'title.ja': `第${version}版`, seen: this.seen, after: 'stay' };
    const answer = await send(`/desk/entries/${this.id}/edit?step=texts`, new URLSearchParams(form));
    if (answer.status === 503) return;
    expect(answer.status).toBe(200);
    this.seen = ((await answer.json()) as { seen: string }).seen;
    this.saved = version;
  }
}

test('who is signed in is not taken for a stranger meanwhile, and gets back what they sent', async () => {
  const writer = new Writer();
  await writer.begin();
  line.cut();
  const desk = await fetch(`${origin}/desk`, { headers: { cookie }, redirect: 'manual' });
  expect([desk.status, desk.headers.get('retry-after')]).toEqual([503, '10']);
  const address = `/desk/entries/${writer.id}/edit?step=texts`;
  const form = new URLSearchParams({ 'title.ja': '停電の<b>題', seen: writer.seen, after: 'leave' });
  const refused = await send(address, form);
  expect(refused.status).toBe(503);
  const page = await refused.text();
  expect(page).toContain(`<form method="post" action="${address}"`);
  expect(page).toContain('name="title.ja" value="停電の&lt;b&gt;題"');
  line.mend();
  await ready();
  expect((await send(address, form)).status).toBe(303);
});

test('pages are read on, nothing that was saved is lost, and the portal goes on without a restart', async () => {
  const writers = Array.from({ length: writerCount }, () => new Writer());
  for (const writer of writers) await writer.begin();
  const requests = () => writers.reduce((sum, { requests }) => sum + requests, 0);
  let writing = true;
  const written = writers.map(async (writer) => {
    while (writing) await writer.save();
  });
  const asked = async (times: number) => {
    const enough = requests() + times;
    await expect.poll(requests).toBeGreaterThan(enough);
  };
  for (let cut = 0; cut < cuts; cut += 1) {
    const before = writers.map(({ saved }) => saved);
    await asked(requestsBetween);
    line.cut();
    for (const path of ['/', '/search?q=x', '/initiatives/cyder', '/api/v1/entries?q=x'])
      expect((await fetch(origin + path)).status).toBe(200);
    await asked(writerCount);
    expect((await fetch(`${origin}/readyz`)).status).toBe(503);
    line.mend();
    await ready();
    for (const [number, writer] of writers.entries())
      await expect.poll(() => writer.saved).toBeGreaterThan(before[number] ?? 0);
  }
  writing = false;
  await Promise.all(written);
  expect(portal.exitCode).toBeNull();

  const client = new pg.Client(databaseUrl);
  await client.connect();
  for (const { id, saved, tried: last } of writers) {
    const { rows } = await client.query(
      "select typed->'title.ja'->>0 as title from entry_draft where id = $1",
      [id],
    );
    const version = Number(/\d+/.exec(rows[0]?.title)?.[0]);
    expect(version).toBeGreaterThanOrEqual(saved);
    expect(version).toBeLessThanOrEqual(last);
  }
  await client.end();
}, 180_000);
