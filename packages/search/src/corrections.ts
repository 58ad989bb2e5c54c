import type { Vocabulary, VocabularyWord } from './vocabulary.ts';

/** Most corrections offered per word. */
const MAX_CORRECTIONS = 3;

/** Minimum length of an abridged word, and most letters it may lack. */
const SHORTEST_ABRIDGED = 5;
const MAX_LEFT_OUT = 3;

/** A word of the vocabulary, prepared for comparison. */
interface Correction {
  readonly key: string;
  readonly word: VocabularyWord;
  readonly signature: number;
}

/** Finds words of a vocabulary for misspelt ones. */
export class Corrector {
  readonly #vocabulary: Vocabulary;
  #revision = -1;
  /** By length of the folded word. */
  #words: Correction[][] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Corrections of a misspelt folded word, likeliest first. */
  corrections(misspelt: string): string[] {
    const allowed = allowedErrors(misspelt);
    if (allowed === 0) return [];
    this.#refresh();
    const signature = signatureOf(misspelt);
    const found: { key: string; word: VocabularyWord; errors: number }[] = [];
    for (let length = misspelt.length - allowed; length <= misspelt.length + allowed; length++) {
      for (const { key, word, signature: other } of this.#words[length] ?? []) {
        if (bitCount(other ^ signature) > 2 * allowed || isKana(key) !== isKana(misspelt)) continue;
        const errors = editDistance(misspelt, key, allowed);
        if (errors > 0 && errors <= allowed) found.push({ key, word, errors });
      }
    }
    if (found.length === 0) found.push(...this.#unabridged(misspelt));
    found.sort((a, b) => a.errors - b.errors || b.word.count - a.word.count);
    // A word matches by prefix, so passwords need not be offered in addition to password.
    const offered = found.filter(
      ({ key }, i) => !found.slice(0, i).some((better) => key.startsWith(better.key)),
    );
    return offered.slice(0, MAX_CORRECTIONS).map(({ word }) => word.text);
  }

  /** Words that the given word abbreviates: passwd → password. */
  #unabridged(short: string): { key: string; word: VocabularyWord; errors: number }[] {
    if (short.length < SHORTEST_ABRIDGED || isKana(short)) return [];
    const found: { key: string; word: VocabularyWord; errors: number }[] = [];
    for (let more = 1; more <= MAX_LEFT_OUT; more++) {
      for (const { key, word } of this.#words[short.length + more] ?? []) {
        const endsAlike = key[0] === short[0] && key.at(-1) === short.at(-1);
        if (endsAlike && isWithin(short, key)) found.push({ key, word, errors: more });
      }
    }
    return found;
  }

  #refresh(): void {
    if (this.#revision === this.#vocabulary.revision) return;
    this.#revision = this.#vocabulary.revision;
    this.#words = [];
    for (const [key, word] of this.#vocabulary.words) {
      this.#words[key.length] ??= [];
      this.#words[key.length]?.push({ key, word, signature: signatureOf(key) });
    }
  }
}

/** Whether one word is a subsequence of another. */
function isWithin(short: string, long: string): boolean {
  let at = 0;
  for (let i = 0; i < long.length && at < short.length; i++) if (long[i] === short[at]) at++;
  return at === short.length;
}

function isKana(word: string): boolean {
  return (word.codePointAt(0) ?? 0) >= 0x3040;
}

/** Allowed edit distance. Short words have too many neighbours; a kana carries more information than a letter. */
function allowedErrors(word: string): number {
  const [one, two] = isKana(word) ? [3, 6] : [4, 7];
  return word.length >= two ? 2 : word.length >= one ? 1 : 0;
}

/** Bit set of a word's characters: words at a small edit distance differ in few bits. */
function signatureOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that turn one word into the other; any number
 * above `limit` stands for more.
 */
function editDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let k = 1; k <= b.length; k++) {
      const differs = a[i - 1] === b[k - 1] ? 0 : 1;
      let cost = Math.min(
        (last[k] as number) + 1,
        (row[k - 1] as number) + 1,
        (last[k - 1] as number) + differs,
      );
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1]) {
        cost = Math.min(cost, (beforeLast[k - 2] as number) + 1);
      }
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] as number;
}
