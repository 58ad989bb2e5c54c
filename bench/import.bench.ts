/**
 * Bulk entry of 5,000 rows over HTTP: how long reading and taking them lasts, how fast a public page answers
 * meanwhile, and whether anything is lost, half-written or twice after the portal is killed at random moments.
 * BENCH_KILLS: how often it is killed (20); BENCH_ROWS: rows of a file (5,000).
 */
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startDatabaseServer } from '../apps/portal/src/platform/embedded-postgres/index.ts';
import { readSheet } from '../apps/portal/src/platform/workers/sheet-reading.ts';
import { writeXlsx } from '../packages/spreadsheets/src/index.ts';
import { ready, somePort, startNode, until } from './node.ts';
import { percentile, signIn } from './signed-in.ts';

const rowCount = Number(process.env.BENCH_ROWS ?? 5_000);
const kills = Number(process.env.BENCH_KILLS ?? 20);
const port = somePort();
const origin = `http://127.0.0.1:${port}`;

const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-bench-'));
const server = await startDatabaseServer({ dataDir, log: () => {} });
const client = new pg.Client({ connectionString: server.addresses.owner });
let portal: ChildProcess | undefined;
try {
  await start();
  await client.connect();
  const cookie = await signIn(origin, 'provider@example.jp');
  const page = await (await fetch(`${origin}/desk/import`, { headers: { cookie } })).text();
  const owner = /<option value="([^"]+)"/.exec(page)?.[1] ?? '';
  const template = await (
    await fetch(`${origin}/desk/import/template/initiative.csv`, { headers: { cookie } })
  ).arrayBuffer();
  const { rows: filled } = await readSheet(Buffer.from(template));
  const [headings = [], example = []] = filled;
  const visit = { cookie, owner, headings, example };

  console.log(`${rowCount} rows of ${headings.length} columns\n`);
  console.log('                        read s   take s   rows/s   public page p50 ms   p99 ms   most ms');
  const durations: number[] = [];
  for (const [name, send] of [
    ['drafts', 'no'],
    ['sent for review', 'yes'],
  ] as const) {
    const pages = watchPage();
    const run = await upload(visit, `undisturbed ${name}`);
    const began = performance.now();
    await take(visit, run.id, send);
    await settled(visit, run.id, 'done');
    const seconds = (performance.now() - began) / 1_000;
    durations.push(seconds * 1_000);
    const times = await pages.stop();
    const columns = [run.seconds.toFixed(1), seconds.toFixed(1), (rowCount / seconds).toFixed(0)];
    const waits = [percentile(times, 50), percentile(times, 99), Math.max(...times)].map((time) =>
      time.toFixed(1),
    );
    console.log(
      name.padEnd(20) +
        columns.map((text) => text.padStart(9)).join('') +
        waits.map((text) => text.padStart(15)).join(''),
    );
    await check(`undisturbed ${name}`);
  }

  const again = performance.now();
  const same = await upload(visit, 'undisturbed drafts');
  await take(visit, same.id, 'no');
  await settled(visit, same.id, 'done');
  await check('undisturbed drafts');
  console.log(
    `\nthe same file once more: nothing new, ${((performance.now() - again) / 1_000).toFixed(1)} s`,
  );

  console.log(`\nkilled (SIGKILL) ${kills} times, each in an import of its own:`);
  const [drafting = 0, sending = 0] = durations;
  const faults: string[] = [];
  for (let kill = 1; kill <= kills; kill += 1) {
    const name = `kill ${kill} ${randomUUID().slice(0, 8)}`;
    const { id } = await upload(visit, name);
    await take(visit, id, kill % 2 === 0 ? 'no' : 'yes');
    await delay(Math.random() * (kill % 2 === 0 ? drafting : sending));
    const acknowledged = (await progress(visit, id)).position;
    const child = portal;
    child?.kill('SIGKILL');
    if (child) await once(child, 'exit');
    const kept = await entered(name);
    const wrong = [
      ...(kept.count < acknowledged ? [`${acknowledged - kept.count} acknowledged rows lost`] : []),
      ...kept.faults,
    ];
    const restarted = performance.now();
    await start();
    await settled(visit, id, 'done');
    const after = await entered(name);
    if (after.count !== rowCount) wrong.push(`${after.count} rows in the end`);
    faults.push(...wrong, ...after.faults);
    console.log(
      `  ${String(kill).padStart(2)}: acknowledged ${String(acknowledged).padStart(4)}, found ${String(kept.count).padStart(4)}; done ${((performance.now() - restarted) / 1_000).toFixed(1).padStart(5)} s after the restart ${wrong.join('; ')}`,
    );
  }
  console.log(faults.length === 0 ? '\nnothing lost, half-written or twice' : `\nFAULTS: ${faults.length}`);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  portal?.kill('SIGKILL');
  await client.end();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

