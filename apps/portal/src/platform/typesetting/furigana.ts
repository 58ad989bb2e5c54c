import type { TypesetRun } from '../i18n/typesetting.ts';

const kanji = /[\p{Script=Han}々〆ヶ]/u;
const kanjiOrKana = /([\p{Script=Han}々〆ヶ]+)|([^\p{Script=Han}々〆ヶ]+)/gu;

/** Converts katakana to hiragana; other characters are unchanged. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** Whether a text contains kanji and may need a reading. */
export function needsReading(text: string): boolean {
  return kanji.test(text);
}

/**
 * Limits the reading of a word to its kanji: 取り組み with とりくみ gives 取(と)り組(く)み.
 * @param reading  hiragana or katakana of the whole word
 * @returns runs whose texts joined are the word; a single run if word and reading cannot be aligned
 */
export function alignReading(word: string, reading: string): TypesetRun[] {
  if (!needsReading(word)) return [{ text: word }];
  const hiragana = toHiragana(reading);
  const parts = [...word.matchAll(kanjiOrKana)];
  const readings = readingsOf(
    parts.map(([text, kanjiPart]) => (kanjiPart ? undefined : toHiragana(text))),
    hiragana,
  );
  if (!readings) return [{ text: word, reading: hiragana }];
  return parts.map(
    ([text, kanjiPart], index): TypesetRun =>
      kanjiPart ? { text, reading: readings[index] ?? '' } : { text },
  );
}

/**
 * Splits a reading among the parts of its word, shortest match first.
 * @param kana  kana of each part; undefined for kanji, which take at least one character
 * @returns undefined if they do not match
 */
function readingsOf(kana: readonly (string | undefined)[], reading: string): string[] | undefined {
  /** Positions already tried without success: avoids exponential backtracking. */
  const failed = new Set<number>();
  const from = (part: number, start: number): string[] | undefined => {
    if (part === kana.length) return start === reading.length ? [] : undefined;
    const place = part * (reading.length + 1) + start;
    if (failed.has(place)) return undefined;
    const fixed = kana[part];
    const ends =
      fixed === undefined ? endsAfter(start) : reading.startsWith(fixed, start) ? [start + fixed.length] : [];
    for (const end of ends) {
      const rest = from(part + 1, end);
      if (rest) return [reading.slice(start, end), ...rest];
    }
    failed.add(place);
    return undefined;
  };
  const endsAfter = (start: number) =>
    Array.from({ length: reading.length - start }, (_, offset) => start + offset + 1);
  return from(0, 0);
}
