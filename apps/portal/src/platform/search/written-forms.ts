import { hiraganaOf, kanaOfRomaji, namesOfLetters } from '@kakehashi/search';
import type { TypesetText } from '../i18n/typesetting.ts';
import { dataOf } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { ReadModelObserver } from '../read-model/read-model.ts';
import { type SynonymsData, synonymsKind } from './synonyms-kind.ts';

/** Runs of text taken together, and kana of their reading. */
const maxRuns = 5;
const shortestReading = 2;
const longestReading = 16;
/** Readings kept; those of the first records. */
const maxReadings = 60_000;
/** A query of more is no word. */
const longestKana = 24;
const maxWords = 3;
/** A word in the middle of others must be longer than one alone: か and に are in everything. */
const shortestBesideOthers = 3;

/** Long texts name few words that short ones do not. */
const shortTexts = /(^|\.)(title|label|summary|lead|tagline|name|heading|operator)\.(ja|easy)$/;
const wordsOfLabels = /^[\w-]+\.[\w-]+\.(ja|easy)$/;
/** Katakana apart from what stands around them. */
const scripts = /[ァ-ヺー]+|[^ァ-ヺー]+/gu;
const kanji = /\p{Script=Han}/u;
const word = /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー々]+$/u;

/**
 * How words of the published texts are written, by their reading: 教材 for きょうざい and kyouzai. Made from the furigana
 * that records carry.
 */
export class WrittenForms implements ReadModelObserver {
  readonly #forms = new Map<string, { text: string; count: number }>();

  onShown(records: PublishedRecord[]): void {
    for (const record of records)
      if (record.kind === synonymsKind.name) this.#readSynonyms(dataOf(synonymsKind, record).groups);
    for (const { typesetting } of records)
      for (const [path, text] of Object.entries(typesetting))
        if (shortTexts.test(path) || wordsOfLabels.test(path)) this.#read(text);
  }

  onHidden(): void {
    // A word that no record has any longer finds nothing and does no harm.
  }

  /** A query of kana or romaji as its words are written; undefined where it is none, or its words are not known. */
  of(query: string): string | undefined {
    const written: string[] = [];
    let isChanged = false;
    for (const typed of query.normalize('NFKC').trim().split(/\s+/)) {
      const form = this.#ofWord(typed);
      written.push(form ?? typed);
      isChanged ||= form !== undefined;
    }
    return isChanged ? written.join(' ') : undefined;
  }

  #ofWord(typed: string): string | undefined {
    const kana = /^[a-z]+$/i.test(typed) ? kanaOfRomaji(typed.toLowerCase()) : hiraganaOf(typed);
    if (!/^[ぁ-ゖー]+$/.test(kana) || kana.length < shortestReading || kana.length > longestKana)
      return undefined;
    return this.#split(kana, maxWords);
  }

  /** The fewest words that make up a reading. */
  #split(kana: string, words: number): string | undefined {
    const whole = this.#forms.get(kana);
    if (whole) return whole.text;
    if (words === 1) return undefined;
    for (let end = kana.length - shortestBesideOthers; end >= shortestBesideOthers; end--) {
      const first = this.#forms.get(kana.slice(0, end));
      const rest = first && this.#split(kana.slice(end), words - 1);
      if (first && rest) return first.text + rest;
    }
    return undefined;
  }

  /**
   * A group that has a word in kana and one in kanji tells how it is read: さぎ, 詐欺. Letters before kana are read by
   * their names or as romaji: iパス, あいぱす and いぱす.
   */
  #readSynonyms(groups: SynonymsData['groups']): void {
    for (const { words } of groups) {
      const text = words.find((each) => kanji.test(each));
      for (const kana of words) if (text && /^[ぁ-ゖー]+$/.test(kana)) this.#count(kana, text);
      for (const mixed of words) for (const reading of readingsOfMixed(mixed)) this.#count(reading, mixed);
    }
  }

  #read(typeset: TypesetText): void {
    const runs = typeset.flatMap((run) =>
      run.reading === undefined ? (run.text.match(scripts) ?? []).map((text) => ({ ...run, text })) : [run],
    );
    for (let start = 0; start < runs.length; start++) {
      let text = '';
      let reading = '';
      for (const run of runs.slice(start, start + maxRuns)) {
        if (!word.test(run.text)) break;
        text += run.text;
        reading += hiraganaOf(run.reading ?? run.text);
        if (reading.length > longestReading) break;
        const isNamed = kanji.test(text) || /^\p{Script=Katakana}/u.test(text);
        if (reading.length >= shortestReading && isNamed && !/^[ぁ-ゖ]|[ぁ-ゖ]$/u.test(text))
          this.#count(reading, text);
      }
    }
  }

  #count(reading: string, text: string): void {
    const known = this.#forms.get(reading);
    if (known?.text === text) known.count++;
    else if (known) {
      // The more frequent of two homophones stays.
      known.count--;
      if (known.count < 0) this.#forms.set(reading, { text, count: 1 });
    } else if (this.#forms.size < maxReadings) this.#forms.set(reading, { text, count: 1 });
  }
}

function readingsOfMixed(word: string): string[] {
  const [, letters = '', kana = ''] = /^([A-Za-z]{1,6})([ァ-ヺー]{2,})$/.exec(word) ?? [];
  if (kana === '') return [];
  const lower = letters.toLowerCase();
  return [namesOfLetters(lower), kanaOfRomaji(lower)].filter(Boolean).map((read) => read + hiraganaOf(kana));
}
