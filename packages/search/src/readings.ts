import { spell } from './fold.ts';
import { hiraganaOf, kanaOfRomaji, namesOfLetters } from './romaji.ts';
import { kanaWordHash, withLongMarks } from './word-key.ts';

/** Most words of a reading indexed, and most words matched together. */
const MAX_WORDS = 60;
const MAX_TOGETHER = 8;
const MAX_LETTERS_NAMED = 6;

/** A run of one script. */
const WORD = /[ぁ-ゖ\ue000-\ue05f]+|[ァ-ヺ\ue060-\ue0ff]+|[a-z]+/g;

/**
 * Terms of a reading (おたすけたい): every word and every sequence of a few words, so
 * that a reading is found from the beginning of a word to the end of one, and さぎ not in うさぎ.
 */
export function* readingTerms(text: string): Generator<number> {
  const words = (spell(text).match(WORD) ?? []).slice(0, MAX_WORDS);
  const inRomaji = words.map((word) => (/^[a-z]/.test(word) ? kanaOfRomaji(word) : word));
  const byLetters = words.map((word) =>
    /^[a-z]/.test(word) ? (word.length <= MAX_LETTERS_NAMED ? namesOfLetters(word) : '') : word,
  );
  const seen = new Set<number>();
  for (const readings of [inRomaji, byLetters]) {
    for (const start of readings.keys()) {
      let together = '';
      for (const reading of readings.slice(start, start + MAX_TOGETHER)) {
        if (reading === '') break;
        together += reading;
        const hash = readingHash(together);
        if (together.length > 1 && !seen.has(hash)) {
          seen.add(hash);
          yield hash;
        }
      }
    }
  }
}

/** Term of a reading. */
export function readingHash(kana: string): number {
  const spelling = spell(hiraganaOf(withLongMarks(kana)));
  const units = Uint16Array.from({ length: spelling.length }, (_, i) => spelling.charCodeAt(i));
  return kanaWordHash(units, 0, units.length);
}
