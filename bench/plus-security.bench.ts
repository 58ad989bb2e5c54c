/**
 * 100,000 programmes with 500,000 runs in the read model and search of a node: what the results page asks the engine
 * for (20 hits, all facets counted), whole pages made anew, the moment at which many runs close, and memory. Beside
 * it MiniSearch over the same titles, summaries and outcomes, with the same filters and counts made by a loop over
 * its hits. `npm run bench -- plus-security`; a number after it measures with so many programmes.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { build } from 'vite';
import { readContentFolder } from '../apps/portal/src/platform/content/content-files.ts';
import type { PublishedChange } from '../apps/portal/src/platform/publishing/published-record.ts';
import { bigrams, corpus } from './corpus.ts';
import { root } from './node.ts';

const count = Number(process.argv[2] ?? 100_000);
const runsEach = 5;
const start = new Date('2026-12-01T03:00:00Z');
let clock = start;

type Many = typeof import('../apps/portal/src/features/public/plus-security/testing/many-programmes.tsx');
const portal = join(root, 'apps/portal');
const outDir = await mkdtemp(join(root, '.runtime/plus-security-bench-'));
await build({
  root: portal,
  configFile: false,
  logLevel: 'error',
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx', development: false } },
  build: {
    outDir,
    ssr: true,
    target: 'node24',
    rolldownOptions: {
      input: { many: join(portal, 'src/features/public/plus-security/testing/many-programmes.tsx') },
      output: { entryFileNames: '[name].mjs' },
    },
  },
});
const { openProgrammes } = (await import(join(outDir, 'many.mjs'))) as Many;
await rm(outDir, { recursive: true });

function held(): number {
  for (let round = 0; round < 3; round += 1) globalThis.gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

const { records } = await readContentFolder(join(root, 'content'), start);
const samples = records.filter(({ kind }) => kind === 'programme');
const vocabulary = records.find(({ kind }) => kind === 'vocabulary');
if (samples.length === 0 || !vocabulary) throw new Error('there is no sample content');

const texts = corpus(count, 120, 14);
/** Pseudo-random, the same each time. */
let seed = 7;
const draw = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed % below;
};
const dayAfter = (days: number) => new Date(start.getTime() + days * 86_400_000).toISOString().slice(0, 10);

function programme(number: number): object {
  const data = structuredClone(samples[number % samples.length]?.data) as Record<string, unknown>;
  const { title, body } = texts[number] ?? { title: '', body: '' };
  const runs = Array.from({ length: runsEach }, (_, index) => {
    const first = 1 + draw(360);
    const online = draw(3) === 0;
    return {
      id: `r${index}`,
      days: [dayAfter(first), dayAfter(first + 7)],
      from: `${9 + draw(9)}:00`.padStart(5, '0'),
      to: '20:00',
      place: online ? 'online' : 'onsite',
      ...(!online && { prefecture: String(1 + draw(47)).padStart(2, '0'), venue: `会館 ${draw(50)}階` }),
      capacity: 10 + draw(90),
      applyBy: dayAfter(Math.max(0, first - draw(14))),
      state: 'open',
    };
  });
  return {
    ...data,
    sample: undefined,
    title: { ja: `${title} ${number}` },
    outcomes: { ja: body },
    priceFrom: draw(60) * 5_500,
    priceTo: undefined,
    runs,
  };
}

let sequence = 0;
function published(id: string, kind: string, data: object): PublishedChange & { removed: false } {
  sequence += 1;
  const at = new Date(start.getTime() - sequence * 60_000);
  const day = '2026-11-30';
  const own = JSON.parse(JSON.stringify(data));
  return {
    removed: false,
    sequence,
    record: {
      id,
      kind,
      data: own,
      typesetting: {},
      enteredOn: day,
      confirmedOn: day,
      publishedAt: at,
      updatedAt: at,
      expiresAt: null,
      changes: [],
      sequence,
    },
  };
}

const node = openProgrammes(() => clock);
node.apply([published(vocabulary.id, vocabulary.kind, vocabulary.data as object)]);
const empty = held();
const changes: PublishedChange[] = [];
for (let number = 0; number < count; number += 1)
  changes.push(published(`p${number}`, 'programme', programme(number)));
const withData = held();
const began = performance.now();
for (let from = 0; from < count; from += 1_000) node.apply(changes.slice(from, from + 1_000));
const seconds = (performance.now() - began) / 1_000;
const withIndex = held();
console.log(`${count.toLocaleString('en')} programmes, ${(count * runsEach).toLocaleString('en')} runs`);
console.log(
  `indexed in ${seconds.toFixed(1)} s; data ${megabytes(withData - empty)}, index ${megabytes(withIndex - withData)},`,
);
console.log(
  `a programme with its runs ${((withIndex - empty) / count / 1_000).toFixed(1)} kB, without typesetting; resident ${megabytes(process.memoryUsage().rss)}`,
);

