import { choose, type LocalisedText, type Reading } from '../../platform/i18n/language.ts';
import type { Vocabulary, VocabularyName } from '../../platform/vocabulary/vocabulary.ts';
import type { TermView, TextView } from './views.ts';

export { RecordWording } from '../../ui/text/record-wording.ts';

/** Words the vocabularies for one reader. */
export class TermWording {
  readonly #vocabulary: Vocabulary;
  readonly #reading: Reading;

  constructor(vocabulary: Vocabulary, reading: Reading) {
    this.#vocabulary = vocabulary;
    this.#reading = reading;
  }

  term(name: VocabularyName, value: string): TermView {
    return { value, label: this.#plain(this.#vocabulary.label(name, value), `${name}.${value}`) };
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
