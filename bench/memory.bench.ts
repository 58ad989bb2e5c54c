/**
 * What a published record costs a node: its data, its typesetting, and its part of the search index, measured with
 * 1,000, 5,000 and 20,000 records in the read model and the search of a node, and where 100,000 would end by the line
 * through these. Records are as long as those of the sample, each with a Japanese text of its own.
 * `npm run bench -- memory`
 */
import { join } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { catalogueCollection } from '../apps/portal/src/features/public/catalogue/collection.ts';
import { initiativeKind } from '../apps/portal/src/features/public/catalogue/kinds/initiative.ts';
import { facetsOf, sortsOf } from '../apps/portal/src/platform/collections/collections.ts';
import { readContentFolder } from '../apps/portal/src/platform/content/content-files.ts';
import { KindRegistry } from '../apps/portal/src/platform/publishing/kind.ts';
import type { PublishedChange } from '../apps/portal/src/platform/publishing/published-record.ts';
import { type TypesetFields, typesetFields } from '../apps/portal/src/platform/publishing/typesetting.ts';
import { ReadModel } from '../apps/portal/src/platform/read-model/read-model.ts';
import { readGeneralSynonyms } from '../apps/portal/src/platform/search/general-synonyms.ts';
import { SiteSearch } from '../apps/portal/src/platform/search/site-search.ts';
import {
  createTypesetter,
  loadTokenizer,
} from '../apps/portal/src/platform/typesetting/japanese-typesetter.ts';
import { vocabularyKind } from '../apps/portal/src/platform/vocabulary/vocabulary-kind.ts';
import { createVocabularySource } from '../apps/portal/src/platform/vocabulary/vocabulary-source.ts';
import { corpus } from './corpus.ts';
import { root } from './node.ts';

const counts = [1_000, 5_000, 20_000];
const asked = 100_000;
/** Records that are typeset for real; later ones carry copies of typesettings of the same length. */
const typesetCount = 600;

const gc = globalThis.gc;
if (!gc) throw new Error('run with --expose-gc');

/** Bytes held now, of the heap and of arrays outside of it. */
function held(): number {
  for (let round = 0; round < 3; round += 1) gc?.();
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  return heapUsed + Math.max(external, arrayBuffers);
}

/** Japanese text without end, each character given out once. */
function* japanese(): Generator<string> {
  for (let seed = 1; ; seed += 1) for (const { body } of corpus(1_000, 4_000, seed)) yield body;
}
const source = japanese();
let rest = '';
function textOfLength(length: number): string {
  while (rest.length < length) rest += source.next().value;
  const text = rest.slice(0, length);
  rest = rest.slice(length);
  // As parsed from the database: a string of its own, not a view of a longer one.
  return JSON.parse(JSON.stringify(text));
}

/** The data of a sample record with other Japanese words, as long as its own. */
function reworded(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return key === 'ja' || key === 'easy' ? textOfLength(value.length) : value;
  if (Array.isArray(value)) return value.map((each) => reworded(each));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, reworded(inner, name)]));
}

const { records } = await readContentFolder(join(root, 'content'), new Date());
const samples = records.filter(({ kind }) => kind === initiativeKind.name);
const vocabulary = records.find(({ kind }) => kind === vocabularyKind.name);
if (samples.length === 0 || !vocabulary) throw new Error('there is no sample content');

const kinds = new KindRegistry();
for (const kind of [initiativeKind, vocabularyKind]) kinds.register(kind);
const model = new ReadModel();
const search = new SiteSearch(
  kinds,
  facetsOf([catalogueCollection]).map(({ name }) => name),
  createVocabularySource(model),
  await readGeneralSynonyms(),
  console.error,
  sortsOf([catalogueCollection]),
);
model.observe(search);

let sequence = 0;
const day = '2026-11-23';
function published(id: string, kind: string, data: object): PublishedChange & { removed: false } {
  sequence += 1;
  const at = () => new Date(Date.UTC(2026, 10, 23) - sequence * 60_000);
  const record = { id, kind, data, typesetting: {}, enteredOn: day, confirmedOn: day, expiresAt: at() };
  return { removed: false, sequence, record: { ...record, publishedAt: at(), updatedAt: at(), sequence } };
}
model.apply([published(vocabulary.id, vocabulary.kind, vocabulary.data)]);

const typesetter = createTypesetter(await loadTokenizer(), new Map());
const typesettings: string[] = [];
const empty = held();
const total = { data: 0, typesetting: 0, index: 0 };
const rows: { count: number; data: number; typesetting: number; index: number }[] = [];
for (const count of counts) {
  const made: (PublishedChange & { removed: false })[] = [];
  let before = held();
  for (let number = model.size - 1; number < count; number += 1) {
    const { id, kind, data } = samples[number % samples.length] ?? samples[0]!;
    made.push(published(`${id}-${number}`, kind, JSON.parse(JSON.stringify(reworded(data)))));
  }
  total.data += held() - before;
  for (const { record } of made.slice(0, Math.max(0, typesetCount - typesettings.length)))
    typesettings.push(JSON.stringify(await typesetFields(record.data, typesetter)));
  before = held();
  made.forEach(({ record }, index) => {
    const number = count - made.length + index;
    const same = typesettings[number % (typesetCount - (typesetCount % samples.length))] ?? '{}';
    record.typesetting = JSON.parse(same) as TypesetFields;
  });
  total.typesetting += held() - before;
  before = held();
  // As many at a time as a node fetches when it has missed some.
  for (let start = 0; start < made.length; start += 1_000) model.apply(made.slice(start, start + 1_000));
  total.index += held() - before;
  rows.push({ count, ...total });
}

const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`.padStart(12);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`.padStart(12);
const whole = (row: (typeof rows)[number]) => row.data + row.typesetting + row.index;
console.log(`without records, code and dictionary loaded: ${megabytes(empty).trim()}\n`);
console.log('records          data typesetting       index       whole    a record');
for (const row of rows)
  console.log(
    String(row.count).padEnd(9) +
      [row.data, row.typesetting, row.index, whole(row)].map(megabytes).join('') +
      kilobytes(whole(row) / row.count),
  );

/** Slope and start of the line nearest to the points. */
function line(points: readonly (readonly [number, number])[]): { each: number; start: number } {
  const [meanX, meanY] = [0, 1].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / points.length,
  ) as [number, number];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  const variance = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const each = covariance / variance;
  return { each, start: meanY - each * meanX };
}

const fits = (['data', 'typesetting', 'index'] as const).map((part) =>
  line(rows.map((row) => [row.count, row[part]])),
);
const fit = line(rows.map((row) => [row.count, whole(row)]));
console.log(
  `\nby the line${fits.map(({ each }) => kilobytes(each)).join('')}${kilobytes(fit.each)} a record`,
);
const end = empty + fit.start + fit.each * asked;
const limit = getHeapStatistics().heap_size_limit;
console.log(`${asked.toLocaleString('en')} records would end at ${megabytes(end).trim()}`);
console.log(
  `the heap of this Node, ${megabytes(limit).trim()} by its rule for this machine, is full at about ${Math.floor((limit - empty - fit.start) / fit.each).toLocaleString('en')} records`,
);
console.log(`resident set with ${model.size - 1} records: ${megabytes(process.memoryUsage().rss).trim()}`);
