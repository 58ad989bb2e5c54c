import { KANJI_VARIANTS } from './kanji-variants.ts';

/** What a folded code unit was before hiragana and katakana became one. */
export const Script = { Separator: 0, Word: 1, Kanji: 2, Katakana: 3, Hiragana: 4, Symbol: 5 } as const;
export type Script = (typeof Script)[keyof typeof Script];

/** The one separator a folded text knows. */
export const SPACE = 0x20;

/** True for the scripts written without spaces, and emoji, which are indexed as pairs of characters. */
export function isUnspaced(script: number): boolean {
  return script >= Script.Kanji;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

export function scriptOf(character: string): Script {
  if (/^[\p{Script=Han}〆]/u.test(character)) return Script.Kanji;
  if (/^\p{Script=Hiragana}/u.test(character)) return Script.Hiragana;
  if (/^[\p{Script=Katakana}ー]/u.test(character)) return Script.Katakana;
  if (/^[\p{L}\p{N}\p{M}]/u.test(character)) return Script.Word;
  if (/^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(character)) return Script.Symbol;
  return Script.Separator;
}

/**
 * A mark that belongs to the character before it: accents, variation selectors, skin tones, voicing marks, also those
 * that stand for themselves (U+309B, U+309C).
 */
export function isMark(character: string): boolean {
  return /^[\p{M}\u{309B}\u{309C}\u{FF9E}\u{FF9F}\u{1160}-\u{11FF}\p{Emoji_Modifier}]/u.test(character);
}

/** Old and rare shapes of a kanji → the shape in common use. */
export const commonKanji: ReadonlyMap<string, string> = new Map(
  KANJI_VARIANTS.flatMap((line) => line.split(' ')).map((pair) => {
    const [variant = '', common = ''] = pair;
    return [variant, common];
  }),
);