interface Visit {
  cookie: string;
  owner: string;
  headings: string[];
  example: string[];
}

async function start(): Promise<void> {
  portal = startNode(server.addresses, port, dataDir);
  await ready(origin);
}

async function upload(visit: Visit, name: string): Promise<{ id: string; seconds: number }> {
  const rows = Array.from({ length: rowCount }, (_, index) =>
    visit.example.map((cell, column) => {
      if (column === 0) return `${name}-${index}`;
      return column === 1 ? `${name} ${index}` : cell;
    }),
  );
  const bytes = await writeXlsx([
    {
      name: 'entries',
      columns: [],
      rows: [visit.headings, ...rows].map((cells) => cells.map((text) => ({ text }))),
    },
  ]);
  const id = randomUUID();
  const form = new FormData();
  for (const [field, value] of Object.entries({ id, kind: 'initiative', owner: visit.owner }))
    form.set(field, value);
  form.set('file', new File([new Uint8Array(bytes)], 'entries.xlsx'));
  const began = performance.now();
  await fetch(`${origin}/desk/import`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: sent(visit),
  });
  await settled(visit, id, 'checked');
  return { id, seconds: (performance.now() - began) / 1_000 };
}

async function take(visit: Visit, id: string, send: string): Promise<void> {
  const body = new URLSearchParams({ rows: 'valid', send, reason: 'bench' });
  await fetch(`${origin}/desk/import/${id}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: sent(visit),
  });
}

function sent({ cookie }: Visit): Record<string, string> {
  return { cookie, 'sec-fetch-site': 'same-origin' };
}

async function progress(visit: Visit, id: string): Promise<{ state: string; position: number }> {
  return (await fetch(`${origin}/desk/import/${id}/progress`, { headers: sent(visit) })).json();
}

async function settled(visit: Visit, id: string, state: string): Promise<void> {
  await until(async () => (await progress(visit, id)).state === state);
}

/** Asks for a public page again and again. */
function watchPage(): { stop(): Promise<number[]> } {
  const times: number[] = [];
  let isRunning = true;
  const watching = (async () => {
    for (let turn = 0; isRunning; turn += 1) {
      const began = performance.now();
      // Another search each time: no answer that was kept is given again.
      await (await fetch(`${origin}/search?q=${encodeURIComponent(`講座 ${turn}`)}`)).text();
      times.push(performance.now() - began);
      await delay(20);
    }
  })();
  return {
    async stop() {
      isRunning = false;
      await watching;
      return times;
    },
  };
}

/** Entries that rows of this name became: drafts that are whole, and publications with revision and transition. */
async function entered(name: string): Promise<{ count: number; faults: string[] }> {
  const { rows } = await client.query(
    `with found as (
       select typed->'title.ja'->>0 as title, typed->'url'->>0 is not null and typed->'join.ja'->>0 is not null as whole
       from entry_draft where typed->'title.ja'->>0 like $1 || ' %'
       union all
       select r.data->'title'->>'ja', p.state = 'submitted' and p.current_revision = 1
         and (select count(*) from transition t where t.publication_id = p.id) = 1
       from revision r join publication p on p.id = r.publication_id where r.data->'title'->>'ja' like $1 || ' %'
     )
     select count(*)::int as all, count(distinct title)::int as different, count(*) filter (where whole)::int as whole from found`,
    [name],
  );
  const [counted] = rows as { all: number; different: number; whole: number }[];
  const { all = 0, different = 0, whole = 0 } = counted ?? {};
  const faults = [
    ...(all === different ? [] : [`${all - different} twice`]),
    ...(all === whole ? [] : [`${all - whole} half-written`]),
  ];
  return { count: different, faults };
}

async function check(name: string): Promise<void> {
  const { count, faults } = await entered(name);
  if (count !== rowCount || faults.length > 0)
    throw new Error(`${name}: ${count} rows, ${faults.join(', ')}`);
}
