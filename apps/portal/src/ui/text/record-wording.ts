import { choose, type LocalisedText, type Reading } from '../../platform/i18n/language.ts';
import type { PublishedRecord } from '../../platform/publishing/published-record.ts';
import { renderMarkdown } from './markdown.ts';
import type { Words } from './words.ts';

/** A record's texts for one reader, with the readings computed at publication. */
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

  /** @param path  path of the text in the record, such as `title` or `blocks.2.heading` */
  text(text: LocalisedText, path: string): Words {
    const shown = choose(text, this.#reading);
    const typeset = shown.variant === 'en' ? undefined : this.#record.typesetting[`${path}.${shown.variant}`];
    return { text: shown.text, language: shown.language, ...(typeset && { typeset }) };
  }

  optional(text: LocalisedText | undefined, path: string): Words | undefined {
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
