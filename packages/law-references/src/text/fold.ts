/**
 * The text with full-width ASCII letters, digits and marks in their half-width form, character for character: an
 * offset in one is the same place in the other.
 */
export function fold(text: string): string {
  return text.replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

export const isKanji = (character: string | undefined): boolean =>
  character !== undefined && /[\u3400-\u9fff\uf900-\ufaff々〆]/.test(character);

export const isKatakana = (character: string | undefined): boolean =>
  character !== undefined && /[ァ-ヺーｦ-ﾟ]/.test(character);

/** Kanji, katakana or Latin: what a name before may be made of. */
export const isOfName = (character: string | undefined): boolean =>
  isKanji(character) || isKatakana(character) || (character !== undefined && /[A-Za-z]/.test(character));
