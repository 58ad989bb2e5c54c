/**
 * Full pages of the results page per second, over HTTP, with 10,000 published records: the portal on one core,
 * and the same page from a plain Express and React template on the same core in the same run. Once with searches
 * that come again, as on any day, whose pages the portal keeps for some seconds; and once with every address new,
 * so that each page is searched and drawn for itself.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { startDatabaseServer } from '../apps/portal/src/platform/embedded-postgres/index.ts';
import { multiplyRecords } from './many-records.ts';
import { processorTime, ready, root, somePort, startNode, until } from './node.ts';

const recordCount = 10_000;
const connections = 16;
const seconds = Number(process.env.BENCH_SECONDS ?? 8);

const words = [
  'ランサムウェア',
  '中小企業',
  '相談窓口',
  'パスワード',
  '演習',
  '無料',
  '講座',
  'フィッシング',
  '資格',
  '経営者',
  '学校',
  '脆弱性',
  'CSIRT',
  '個人情報',
  '自治体',
  '教材',
];
const filters = [
  '',
  '&purpose=protect',
  '&purpose=train&purpose=know',
  '&affiliation=sme',
  '&age=adult&affiliation=enterprise',
  '&cost=free',
  '&category=guide',
  '&age=senior',
];
/** Every combination once. */
const paths = words.flatMap((word, index) =>
  filters.flatMap((filter) =>
    ['', '&page=2', '&sort=newest'].map((rest) => {
      const other = words[(index * 7 + filter.length) % words.length] ?? '';
      const q = rest ? word : `${word} ${other}`;
      return `/search?q=${encodeURIComponent(q)}${filter}${rest}`;
    }),
  ),
);

let asked = 0;

const dataDir = await mkdtemp(join(tmpdir(), 'kakehashi-bench-'));
const server = await startDatabaseServer({ dataDir, log: () => {}, durable: false });
const processes: ChildProcess[] = [];
try {
  const port = somePort();
  const portal = startNode(server.addresses, port, dataDir, 'info');
  processes.push(portal);
  if (portal.pid) pin(portal.pid, 0);
  const origin = `http://127.0.0.1:${port}`;
  await ready(origin);
  const peerRecords = await multiplyRecords(server.addresses.owner, recordCount);
  await until(async () => (await (await fetch(`${origin}/healthz`)).json()).records >= recordCount);

  const peer = fork(join(root, 'bench/peers/express-react.ts'), { execPath: process.execPath });
  processes.push(peer);
  if (peer.pid) pin(peer.pid, 0);
  peer.send(peerRecords);
  const [address] = (await once(peer, 'message')) as [{ port: number }];

  pin(process.pid, 1);
  console.log(
    `${recordCount} records, ${connections} connections, ${seconds} s each, ${paths.length} different searches\n`,
  );
  await load(origin, 2);
  const plain = await measured(portal, () => load(origin, seconds));
  const packed = await measured(portal, () => load(origin, seconds, { 'accept-encoding': 'gzip' }));
  await loadUncached(origin, 2);
  const uncached = await measured(portal, () => loadUncached(origin, seconds));
  await load(`http://127.0.0.1:${address.port}`, 2);
  const express = await measured(peer, () => load(`http://127.0.0.1:${address.port}`, seconds));
  console.log('                          pages/s    p50 ms    p99 ms   kB a page   wrong  CPU ms a page');
  report('portal', plain);
  report('portal, gzip', packed);
  report('portal, all anew', uncached);
  report('Express + React', express);
  console.log(
    `\nportal : Express + React = ${ratio(plain, express)} : 1; all anew ${ratio(uncached, express)} : 1`,
  );
  portal.kill('SIGTERM');
  await once(portal, 'exit');
} finally {
  for (const child of processes) child.kill();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}

/** On a machine with several cores. */
function pin(pid: number, core: number): void {
  if (availableParallelism() < 2) return;
  spawn('taskset', ['-a', '-cp', String(core), String(pid)], { stdio: 'ignore' }).on('error', () => {});
}

function load(
  origin: string,
  duration: number,
  headers: Record<string, string> = {},
): Promise<autocannon.Result> {
  const requests = paths.map((path) => ({ path }));
  return autocannon({ url: origin, connections, duration, headers, requests });
}

/** Each address with a number that the page passes over: no page can be given again. */
function loadUncached(origin: string, duration: number): Promise<autocannon.Result> {
  const setupRequest = (request: autocannon.Request) => {
    asked += 1;
    return { ...request, path: `${paths[asked % paths.length]}&n=${asked}` };
  };
  return autocannon({ url: origin, connections, duration, requests: [{ setupRequest }] });
}

/** What was answered in a run, and the processor time that it took of the process that answered. */
interface Measurement {
  result: autocannon.Result;
  processorMs: number | null;
}

async function measured(child: ChildProcess, run: () => Promise<autocannon.Result>): Promise<Measurement> {
  const before = processorTime(child.pid ?? 0);
  const result = await run();
  const after = processorTime(child.pid ?? 0);
  return { result, processorMs: before === null || after === null ? null : after - before };
}

function ratio(one: Measurement, other: Measurement): string {
  return (one.result.requests.average / other.result.requests.average).toFixed(1);
}

function report(name: string, { result, processorMs }: Measurement): void {
  const kilobytes = result.throughput.average / result.requests.average / 1024;
  const columns = [
    result.requests.average.toFixed(0),
    result.latency.p50.toFixed(1),
    result.latency.p99.toFixed(1),
    kilobytes.toFixed(1),
    String(result.non2xx + result.errors),
    processorMs === null ? '-' : (processorMs / result.requests.total).toFixed(2),
  ];
  console.log(name.padEnd(22) + columns.map((text) => text.padStart(11)).join(''));
}
