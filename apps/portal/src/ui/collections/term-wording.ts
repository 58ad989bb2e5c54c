import { choose, type LocalisedText, type Reading } from '../../platform/i18n/language.ts';
import type { Vocabulary } from '../../platform/vocabulary/vocabulary.ts';
import type { TermView, TextView } from './views.ts';

/** Key of the wording shown to a reader. */
export function wordingOf({ language, easy }: Reading): string {
  return easy ? `${language}, easy` : language;
}

/** By vocabulary, then by wording. A published vocabulary is immutable; a change replaces it. */
const termWordings = new WeakMap<Vocabulary, Map<string, TermWording>>();

/** Labels of the vocabularies for one reader. */
export function termWording(vocabulary: Vocabulary, reading: Reading): TermWording {
  const wordings = termWordings.get(vocabulary) ?? new Map<string, TermWording>();
  const name = wordingOf(reading);
  const wording = wordings.get(name) ?? new TermWording(vocabulary, reading);
  termWordings.set(vocabulary, wordings.set(name, wording));
  return wording;
}

/** Caches the labels of the vocabularies, one per value. */
export class TermWording {
  readonly #vocabulary: Vocabulary;
  readonly #reading: Reading;
  readonly #terms = new Map<string, TermView>();
  readonly #all = new Map<string, readonly TermView[]>();

  constructor(vocabulary: Vocabulary, reading: Reading) {
    this.#vocabulary = vocabulary;
    this.#reading = reading;
  }

  term(name: string, value: string): TermView {
    const current = this.#vocabulary.current(name, value);
    const path = `${name}.${current}`;
    const known = this.#terms.get(path);
    if (known) return known;
    const term = { value: current, label: this.#plain(this.#vocabulary.label(name, current), path) };
    if (this.#vocabulary.has(name, current)) this.#terms.set(path, term);
    return term;
  }

  terms(name: string, values: readonly string[] | undefined): TermView[] {
    return (values ?? []).map((value) => this.term(name, value));
  }

  /** Every value of a vocabulary, in its order. */
  all(name: string): readonly TermView[] {
    let all = this.#all.get(name);
    if (!all) {
      all = this.terms(name, this.#vocabulary.values(name));
      this.#all.set(name, all);
    }
    return all;
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
