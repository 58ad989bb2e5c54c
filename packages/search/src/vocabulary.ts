import { isUnspaced, Script } from './characters.ts';
import type { FoldedText } from './fold.ts';
import { foldedString } from './fold.ts';
import { wordKey } from './word-key.ts';

/** A word of the indexed texts. */
export interface VocabularyWord {
  /** As it was first written. */
  readonly text: string;
  /** Number of document fields that contain it. */
  readonly count: number;
}

const SHORTEST = 3;
const LONGEST = 24;
const SHORTEST_COMPOUND = 2;

/**
 * The words of all documents by their keys: loanwords and words of letters, to correct and to
 * complete what is typed, and from titles also compounds (ランサムウェア対策).
 */
export class Vocabulary {
  /** Katakana words and words of letters. */
  readonly words = new Map<string, VocabularyWord>();
  readonly compounds = new Map<string, VocabularyWord>();
  /** Grows with every change. */
  revision = 0;
  #completions: { key: string; word: VocabularyWord }[] | undefined;

  /** Counts the words of a field in (`sign` 1) or out (-1). */
  count(text: string, folded: FoldedText, isTitle: boolean, sign: 1 | -1): void {
    this.revision++;
    this.#completions = undefined;
    const { scripts, length } = folded;
    let runStart = 0;
    let compoundStart = 0;
    for (let at = 0; at <= length; at++) {
      const script = at < length ? (scripts[at] as number) : Script.Separator;
      if (at > runStart && script !== scripts[runStart]) {
        const isWord = scripts[runStart] === Script.Katakana || scripts[runStart] === Script.Word;
        if (isWord && at > runStart) change(this.words, text, folded, runStart, at, sign, SHORTEST);
        runStart = at;
      }
      if (script === Script.Separator || script === Script.Hiragana) {
        const size = at - compoundStart;
        const isCompound = isTitle && size >= SHORTEST_COMPOUND && isUnspaced(scripts[at - 1] as number);
        if (isCompound) change(this.compounds, text, folded, compoundStart, at, sign, SHORTEST_COMPOUND);
        compoundStart = at + 1;
      }
    }
  }

  /** Words that begin with a folded prefix, the most frequent first. */
  beginningWith(prefix: string, limit: number): string[] {
    const completions = this.#sortedCompletions();
    let low = 0;
    let high = completions.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((completions[middle] as { key: string }).key < prefix) low = middle + 1;
      else high = middle;
    }
    const found: { key: string; word: VocabularyWord }[] = [];
    for (let i = low; i < completions.length; i++) {
      const completion = completions[i] as { key: string; word: VocabularyWord };
      if (!completion.key.startsWith(prefix)) break;
      found.push(completion);
    }
    found.sort((a, b) => b.word.count - a.word.count || a.key.length - b.key.length);
    return found.slice(0, limit).map(({ word }) => word.text);
  }

  #sortedCompletions(): { key: string; word: VocabularyWord }[] {
    if (!this.#completions) {
      const all = new Map(this.words);
      for (const [key, compound] of this.compounds) {
        if (compound.count > (all.get(key)?.count ?? 0)) all.set(key, compound);
      }
      this.#completions = [...all].map(([key, word]) => ({ key, word }));
      this.#completions.sort((a, b) => (a.key < b.key ? -1 : 1));
    }
    return this.#completions;
  }
}

function change(
  words: Map<string, VocabularyWord>,
  text: string,
  folded: FoldedText,
  from: number,
  to: number,
  sign: 1 | -1,
  shortest: number,
): void {
  if (to - from > LONGEST) return;
  const key = wordKey(foldedString(folded, from, to));
  if (key.length < shortest) return;
  const known = words.get(key);
  const count = (known?.count ?? 0) + sign;
  if (count <= 0) words.delete(key);
  else words.set(key, { text: known?.text ?? text.slice(folded.starts[from], folded.ends[to - 1]), count });
}
