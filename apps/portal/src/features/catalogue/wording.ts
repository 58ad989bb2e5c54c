import { choose, type LocalisedText, type Reading } from '../../platform/i18n/language.ts';
import type { PublishedRecord } from '../../platform/publishing/published-record.ts';
import type { Vocabulary, VocabularyName } from '../../platform/vocabulary/vocabulary.ts';
import { renderMarkdown } from '../../ui/text/markdown.ts';
import type { TermView, TextView } from './views.ts';

/** Words a record's texts for one reader, with the readings computed when it was published. */
export class RecordWording {
  readonly #record: PublishedRecord;
  readonly #reading: Reading;

  constructor(record: PublishedRecord, reading: Reading) {
    this.#record = record;
    this.#reading = reading;
  }

  /** Id of the record. */
  get id(): string {
    return this.#record.id;
  }

  /** @param path  where the text stands in the record, such as `title` or `blocks.2.heading` */
  text(text: LocalisedText, path: string): TextView {
    const shown = choose(text, this.#reading);
    const typeset = shown.variant === 'en' ? undefined : this.#record.typesetting[`${path}.${shown.variant}`];
    return { text: shown.text, language: shown.language, ...(typeset && { typeset }) };
  }

  optional(text: LocalisedText | undefined, path: string): TextView | undefined {
    return text && this.text(text, path);
  }

  /** A Markdown text as HTML. */
  html(text: LocalisedText, path: string): { html: string; language: 'ja' | 'en' } {
    const view = this.text(text, path);
    return {
      html: renderMarkdown(view.text, this.#reading.furigana ? view.typeset : undefined),
      language: view.language,
    };
  }
}

/** Names the words that a reader is shown where a text has several wordings. */
export function wordingOf({ language, easy }: Reading): string {
  return easy ? `${language}, easy` : language;
}

/** By vocabulary, then by wording: a published vocabulary never changes, another takes its place. */
const termWordings = new WeakMap<Vocabulary, Map<string, TermWording>>();

/** Words the vocabularies for one reader. */
export function termWording(vocabulary: Vocabulary, reading: Reading): TermWording {
  const wordings = termWordings.get(vocabulary) ?? new Map<string, TermWording>();
  const name = wordingOf(reading);
  const wording = wordings.get(name) ?? new TermWording(vocabulary, reading);
  termWordings.set(vocabulary, wordings.set(name, wording));
  return wording;
}

/** Words the vocabularies, each value once. */
export class TermWording {
  readonly #vocabulary: Vocabulary;
  readonly #reading: Reading;
  readonly #terms = new Map<string, TermView>();

  constructor(vocabulary: Vocabulary, reading: Reading) {
    this.#vocabulary = vocabulary;
    this.#reading = reading;
  }

  term(name: VocabularyName, value: string): TermView {
    const path = `${name}.${value}`;
    const known = this.#terms.get(path);
    if (known) return known;
    const term = { value, label: this.#plain(this.#vocabulary.label(name, value), path) };
    if (this.#vocabulary.has(name, value)) this.#terms.set(path, term);
    return term;
  }

  terms(name: VocabularyName, values: readonly string[] | undefined): TermView[] {
    return (values ?? []).map((value) => this.term(name, value));
  }

  facet(name: string): TextView {
    return this.#plain(this.#vocabulary.facetLabel(name), `facet.${name}`);
  }

  #plain(text: LocalisedText, path: string): TextView {
    const shown = choose(text, this.#reading);
    const typeset = shown.variant === 'en' ? undefined : this.#vocabulary.typeset(`${path}.${shown.variant}`);
    return { text: shown.text, language: shown.language, ...(typeset && { typeset }) };
  }
}
