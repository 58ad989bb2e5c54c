import { KANJI_BY_READING } from './kanji-readings.ts';

/** Kanji → those that are read alike in some reading. */
const alike = new Map<string, Set<string>>();
for (const line of KANJI_BY_READING) {
  for (const group of line.split(' ')) {
    for (const kanji of group) {
      const others = alike.get(kanji) ?? new Set();
      for (const other of group) others.add(other);
      alike.set(kanji, others);
    }
  }
}

const MAX_CORRECTIONS = 3;
const SHORTEST = 2;
const LONGEST = 6;

/**
 * Words of kanji that are read like a misspelt one, with one kanji changed (詐偽 → 詐欺), the most frequent first.
 * @param frequencyOf  in how many documents a word stands
 */
export function homophonesOf(misspelt: string, frequencyOf: (word: string) => number): string[] {
  if (misspelt.length < SHORTEST || misspelt.length > LONGEST || !/^\p{Script=Han}+$/u.test(misspelt))
    return [];
  const found = new Map<string, number>();
  for (let at = 0; at < misspelt.length; at++) {
    const kanji = misspelt[at] as string;
    for (const other of alike.get(kanji) ?? []) {
      if (other === kanji) continue;
      const word = misspelt.slice(0, at) + other + misspelt.slice(at + 1);
      const frequency = frequencyOf(word);
      if (frequency > 0) found.set(word, frequency);
    }
  }
  const likeliest = [...found].sort(([, a], [, b]) => b - a);
  return likeliest.slice(0, MAX_CORRECTIONS).map(([word]) => word);
}
