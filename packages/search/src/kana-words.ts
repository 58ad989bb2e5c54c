import { type FoldedText, foldedString } from './fold.ts';
import { leadingFunctionWords, trailingFunctionWords } from './function-words.ts';
import { isLongKana, kanaWordHash } from './word-key.ts';

/** Longer runs of hiragana are sentences. */
const LONGEST_RUN = 24;
/** Minimum length of a word inside a run without its particles, unless it has a long mark (not いか in いかが). */
const SHORTEST_WITHIN = 3;

/** A word within a run of kana, by the hash of its key. */
export interface KanaWord {
  readonly hash: number;
  readonly start: number;
  readonly end: number;
}

/** By run, since texts use few of them again and again. */
const known = new Map<string, readonly KanaWord[]>();
const MAX_REMEMBERED = 20_000;

/**
 * Possible words of a run of hiragana: the whole run, and the rest without particles around it.
 */
export function kanaWords(folded: FoldedText, from: number, to: number): readonly KanaWord[] {
  if (to - from > LONGEST_RUN) return [];
  const run = foldedString(folded, from, to);
  const remembered = known.get(run);
  if (remembered) return remembered;
  const words = readWords(run, folded.units.subarray(from, to));
  if (known.size === MAX_REMEMBERED) known.clear();
  known.set(run, words);
  return words;
}

function readWords(run: string, units: Uint16Array): KanaWord[] {
  const start = leadingFunctionWords(run, true);
  const end = trailingFunctionWords(run);
  if (start === run.length || end === 0) return [];
  const whole = { hash: kanaWordHash(units, 0, run.length), start: 0, end: run.length };
  const isWord = end - start >= SHORTEST_WITHIN || units.subarray(start, end).some(isLongKana);
  const isWithin = end - start < run.length && isWord;
  return isWithin ? [whole, { hash: kanaWordHash(units, start, end), start, end }] : [whole];
}
