import type { Reading } from '../../platform/i18n/language.ts';
import { type Markup, withoutReadings, withRuby } from './ruby.ts';

type Sentence = string | ((...values: never[]) => string);

/** Messages that also exist in やさしい日本語; the others stay as they are. */
export type Partly<T> = T extends Sentence ? T : { [K in keyof T]?: Partly<T[K]> };

interface Wordings<T> {
  plain: T;
  ruby: T;
}

/** A phrasebook in the reader's language. */
interface OpenPhrasebook<T> {
  /** For element content: contains furigana if the reader chose it. */
  text: T;
  /** For attributes, the title and data: never contains markup. */
  label: T;
}

export type Phrasebook<T> = (reading: Reading) => OpenPhrasebook<T>;

/**
 * Prepares the wordings of a set of messages once; a request only selects a table. Japanese messages may
 * contain readings in the notation `｜漢字《かんじ》`. The English table has the type of the Japanese one, so a
 * missing message fails the type check.
 */
export function phrasebook<T extends object>(wordings: {
  ja: T;
  en: NoInfer<T>;
  easy?: Partly<NoInfer<T>>;
}): Phrasebook<T> {
  const ja = prepare(wordings.ja);
  const easy = prepare(wordings.easy ? overlay(wordings.ja, wordings.easy) : wordings.ja);
  const opened = {
    en: { text: wordings.en, label: wordings.en },
    ja: { text: ja.plain, label: ja.plain },
    jaRuby: { text: ja.ruby, label: ja.plain },
    easy: { text: easy.plain, label: easy.plain },
    easyRuby: { text: easy.ruby, label: easy.plain },
  };
  return ({ language, easy: wantsEasy, furigana }) => {
    if (language === 'en') return opened.en;
    if (wantsEasy) return furigana ? opened.easyRuby : opened.easy;
    return furigana ? opened.jaRuby : opened.ja;
  };
}

function prepare<T extends object>(table: T): Wordings<T> {
  return { plain: mapSentences(table, withoutReadings), ruby: mapSentences(table, withRuby) };
}

function mapSentences<T extends object>(table: T, change: (sentence: string) => Markup): T {
  return Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [name, changeEntry(entry, change)]),
  ) as T;
}

function changeEntry(entry: unknown, change: (sentence: string) => Markup): unknown {
  if (typeof entry === 'string') return change(entry);
  if (typeof entry === 'function') return (...values: unknown[]) => change(entry(...values));
  return mapSentences(entry as object, change);
}

function overlay<T extends object>(table: T, changes: object): T {
  const merged = Object.entries(table).map(([name, entry]) => {
    const change: unknown = (changes as Record<string, unknown>)[name];
    if (change === undefined) return [name, entry];
    return [name, typeof entry === 'object' ? overlay(entry, change as object) : change];
  });
  return Object.fromEntries(merged) as T;
}
