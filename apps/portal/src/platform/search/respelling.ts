import type { SynonymsData } from './synonyms-kind.ts';

/** Words shorter than this have too many others beside them. */
const shortestKanji = 4;
const shortestLetters = 9;
const maxKnown = 20_000;
/** Of a word of letters, one wrong letter in so many. */
const lettersPerError = 3.3;
const mostErrors = 3;
const allKanji = /^[\p{Script=Han}々]+$/u;

/**
 * Long words that the body knows, so that one with a wrong character is read as it: 個人情報漏曳 as 個人情報漏洩, ransomewhere
 * as ransomware. Short words and small errors are the search index's own.
 */
export class KnownWords {
  #kanji: ReadonlySet<string> = new Set();
  #letters: readonly string[] = [];

  read(groups: SynonymsData['groups']): void {
    const words = [...new Set(groups.flatMap((group) => group.words))].slice(0, maxKnown);
    this.#kanji = new Set(words.filter((word) => allKanji.test(word) && word.length >= 2));
    this.#letters = words
      .map((word) => word.toLowerCase())
      .filter((word) => /^[a-z]+$/.test(word) && word.length >= shortestLetters);
  }

  /**
   * The query with the first misspelt long word as it is known; undefined where none is misspelt.
   * @param isWord  whether some text holds a word as typed: then it is none that is misspelt
   */
  respelt(query: string, isWord: (word: string) => boolean): string | undefined {
    const text = query.normalize('NFKC');
    for (const [run] of text.matchAll(/[\p{Script=Han}々]{4,16}/gu)) {
      const fault = this.#faultIn(run);
      if (fault && !isWord(fault.typed)) return text.replace(run, run.replace(fault.typed, fault.known));
    }
    for (const [word] of text.toLowerCase().matchAll(/[a-z]{9,24}/g)) {
      if (this.#letters.includes(word)) continue;
      const known = this.#letters.find((other) => isNear(word, other));
      if (known && !isWord(word)) return text.toLowerCase().replace(word, known);
    }
    return undefined;
  }

  /** A word of the list with one kanji wrong, as the whole run or after or before one that is right. */
  #faultIn(run: string): { typed: string; known: string } | undefined {
    if (this.#kanji.has(run)) return undefined;
    const oneOff = (typed: string) => {
      for (const known of this.#kanji) if (isOneOff(typed, known)) return { typed, known };
      return undefined;
    };
    if (run.length >= shortestKanji) {
      const whole = oneOff(run);
      if (whole) return whole;
    }
    for (let at = run.length - 2; at >= 2; at--) {
      const [before, after] = [run.slice(0, at), run.slice(at)];
      if (this.#kanji.has(before) && this.#kanji.has(after)) return undefined;
      const fault = this.#kanji.has(before)
        ? oneOff(after)
        : this.#kanji.has(after)
          ? oneOff(before)
          : undefined;
      if (fault) return fault;
    }
    return undefined;
  }
}

function isOneOff(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let different = 0;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) different++;
  return different === 1;
}

/** The same beginning, and few letters more, fewer or others. */
function isNear(word: string, known: string): boolean {
  const allowed = Math.min(mostErrors, Math.floor(known.length / lettersPerError));
  if (word.slice(0, 4) !== known.slice(0, 4) || Math.abs(word.length - known.length) > allowed) return false;
  // Beginnings of the same word are no errors: the index knows other endings.
  if (word.startsWith(known)) return false;
  let last = Array.from({ length: known.length + 1 }, (_, at) => at);
  for (let i = 1; i <= word.length; i++) {
    const row = [i];
    for (let k = 1; k <= known.length; k++)
      row[k] = Math.min(
        (last[k] ?? 0) + 1,
        (row[k - 1] ?? 0) + 1,
        (last[k - 1] ?? 0) + (word[i - 1] === known[k - 1] ? 0 : 1),
      );
    last = row;
  }
  return (last.at(-1) ?? allowed + 1) <= allowed;
}
