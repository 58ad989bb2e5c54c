/** The languages a page can be asked for; Japanese pages live at the root, English ones under `/en`. */
export type Language = 'ja' | 'en';

export const languages: readonly Language[] = ['ja', 'en'];

/** A text in Japanese, where there is one in English, and where there is one in やさしい日本語. */
export interface LocalisedText {
  ja: string;
  en?: string | undefined;
  easy?: string | undefined;
}

/** The reader's wishes that change how a text is written out. */
export interface Reading {
  language: Language;
  /** やさしい日本語 where a text has it. */
  easy: boolean;
  /** Furigana above kanji. */
  furigana: boolean;
}

/** A text as it is shown: which words, and in which language they really are. */
export interface ShownText {
  text: string;
  language: Language;
  variant: 'ja' | 'en' | 'easy';
}

/** Chooses the wording for a reader; a text without English is shown in Japanese and says so by its language. */
export function choose(text: LocalisedText, reading: Reading): ShownText {
  if (reading.language === 'en' && text.en) return { text: text.en, language: 'en', variant: 'en' };
  if (reading.language === 'ja' && reading.easy && text.easy)
    return { text: text.easy, language: 'ja', variant: 'easy' };
  return { text: text.ja, language: 'ja', variant: 'ja' };
}
