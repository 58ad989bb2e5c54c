import { CharacterType, type PlainText } from './characters.ts';
import { extendHash, HASH_START, mix } from './hashing.ts';
import type { Words } from './segmentation.ts';
import { classIndex } from './word-classes.ts';

/** Most features that one sign has. */
const MAX_FEATURES = 80;

const BEGIN = 1;
const END = 2;
const LONGEST_QUOTATION = 60;

/** Signs that names are written with: runs of them are chunks. */
const inChunk = new Uint8Array(16);
for (const type of [
  CharacterType.Kanji,
  CharacterType.Katakana,
  CharacterType.LongMark,
  CharacterType.Upper,
  CharacterType.Lower,
  CharacterType.Digit,
  CharacterType.MiddleDot,
  CharacterType.Hyphen,
])
  inChunk[type] = 1;

const STOP = classIndex('stop');
const NOUNS = new Set(
  ['noun', 'verbal-noun', 'suffix', 'person-suffix', 'organisation', 'place-suffix'].map((name) =>
    classIndex(name as 'noun'),
  ),
);

interface Chunks {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The chunk around each sign; a sign outside is one of its own. */
function findChunks({ types, length }: PlainText): Chunks {
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  for (let start = 0; start < length; ) {
    let end = start + 1;
    if (inChunk[types[start] as number]) {
      while (end < length && (inChunk[types[end] as number] || isBlankWithinLatin(types, end, length))) end++;
    }
    starts.fill(start, start, end);
    ends.fill(end, start, end);
    start = end;
  }
  return { starts, ends };
}

function isLatin(type: number | undefined): boolean {
  return type === CharacterType.Upper || type === CharacterType.Lower || type === CharacterType.Digit;
}

function isBlankWithinLatin(types: Uint8Array, at: number, length: number): boolean {
  return (
    types[at] === CharacterType.Space && at + 1 < length && isLatin(types[at - 1]) && isLatin(types[at + 1])
  );
}

/** For each sign within quotation marks or brackets, where they begin and end. */
function findQuotations({ units, types, length }: PlainText): { open: Int32Array; close: Int32Array } {
  const open = new Int32Array(length).fill(-1);
  const close = new Int32Array(length).fill(-1);
  const stack: number[] = [];
  for (let i = 0; i < length; i++) {
    if (types[i] === CharacterType.Open) stack.push(i);
    else if (types[i] === CharacterType.Close) {
      const start = stack.pop();
      if (start === undefined || i - start > LONGEST_QUOTATION) continue;
      for (let at = start + 1; at < i; at++) {
        if (open[at] !== -1) continue;
        open[at] = units[start] as number;
        close[at] = i;
      }
    }
  }
  return { open, close };
}

/** The features of each sign of a sentence, as hashes, handed to `take` with their number. */
export function extractFeatures(
  plain: PlainText,
  words: Words,
  take: (at: number, features: Int32Array, count: number) => void,
): void {
  const { units, types, length } = plain;
  const chunks = findChunks(plain);
  const { open, close } = findQuotations(plain);
  const features = new Int32Array(MAX_FEATURES);
  const unit = (at: number) => (at < 0 ? BEGIN : at >= length ? END : (units[at] as number));
  const type = (at: number) => (at < 0 || at >= length ? 15 : (types[at] as number));
  const hash = (word: number) =>
    word < 0 ? BEGIN : word >= words.count ? END : (words.hashes[word] as number);
  const kind = (word: number) => (word < 0 ? 60 : word >= words.count ? 61 : (words.classes[word] as number));
  const flag = (word: number) => (word < 0 || word >= words.count ? 0 : (words.flags[word] as number));
  const wordAt = (at: number) => (at < 0 ? -1 : at >= length ? words.count : (words.at[at] as number));
  const sentenceEnd = lastNoun(words);

  for (let at = 0; at < length; at++) {
    let count = 0;
    let family = 0;
    const add = (value: number) => {
      features[count++] = mix(family++, value);
    };
    const u = unit(at);
    const before = unit(at - 1);
    const after = unit(at + 1);
    for (let shift = -3; shift <= 3; shift++) add(unit(at + shift));
    add((unit(at - 2) << 16) | before);
    add((before << 16) | u);
    add((u << 16) | after);
    add((after << 16) | unit(at + 2));
    add(mix(before, (u << 16) | after));
    add(mix(unit(at - 2), (before << 16) | u));
    add(mix(u, (after << 16) | unit(at + 2)));
    const near = (type(at - 1) << 8) | (type(at) << 4) | type(at + 1);
    add(near);
    add((type(at - 2) << 16) | (near << 4) | type(at + 2));
    add(mix(near, (type(at - 3) << 12) | (type(at - 2) << 8) | (type(at + 2) << 4) | type(at + 3)));

    const word = words.at[at] as number;
    const first = words.starts[word] === at;
    const last = (words.ends[word] as number) === at + 1;
    const position = (first ? 1 : 0) | (last ? 2 : 0);
    const placed = (value: number) => add(mix(position, value));
    for (let shift = -2; shift <= 2; shift++) placed(hash(word + shift));
    placed(mix(hash(word - 1), hash(word)));
    placed(mix(hash(word), hash(word + 1)));
    const k = kind(word);
    const kBefore = kind(word - 1);
    const kAfter = kind(word + 1);
    placed(k);
    placed((kBefore << 6) | k);
    placed((k << 6) | kAfter);
    placed((kBefore << 12) | (k << 6) | kAfter);
    placed((kind(word - 2) << 12) | (kBefore << 6) | k);
    placed((k << 12) | (kAfter << 6) | kind(word + 2));
    placed(mix(hash(word - 1), k));
    placed(mix(hash(word + 1), k));
    placed(mix(hash(word + 2), (k << 6) | kAfter));
    placed(mix(hash(word - 2), (kBefore << 6) | k));
    const f = flag(word);
    placed(f);
    placed((flag(word - 1) << 8) | f);
    placed((f << 8) | flag(word + 1));

    const start = chunks.starts[at] as number;
    const end = chunks.ends[at] as number;
    const fromStart = Math.min(at - start, 3);
    const toEnd = Math.min(end - 1 - at, 3);
    const edge = (fromStart << 2) | toEnd;
    add(mix(edge, Math.min(end - start, 12)));
    const lastWord = wordAt(end - 1);
    const firstWord = wordAt(start);
    const side =
      (lastWord === word ? 1 : 0) | (firstWord === word ? 2 : 0) | (first ? 4 : 0) | (last ? 8 : 0);
    add(mix(side, hash(lastWord)));
    add(mix(side, hash(firstWord)));
    add(mix(side, hash(wordAt(end))));
    add(mix(side, hash(wordAt(start - 1))));
    add(mix(side, (unit(end - 2) << 16) | unit(end - 1)));
    add(mix(side, unit(end - 1)));
    add(mix(side, mix(kind(firstWord), (kind(wordAt(end)) << 6) | kind(wordAt(start - 1)))));
    add(mix(side, mix(hash(lastWord), hash(wordAt(end)))));
    add(mix(side, mix(hash(wordAt(end)), hash(wordAt(end) + 1))));
    add(mix(side, mix(hash(wordAt(start - 1)), hash(wordAt(start - 1) - 1))));
    add(mix(start === 0 ? 1 : 0, mix(side, mix(hash(wordAt(end)), sentenceEnd))));

    const opener = open[at] as number;
    const closer = close[at] as number;
    const within = opener < 0 ? 0 : ((unit(at - 1) === opener ? 1 : 2) | (at + 1 === closer ? 4 : 0)) << 1;
    add(mix(within, opener));
    add(mix(within, opener < 0 ? 0 : mix(opener, hash(wordAt(closer + 1)))));
    add(mix(within, opener < 0 ? 0 : mix(near, opener)));

    // Parts of words no dictionary has.
    family = 100;
    const wordStart = words.starts[word] as number;
    const wordEnd = words.ends[word] as number;
    placed(mix(Math.min(wordEnd - wordStart, 8), type(wordStart)));
    placed(mix(unit(wordEnd - 2), (unit(wordEnd - 1) << 16) | type(wordStart)));
    placed(mix(unit(wordStart), (unit(wordStart + 1) << 16) | 7));
    let suffix = HASH_START;
    for (let i = Math.max(wordStart, wordEnd - 3); i < wordEnd; i++) suffix = extendHash(suffix, unit(i));
    placed(suffix);
    take(at, features, count);
  }
}

/** The noun that a sentence ends with: 「…の選手。」 says what its subject is. */
function lastNoun(words: Words): number {
  for (let word = words.count - 1; word >= 0 && word >= words.count - 8; word--) {
    const kind = words.classes[word] as number;
    if (kind !== STOP && NOUNS.has(kind)) return words.hashes[word] as number;
  }
  return END;
}
