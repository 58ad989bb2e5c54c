/** The languages a page can be asked for; Japanese pages live at the root, English ones under `/en`. */
export type Language = 'ja' | 'en';

export const languages: readonly Language[] = ['ja', 'en'];

/** A text in Japanese, optionally with English and やさしい日本語. */
export interface LocalisedText {
  ja: string;
  en?: string | undefined;
  easy?: string | undefined;
}

/** Reader settings that change how a text is rendered. */
export interface Reading {
  language: Language;
  /** やさしい日本語 where a text has it. */
  easy: boolean;
  /** Furigana above kanji. */
  furigana: boolean;
}

/** A text as shown, with the language of its wording. */
export interface ShownText {
  text: string;
  language: Language;
  variant: 'ja' | 'en' | 'easy';
}

/**
 * Chooses the wording for a reader; a text without English is shown in Japanese, with its `language` set
 * accordingly.
 */
export function choose(text: LocalisedText, reading: Reading): ShownText {
  if (reading.language === 'en' && text.en) return { text: text.en, language: 'en', variant: 'en' };
  if (reading.language === 'ja' && reading.easy && text.easy)
    return { text: text.easy, language: 'ja', variant: 'easy' };
  return { text: text.ja, language: 'ja', variant: 'ja' };
}
