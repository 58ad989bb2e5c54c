import { CharacterType, type PlainText } from './characters.ts';
import { extendHash, HASH_START } from './hashing.ts';
import { COST_UNIT, type Lexicon, LONGEST_WORD } from './lexicon.ts';
import { classIndex, WORD_CLASSES } from './word-classes.ts';

/** A text cut into words, with what the dictionaries know of each. */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  readonly classes: Uint8Array;
  /** `WordFlag`s of the word in all dictionaries. */
  readonly flags: Uint8Array;
  /** The word at each offset. */
  readonly at: Int32Array;
}

const CLASSES = WORD_CLASSES.length;
/** An unknown word of a run of one script: fixed cost, and what each further sign costs. */
const UNKNOWN_COST = 11_000 / COST_UNIT;
const UNKNOWN_STEP = 350 / COST_UNIT;
/** A word that begins or ends within a run of katakana: 「ソン」 in 「ソング」. */
const CUT_KATAKANA_COST = 2_500 / COST_UNIT;
const UNKNOWN_SIGN_COST = 13_500 / COST_UNIT;
const INFINITE = 1e9;

const unknownClass = new Uint8Array(16).fill(classIndex('unknown'));
unknownClass[CharacterType.Katakana] = classIndex('unknown-katakana');
unknownClass[CharacterType.LongMark] = classIndex('unknown-katakana');
unknownClass[CharacterType.Upper] = classIndex('unknown-latin');
unknownClass[CharacterType.Lower] = classIndex('unknown-latin');
unknownClass[CharacterType.Kanji] = classIndex('unknown-kanji');
unknownClass[CharacterType.Digit] = classIndex('unknown-number');
const SYMBOL = classIndex('symbol');

/** Runs of these are one word where no dictionary has them. */
function runGroup(type: number): number {
  if (type === CharacterType.Katakana || type === CharacterType.LongMark) return 1;
  if (type === CharacterType.Upper || type === CharacterType.Lower) return 2;
  return type === CharacterType.Digit ? 3 : 0;
}

/**
 * Cuts a text into the words that together cost least: MeCab's way, with connections between classes of words only.
 * The lattice keeps, for each offset, the cheapest path that ends there with each class.
 */
export function segment(plain: PlainText, lexicon: Lexicon): Words {
  const { units, types, length } = plain;
  const best = new Float64Array((length + 1) * CLASSES).fill(INFINITE);
  const startOf = new Int32Array((length + 1) * CLASSES);
  const previousClass = new Uint8Array((length + 1) * CLASSES);
  const wordOf = new Int32Array((length + 1) * CLASSES);
  const hashOf = new Int32Array((length + 1) * CLASSES);
  /** Classes that some path ends with, for each offset. */
  const present = new Uint8Array((length + 1) * CLASSES);
  const presentCount = new Uint8Array(length + 1);
  const { connections } = lexicon;
  best[SYMBOL] = 0;
  present[0] = SYMBOL;
  presentCount[0] = 1;

  const offer = (
    start: number,
    end: number,
    kind: number,
    cost: number,
    word: number,
    hash: number,
  ): void => {
    let cheapest = INFINITE;
    let from = 0;
    const row = start * CLASSES;
    for (let i = 0; i < (presentCount[start] as number); i++) {
      const before = present[row + i] as number;
      const path = (best[row + before] as number) + (connections[before * CLASSES + kind] as number);
      if (path < cheapest) {
        cheapest = path;
        from = before;
      }
    }
    const at = end * CLASSES + kind;
    if (best[at] === INFINITE) {
      present[end * CLASSES + (presentCount[end] as number)] = kind;
      presentCount[end] = (presentCount[end] as number) + 1;
    }
    if (cheapest + cost >= (best[at] as number)) return;
    best[at] = cheapest + cost;
    startOf[at] = start;
    previousClass[at] = from;
    wordOf[at] = word;
    hashOf[at] = hash;
  };

  for (let start = 0; start < length; start++) {
    if (presentCount[start] === 0) continue;
    const group = runGroup(types[start] as number);
    let runEnd = start + 1;
    let runHash = extendHash(HASH_START, units[start] as number);
    if (group > 0)
      while (runEnd < length && runEnd - start < 40 && runGroup(types[runEnd] as number) === group)
        runHash = extendHash(runHash, units[runEnd++] as number);
    const isWithinRun = group > 0 && start > 0 && runGroup(types[start - 1] as number) === group;
    const cutBefore = isWithinRun && group === 1 ? CUT_KATAKANA_COST : 0;
    let hash = HASH_START;
    const last = Math.min(length, start + LONGEST_WORD);
    let known = false;
    for (let end = start; end < last; ) {
      hash = extendHash(hash, units[end++] as number);
      // No word ends within a run of Latin letters or digits.
      if (group > 1 && end < runEnd) continue;
      if (isWithinRun && group === 2) continue;
      const word = lexicon.find(hash);
      if (word < 0) continue;
      known ||= end === runEnd;
      const cut = cutBefore + (group === 1 && end < runEnd ? CUT_KATAKANA_COST : 0);
      offer(start, end, lexicon.classes[word] as number, (lexicon.costs[word] as number) + cut, word, hash);
    }
    const kind = unknownClass[types[start] as number] as number;
    if (!known || group !== 1)
      offer(
        start,
        runEnd,
        group === 0 && types[start] !== CharacterType.Kanji && types[start] !== CharacterType.Hiragana
          ? SYMBOL
          : kind,
        cutBefore + (group === 0 ? UNKNOWN_SIGN_COST : UNKNOWN_COST + UNKNOWN_STEP * (runEnd - start)),
        -1,
        runHash,
      );
  }
  return readBack(length, lexicon, { best, startOf, previousClass, wordOf, hashOf });
}

interface Lattice {
  best: Float64Array;
  startOf: Int32Array;
  previousClass: Uint8Array;
  wordOf: Int32Array;
  hashOf: Int32Array;
}

function readBack(length: number, lexicon: Lexicon, lattice: Lattice): Words {
  const { best, startOf, previousClass, wordOf, hashOf } = lattice;
  const path: number[] = [];
  let kind = 0;
  for (let k = 1; k < CLASSES; k++)
    if ((best[length * CLASSES + k] as number) < (best[length * CLASSES + kind] as number)) kind = k;
  for (let end = length; end > 0; ) {
    const at = end * CLASSES + kind;
    path.push(at);
    kind = previousClass[at] as number;
    end = startOf[at] as number;
  }
  path.reverse();
  const count = path.length;
  const words = {
    count,
    starts: new Int32Array(count),
    ends: new Int32Array(count),
    hashes: new Int32Array(count),
    classes: new Uint8Array(count),
    flags: new Uint8Array(count),
    at: new Int32Array(length),
  };
  for (const [index, at] of path.entries()) {
    const end = Math.floor(at / CLASSES);
    words.starts[index] = startOf[at] as number;
    words.ends[index] = end;
    words.hashes[index] = hashOf[at] as number;
    words.classes[index] = at % CLASSES;
    const word = wordOf[at] as number;
    words.flags[index] = word < 0 ? 0 : (lexicon.flags[word] as number);
    words.at.fill(index, startOf[at] as number, end);
  }
  return words;
}
