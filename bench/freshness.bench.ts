/**
 * Two nodes on one database with 10,000 records: milliseconds until a changed title, and then a changed word of the
 * vocabulary that four in ten records carry, is found by a search on both.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startDatabaseServer } from '../apps/portal/src/platform/embedded-postgres/index.ts';
import { multiplyRecords } from './many-records.ts';
import { ready, somePort, startNode, until } from './node.ts';

const recordCount = 10_000;
const rounds = 5;

const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-bench-'));
const server = await startDatabaseServer({ dataDir, log: () => {}, durable: false });
const nodes: ChildProcess[] = [];
const client = new pg.Client({ connectionString: server.addresses.owner });
try {
  const port = somePort();
  const origins = [port, port + 1].map((each) => `http://127.0.0.1:${each}`);
  for (const [number, origin] of origins.entries()) {
    nodes.push(startNode(server.addresses, port + number, dataDir));
    await ready(origin);
  }
  await client.connect();
  await multiplyRecords(server.addresses.owner, recordCount);
  for (const origin of origins)
    await until(async () => (await (await fetch(`${origin}/healthz`)).json()).records >= recordCount);
  const carrying = await found(origins[0] ?? '', '', '&affiliation=individual');
  console.log(`${recordCount} records, ${carrying} of them carry the word that is changed\n`);
  console.log('ms until found on both nodes     least  median    most');
  for (const [name, publish, expected] of [
    ['a title', publishTitle, 1],
    ['a word of the vocabulary', publishWord, carrying],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const word = `nanako${name.length}x${round}`;
      const start = performance.now();
      await publish(word);
      for (const origin of origins) await until(async () => (await found(origin, word)) === expected);
      times.push(performance.now() - start);
    }
    const [least = 0, , median = 0, , most = 0] = times.sort((a, b) => a - b);
    console.log(name.padEnd(30) + [least, median, most].map((time) => time.toFixed(0).padStart(8)).join(''));
  }
} finally {
  await client.end();
  for (const node of nodes) {
    node.kill('SIGTERM');
    await once(node, 'exit');
  }
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function publishTitle(word: string): Promise<void> {
  await publish(`kind = 'initiative' and publication_id = 'cyder-1'`, '{title,ja}', word);
}

async function publishWord(word: string): Promise<void> {
  await publish(`kind = 'vocabulary'`, '{affiliation,individual,ja}', word);
}

/** As a revision that is published changes the record: with a new number, and a notice to the nodes. */
async function publish(which: string, path: string, text: string): Promise<void> {
  const { rowCount } = await client.query(
    `update published_record set data = jsonb_set(data::jsonb, $1::text[], to_jsonb($2::text))::json,
       sequence = (select max(sequence) + 1 from published_record) where ${which}`,
    [path, text],
  );
  if (rowCount !== 1) throw new Error(`${rowCount} records were changed where one should be`);
  await client.query(`notify kakehashi_published, 'bench'`);
}

async function found(origin: string, word: string, filter = ''): Promise<number> {
  const answer = await fetch(`${origin}/api/v1/entries?q=${word}&limit=1${filter}`);
  return (await answer.json()).total;
}
