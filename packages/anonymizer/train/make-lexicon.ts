/**
 * Makes resources/lexicon.bin.br and resources/name-readings.tsv.br.
 *
 *     node train/make-lexicon.ts IPADIC-FOLDER SUDACHI.JS LOCALGOV.CSV
 *
 * IPADIC-FOLDER is /usr/share/mecab/dic/ipadic of Debian's mecab-ipadic, SUDACHI.JS the script of npm's `sudachi`,
 * LOCALGOV.CSV the list of local governments of code4fukui/localgovjp.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { plainText } from '../src/recognition/characters.ts';
import { extendHash, HASH_START, spread } from '../src/recognition/hashing.ts';
import { BUCKET_BITS, COST_UNIT, LONGEST_WORD } from '../src/recognition/lexicon.ts';
import { classIndex, WORD_CLASSES, WordFlag } from '../src/recognition/word-classes.ts';
import { type DictionaryWord, ipadicConnections, ipadicWords, sudachiNouns } from './dictionaries.ts';

const [ipadic, sudachi, localGovernments] = process.argv.slice(2) as [string, string, string];
const resources = new URL('../resources/', import.meta.url);
/** What a word costs more where IPADIC does not have it: it is rarer than the words of a newspaper. */
const RARER = 1000;
const MUNICIPALITY_COST = 4000;

interface Entry {
  wordClass: number;
  cost: number;
  flags: number;
}

const entries = new Map<string, Entry>();
const fromIpadic = new Set<string>();
const readings = new Map<string, Set<string>>();

function plain(surface: string): string {
  return String.fromCharCode(...plainText(surface).units);
}

function add(word: DictionaryWord, extra: number): void {
  const surface = plain(word.surface);
  if (surface.length === 0 || surface.length > LONGEST_WORD || surface.includes(' ')) return;
  const cost = word.cost + extra;
  const known = entries.get(surface);
  if (!known) entries.set(surface, { wordClass: classIndex(word.wordClass), cost, flags: word.flag });
  else {
    known.flags |= word.flag;
    if (cost < known.cost) Object.assign(known, { wordClass: classIndex(word.wordClass), cost });
  }
  const named =
    WordFlag.Surname | WordFlag.GivenName | WordFlag.Person | WordFlag.Place | WordFlag.Organisation;
  if (word.flag & named && /[\p{Script=Han}]/u.test(surface)) {
    const known = readings.get(surface) ?? new Set();
    readings.set(surface, known.add(word.reading));
  }
}

const { size, costs } = ipadicConnections(ipadic);
const classes = WORD_CLASSES.length;
/** How often a context id is used by a class, by the costs of its words. */
const weights = { left: new Float64Array(classes * size), right: new Float64Array(classes * size) };
for (const word of ipadicWords(ipadic)) {
  fromIpadic.add(plain(word.surface));
  add(word, 0);
  const weight = Math.exp(-word.cost / 700);
  const at = classIndex(word.wordClass) * size;
  weights.left[at + word.left] = (weights.left[at + word.left] as number) + weight;
  weights.right[at + word.right] = (weights.right[at + word.right] as number) + weight;
}
for (const word of sudachiNouns(sudachi)) {
  if (/^[\p{Script=Hiragana}]{1,3}$/u.test(word.surface)) continue;
  const known = fromIpadic.has(plain(word.surface));
  if (known) {
    const entry = entries.get(plain(word.surface));
    if (entry) entry.flags |= word.flag;
  } else add(word, RARER);
}
for (const line of readFileSync(localGovernments, 'utf8').split(/\r?\n/).slice(1)) {
  const [, prefecture = '', , city = '', kana = ''] = line.split(',');
  if (prefecture === '') continue;
  const names = city.split(' ').map((name, index) => [name, kana.split(' ')[index] ?? '']);
  for (const [surface = '', reading = ''] of [[prefecture, ''], ...names]) {
    const parts = { left: -1, right: -1, cost: MUNICIPALITY_COST, flag: WordFlag.Place, reading };
    if (surface.length > 2) add({ surface, wordClass: 'place', ...parts }, 0);
  }
}

/** IPADIC's connection costs, averaged over the words of two classes. */
function connections(): Int8Array {
  const used = (side: Float64Array, kind: number) => {
    const at = kind * size;
    const sum = side.subarray(at, at + size).reduce((a, b) => a + b, 0);
    return [...side.subarray(at, at + size)]
      .map((weight, id) => [id, weight / sum] as const)
      .filter(([, share]) => share > 0.001);
  };
  const left = WORD_CLASSES.map((_, kind) => used(weights.left, kind));
  const right = WORD_CLASSES.map((_, kind) => used(weights.right, kind));
  const noun = classIndex('noun');
  const number = classIndex('number');
  const like = (kind: number) =>
    WORD_CLASSES[kind] === 'unknown-number'
      ? number
      : WORD_CLASSES[kind]?.startsWith('unknown')
        ? noun
        : kind;
  const result = new Int8Array(classes * classes);
  for (let a = 0; a < classes; a++)
    for (let b = 0; b < classes; b++) {
      let cost = 0;
      for (const [r, rs] of right[like(a)] ?? [])
        for (const [l, ls] of left[like(b)] ?? []) cost += rs * ls * (costs[r * size + l] as number);
      result[a * classes + b] = Math.max(-127, Math.min(127, Math.round(cost / COST_UNIT)));
    }
  return result;
}

function lexiconFile(): Buffer {
  const buckets = 1 << BUCKET_BITS;
  const rows: { bucket: number; print: number; entry: Entry }[] = [];
  for (const [surface, entry] of entries) {
    let hash = HASH_START;
    for (let i = 0; i < surface.length; i++) hash = extendHash(hash, surface.charCodeAt(i));
    const full = spread(hash);
    rows.push({ bucket: full >>> (32 - BUCKET_BITS), print: full & 0xffff, entry });
  }
  rows.sort((a, b) => a.bucket - b.bucket || a.print - b.print);
  const counts = new Uint8Array(buckets);
  for (const { bucket } of rows) counts[bucket] = (counts[bucket] as number) + 1;
  const head = Buffer.alloc(8);
  head.writeUInt32LE(rows.length, 0);
  head.writeUInt32LE(buckets, 4);
  const prints = Buffer.alloc(2 * rows.length);
  for (const [index, { print }] of rows.entries()) prints.writeUInt16LE(print, 2 * index);
  const cost = (value: number) => Math.max(0, Math.min(255, Math.round(value / COST_UNIT)));
  return Buffer.concat([
    head,
    counts,
    prints,
    Buffer.from(rows.map(({ entry }) => entry.wordClass)),
    Buffer.from(rows.map(({ entry }) => entry.flags)),
    Buffer.from(rows.map(({ entry }) => cost(entry.cost))),
    Buffer.from(connections().buffer),
  ]);
}

/** Names and their readings: `name<TAB>reading,reading` in the order of the names. */
function readingsFile(): string {
  return [...readings]
    .map(
      ([name, all]) =>
        [name, [...all].filter((reading) => /^[ァ-ヶー]+$/.test(reading)).slice(0, 4)] as const,
    )
    .filter(([, all]) => all.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, all]) => `${name}\t${all.join(',')}`)
    .join('\n');
}

function write(name: string, content: Uint8Array): void {
  const packed = brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  writeFileSync(new URL(name, resources), packed);
  console.log(`${name}: ${content.length} bytes, packed ${packed.length}`);
}

console.log(`${entries.size} words, ${readings.size} names with readings`);
write('lexicon.bin.br', lexiconFile());
write('name-readings.tsv.br', Buffer.from(readingsFile()));