const words = [
  'クラウド',
  'サーバー 監視',
  '個人 情報',
  'ランサムウェア',
  '経営 被害',
  'パスワード',
  '委託 契約',
  'ログ',
];
const filters = [
  'people=executives',
  'region=13&start=2027-03',
  'skill=inc-plan&level=applied',
  'price-band=to-50000&when=evening',
  'benefit=general&region=01',
  'start=2027-01&delivery=live',
  '',
];
const sorted = ['', 'sort=soonest', 'sort=price'];
const queries = words
  .flatMap((q, index) => {
    const filter = filters[index % filters.length];
    return [`q=${encodeURIComponent(q)}`, `q=${encodeURIComponent(q)}&${filter}`];
  })
  .concat(filters.flatMap((filter) => sorted.map((sort) => [filter, sort].filter(Boolean).join('&'))));

interface Times {
  wall: number[];
  processor: number[];
}
async function timed(rounds: number, work: (round: number) => unknown): Promise<Times> {
  const times: Times = { wall: [], processor: [] };
  for (let round = 0; round < rounds; round += 1) {
    const cpu = process.cpuUsage();
    const from = performance.now();
    await work(round);
    times.wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(cpu);
    times.processor.push((user + system) / 1_000);
  }
  return times;
}
const at = (values: readonly number[], share: number) =>
  (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
  ).toFixed(2);
function report(name: string, { wall, processor }: Times): void {
  const columns = [at(wall, 0.5), at(wall, 0.99), at(processor, 0.5), at(processor, 0.99)];
  console.log(name.padEnd(44) + columns.map((text) => text.padStart(12)).join(''));
}

console.log(
  `\n${''.padEnd(44)}${['p50 ms', 'p99 ms', 'p50 CPU ms', 'p99 CPU ms'].map((text) => text.padStart(12)).join('')}`,
);
const pick = (round: number) => queries[round % queries.length] ?? '';
await timed(queries.length * 3, (round) => node.find(pick(round)));
report('engine: 20 hits', await timed(queries.length * 30, (round) => node.hits(pick(round))));
report(
  'engine: 20 hits, 12 facets counted',
  await timed(queries.length * 30, (round) => node.find(pick(round))),
);
await timed(queries.length, (round) => node.resultsHtml(pick(round)));
report('results page, made anew', await timed(queries.length * 20, (round) => node.resultsHtml(pick(round))));
report(
  'page of a programme, made anew',
  await timed(2_000, (round) => node.programmeHtml(`p${(round * 37) % count}`)),
);

// A morning: runs of a day close at nine to six, and applications at midnight.
const hours: number[] = [];
for (let hour = 1; hour <= 24; hour += 1) {
  clock = new Date(start.getTime() + hour * 3_600_000);
  const from = performance.now();
  node.find('start=2027-01');
  hours.push(performance.now() - from);
  for (let turn = 0; turn < 400; turn += 1) await new Promise((done) => setImmediate(done));
}
console.log(
  `\nfirst search after each hour of a day, at which runs close: p50 ${at(hours, 0.5)} ms, most ${at(hours, 1)} ms`,
);

const documents = changes.flatMap((change) => (change.removed ? [] : [change.record]));
const peerStart = performance.now();
const mini = new MiniSearch({
  fields: ['title', 'summary', 'outcomes'],
  tokenize: bigrams,
  processTerm: (term) => term,
  searchOptions: { boost: { title: 3 }, combineWith: 'AND' },
});
type Data = {
  title: { ja: string };
  summary: { ja: string };
  outcomes: { ja: string };
  people: string[];
  level: string;
};
const byId = new Map(documents.map(({ id, data }) => [id, data as Data]));
mini.addAll(
  documents
    .filter(({ kind }) => kind === 'programme')
    .map(({ id, data }) => {
      const { title, summary, outcomes } = data as Data;
      return { id, title: title.ja, summary: summary.ja, outcomes: outcomes.ja };
    }),
);
console.log(`\nMiniSearch: indexed in ${((performance.now() - peerStart) / 1_000).toFixed(1)} s`);
const peer = (q: string) => {
  const counts = new Map<string, number>();
  const hits = mini.search(q, { filter: ({ id }) => byId.get(id)?.level !== 'advanced' });
  for (const { id } of hits) {
    const data = byId.get(id);
    for (const value of [...(data?.people ?? []), data?.level ?? ''])
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return hits.slice(0, 20);
};
const own = (q: string) => node.find(`q=${encodeURIComponent(q)}&level=first&level=basic&level=applied`);
const word = (round: number) => words[round % words.length] ?? '';
await timed(words.length, (round) => peer(word(round)));
report(
  'words and a filter: Kakehashi, 12 facets',
  await timed(words.length * 20, (round) => own(word(round))),
);
report(
  'words and a filter: MiniSearch, 2 facets',
  await timed(words.length * 20, (round) => peer(word(round))),
);
