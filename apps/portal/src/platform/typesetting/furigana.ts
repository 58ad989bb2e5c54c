import type { TypesetRun } from '../i18n/typesetting.ts';

const kanji = /[\p{Script=Han}々〆ヶ]/u;
const kanjiOrKana = /([\p{Script=Han}々〆ヶ]+)|([^\p{Script=Han}々〆ヶ]+)/gu;
const special = /[.*+?^${}()|[\]\\]/g;

/** Katakana as hiragana; everything else as it is. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
}

/** Whether a text holds kanji, and so may want a reading. */
export function needsReading(text: string): boolean {
  return kanji.test(text);
}

/**
 * Sets the reading of a word above its kanji only: 取り組み with とりくみ gives 取(と)り組(く)み.
 * @param reading  hiragana or katakana of the whole word
 * @returns runs whose texts joined are the word; one run with the whole reading where the two cannot be aligned
 */
export function alignReading(word: string, reading: string): TypesetRun[] {
  if (!needsReading(word)) return [{ text: word }];
  const hiragana = toHiragana(reading);
  const parts = [...word.matchAll(kanjiOrKana)];
  const pattern = parts
    .map(([text, kanjiPart]) => (kanjiPart ? '(.+?)' : toHiragana(text).replace(special, '\\$&')))
    .join('');
  const match = new RegExp(`^${pattern}$`, 'u').exec(hiragana);
  if (!match) return [{ text: word, reading: hiragana }];
  let group = 0;
  return parts.map(([text, kanjiPart]): TypesetRun => {
    if (!kanjiPart) return { text };
    group += 1;
    return { text, reading: match[group] ?? '' };
  });
}
