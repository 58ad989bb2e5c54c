/**
 * 200 people signed in at once who write entries: each saves what they type about once a second, as the form does by
 * itself. How long a save takes, and how many the portal takes in a second when nobody waits between saves.
 * The portal runs in a process of its own on the embedded PostgreSQL, with durable writes.
 */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startDatabaseServer } from '../apps/portal/src/platform/embedded-postgres/index.ts';
import { processorTime, ready, somePort, startNode } from './node.ts';
import { percentile, signIn } from './signed-in.ts';

const people = Number(process.env.BENCH_PEOPLE ?? 200);
const seconds = Number(process.env.BENCH_SECONDS ?? 20);
/** Milliseconds between two saves of one person: the form saves a second after the last key. */
const pause = 1_000;
const port = somePort();
const origin = `http://127.0.0.1:${port}`;

interface Writer {
  cookie: string;
  address: string;
  seen: string;
  saves: number;
}

const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-bench-'));
const server = await startDatabaseServer({ dataDir, log: () => {} });
let portal: ChildProcess | undefined;
try {
  portal = startNode(server.addresses, port, dataDir);
  await ready(origin);
  await addPeople();
  const writers: Writer[] = [];
  for (let number = 0; number < people; number += 1) writers.push(await beginWriting(number));
  console.log(
    `${people} people, each with a session and an entry of their own; ${availableParallelism()} cores\n`,
  );
  console.log(
    '                              saves    saves/s    p50 ms    p99 ms   most ms   wrong  CPU ms a save',
  );
  await measure('as people write', writers, pause);
  await measure('without a pause', writers, 0);
} finally {
  portal?.kill('SIGTERM');
  if (portal) await once(portal, 'exit');
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** Colleagues of the demonstration's provider, with the same password. */
async function addPeople(): Promise<void> {
  const client = new pg.Client({ connectionString: server.addresses.owner });
  await client.connect();
  try {
    await client.query(
      `with added as (
         insert into site_user select (jsonb_populate_record(u, jsonb_build_object(
           'id', 'bench-' || n, 'email', 'bench-' || n || '@example.jp'))).*
         from site_user u, generate_series(0, $1::int - 1) n where u.email = 'provider@example.jp' returning id
       ), ways_in as (
         insert into sign_in_method select (jsonb_populate_record(w, jsonb_build_object(
           'id', 'way-' || added.id, 'user_id', added.id, 'account_id', added.id))).*
         from added, sign_in_method w join site_user u on u.id = w.user_id where u.email = 'provider@example.jp' returning 1
       )
       insert into membership select (jsonb_populate_record(m, jsonb_build_object(
         'id', 'membership-' || added.id, 'user_id', added.id))).*
       from added, membership m join site_user u on u.id = m.user_id where u.email = 'provider@example.jp'`,
      [people],
    );
  } finally {
    await client.end();
  }
}

async function beginWriting(number: number): Promise<Writer> {
  const cookie = await signIn(origin, `bench-${number}@example.jp`);
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const page = await (await fetch(`${origin}/desk/new`, { headers })).text();
  const id = randomUUID();
  const owner = /<option value="([^"]+)"/.exec(page)?.[1] ?? '';
  const kind = 'initiative';
  const begun = await fetch(`${origin}/desk/new`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams({ id, kind, owner }),
  });
  if (begun.status !== 303) throw new Error(`an entry could not be begun: ${begun.status}`);
  const address = `${origin}/desk/entries/${id}/edit?step=texts`;
  const form = await (await fetch(address, { headers })).text();
  return { cookie, address, seen: /name="seen" value="([^"]*)"/.exec(form)?.[1] ?? '', saves: 0 };
}

async function measure(name: string, writers: Writer[], wait: number): Promise<void> {
  const times: number[] = [];
  let wrong = 0;
  const processorBefore = processorTime(portal?.pid ?? 0);
  const end = performance.now() + seconds * 1_000;
  const began = performance.now();
  await Promise.all(
    writers.map(async (writer) => {
      // Writers start at different moments.
      await delay(Math.random() * wait);
      while (performance.now() < end) {
        const start = performance.now();
        if (!(await save(writer))) wrong += 1;
        times.push(performance.now() - start);
        await delay(wait === 0 ? 0 : wait * (0.5 + Math.random()));
      }
    }),
  );
  const processorAfter = processorTime(portal?.pid ?? 0);
  const columns = [
    String(times.length),
    ((times.length * 1_000) / (performance.now() - began)).toFixed(0),
    percentile(times, 50).toFixed(1),
    percentile(times, 99).toFixed(1),
    Math.max(...times).toFixed(1),
    String(wrong),
    processorBefore === null || processorAfter === null
      ? '-'
      : ((processorAfter - processorBefore) / times.length).toFixed(2),
  ];
  console.log(name.padEnd(24) + columns.map((text) => text.padStart(10)).join(''));
}

/** Saves a step of the form as its page does. @returns whether it was saved */
async function save(writer: Writer): Promise<boolean> {
  writer.saves += 1;
  const answer = await fetch(writer.address, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: writer.cookie, 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({
      'title.ja': `はじめての情報管理講座 第${writer.saves}稿`,
      'summary.ja': '小さな会社が最初に学ぶ情報の守り方を、半日で身につけます。',
      'description.ja': '演習を通して学びます。'.repeat(1 + (writer.saves % 40)),
      seen: writer.seen,
      after: 'stay',
    }),
  });
  if (answer.status !== 200) return false;
  const { saved, seen } = (await answer.json()) as { saved: boolean; seen: string };
  writer.seen = seen;
  return saved;
}
