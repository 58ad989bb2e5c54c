import type { Vocabulary } from './vocabulary.ts';

/** So many corrections of one word are offered at most. */
const MAX_CORRECTIONS = 3;

/** Words of the vocabulary that a folded word may have been meant as, the likeliest first. */
export function corrections(word: string, vocabulary: Vocabulary): string[] {
  const allowed = allowedErrors(word);
  if (allowed === 0) return [];
  const signature = signatureOf(word);
  const found: { text: string; errors: number; count: number }[] = [];
  for (const [key, { text, count }] of vocabulary.words) {
    if (Math.abs(key.length - word.length) > allowed || isKana(key) !== isKana(word)) continue;
    if (bitCount(signatureOf(key) ^ signature) > 2 * allowed) continue;
    const errors = editDistance(word, key, allowed);
    if (errors > 0 && errors <= allowed) found.push({ text, errors, count });
  }
  found.sort((a, b) => a.errors - b.errors || b.count - a.count);
  return found.slice(0, MAX_CORRECTIONS).map(({ text }) => text);
}

function isKana(word: string): boolean {
  return (word.codePointAt(0) ?? 0) >= 0x3040;
}

/** Short words have too many neighbours to guess among; a kana carries more than a letter. */
function allowedErrors(word: string): number {
  const [one, two] = isKana(word) ? [3, 6] : [4, 7];
  return word.length >= two ? 2 : word.length >= one ? 1 : 0;
}

/** A bit for each sort of character: words with few errors differ in few bits. */
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
