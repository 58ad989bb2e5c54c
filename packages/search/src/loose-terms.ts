import { isUnspaced, Script } from './characters.ts';
import { type FoldedText, Folder } from './fold.ts';
import type { TermName } from './patterns.ts';
import type { Query, QueryPart } from './query.ts';
import { Family, readTerms } from './terms.ts';

/** A small term of a query, for searches that do not require whole words. */
export interface LooseTerm {
  readonly name: TermName;
  /** Of the value of a pair of kanji. */
  readonly weight: number;
  /**
   * A word, or a pair of a kanji within one: a document is found by it. Others only raise documents found; a piece of a kana
   * word is in any text.
   */
  readonly isContent: boolean;
}

/**
 * Weights found on one half of a question set and confirmed on the other (bench/retrieval.bench.ts). A
 * word of letters tells as much as the several pairs of a Japanese word; kana and the seams between scripts are
 * mostly grammar.
 */
const WEIGHT = {
  word: 4,
  pair: 1,
  boundary: 0.5,
  hiragana: 0.5,
  kanji: 1,
  loneKanji: 2,
  katakana: 0.6,
  run: 1,
};

/** A word that only asks counts this much of what its rarity says: texts that answer seldom repeat it. */
export const ASKING_SHARE = 0.3;

const folder = new Folder();

/**
 * The small terms of a query. Running text is ranked by all of them; of separate words only the pieces of
 * compounds are needed, since the words themselves are looked for whole.
 * @param inPieces  whether a part of separate words is looked for in pieces too
 */
export function looseTerms(query: Query, inPieces: (part: QueryPart) => boolean): LooseTerm[] {
  const folded = folder.fold(query.wantedText);
  const isRunningText = query.isSentence || runsOn(folded);
  const partOf = partNumbers(query, folded);
  const terms = new Map<string, LooseTerm>();
  const add = (name: TermName, id: string, weight: number, isContent: boolean) => {
    if (!isContent && !isRunningText) return;
    if (weight > 0 && !terms.get(id)?.isContent) terms.set(id, { name, weight, isContent });
  };
  readTerms(folded, {
    coded(family, key, at) {
      if (family === Family.Link || family === Family.KatakanaEnd || family === Family.KanaWord) return;
      const part = query.parts[(partOf[at] as number) - 1];
      const share = part?.isAsking ? ASKING_SHARE : 1;
      if (family === Family.Run)
        return add({ kind: 'coded', family, key }, `${family} ${key}`, share * WEIGHT.run, false);
      const script = folded.scripts[at] as number;
      const isCharacter = family === Family.Character;
      const weight = isCharacter
        ? characterWeight(folded, at)
        : pairWeight(script, folded.scripts[at + 1] as number);
      const isContent =
        !isCharacter && script === Script.Kanji && part !== undefined && partOf[at] === partOf[at + 1];
      if (part && !isRunningText && !inPieces(part)) return;
      add({ kind: 'coded', family, key }, `${family} ${key}`, share * weight, isContent);
    },
    word(word) {
      add({ kind: 'word', word }, word, WEIGHT.word, true);
    },
  });
  return [...terms.values()];
}

/** Whether a text is running Japanese: no spaces, and with hiragana. */
function runsOn({ scripts, length }: FoldedText): boolean {
  const used = scripts.subarray(0, length);
  return used.includes(Script.Hiragana) && !used.includes(Script.Separator);
}

/** A kanji among other scripts is a word of its own: 川, 鍵. */
function characterWeight({ scripts, length }: FoldedText, at: number): number {
  if (scripts[at] === Script.Katakana) return WEIGHT.katakana;
  if (scripts[at] !== Script.Kanji) return 0;
  const isLone =
    (at === 0 || scripts[at - 1] !== Script.Kanji) && (at + 1 === length || scripts[at + 1] !== Script.Kanji);
  return isLone ? WEIGHT.loneKanji : WEIGHT.kanji;
}

function pairWeight(first: number, second: number): number {
  if (first !== second) return WEIGHT.boundary;
  return first === Script.Hiragana ? WEIGHT.hiragana : isUnspaced(first) ? WEIGHT.pair : 0;
}

/** Number of the query part of each unit, from 1; 0 for none. */
function partNumbers(query: Query, folded: FoldedText): Uint8Array {
  const numbers = new Uint8Array(folded.length + 1);
  for (const [i, part] of query.parts.entries()) {
    for (let at = 0; at < folded.length; at++) {
      const start = folded.starts[at] as number;
      if (start >= part.start && start < part.end) numbers[at] = i + 1;
    }
  }
  return numbers;
}
