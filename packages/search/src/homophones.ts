import { KANJI_BY_READING } from './kanji-readings.ts';

/** Kanji → those that are read alike in some reading. */
const homophones = new Map<string, Set<string>>();
for (const line of KANJI_BY_READING) {
  for (const group of line.split(' ')) {
    for (const kanji of group) {
      const others = homophones.get(kanji) ?? new Set();
      for (const other of group) others.add(other);
      homophones.set(kanji, others);
    }
  }
}

const MAX_CORRECTIONS = 3;
const SHORTEST = 2;
const LONGEST = 6;

/** Document frequencies of pairs of kanji, and of kanji as separate words. */
export interface KanjiFrequencies {
  ofPair(first: number, second: number): number;
  ofWord(kanji: string): number;
}

/**
 * Homophones of a misspelt kanji word with one kanji changed (詐偽 → 詐欺), most frequent first. The
 * changed kanji belongs to a pair that occurs in no document.
 */
export function homophonesOf(misspelt: string, frequencies: KanjiFrequencies): string[] {
  if (misspelt.length < SHORTEST || misspelt.length > LONGEST || !/^\p{Script=Han}+$/u.test(misspelt))
    return [];
  const found = new Map<string, number>();
  for (const at of suspects(misspelt, frequencies)) {
    const kanji = misspelt[at] as string;
    for (const other of homophones.get(kanji) ?? []) {
      if (other === kanji) continue;
      const word = misspelt.slice(0, at) + other + misspelt.slice(at + 1);
      const frequency = frequencies.ofWord(word);
      if (frequency > 0) found.set(word, frequency);
    }
  }
  const likeliest = [...found].sort(([, a], [, b]) => b - a);
  return likeliest.slice(0, MAX_CORRECTIONS).map(([word]) => word);
}

/** Positions of kanji whose change can remove every pair that occurs in no document. */
function suspects(word: string, { ofPair }: KanjiFrequencies): number[] {
  let places: number[] | undefined;
  for (let at = 0; at + 1 < word.length; at++) {
    if (ofPair(word.charCodeAt(at), word.charCodeAt(at + 1)) > 0) continue;
    places = (places ?? [at, at + 1]).filter((place) => place === at || place === at + 1);
  }
  return places ?? [];
}
