import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findProjectRoot } from '../../../../../platform/config/project-root.ts';
import { choose, type LocalisedText, type Reading } from '../../../../../platform/i18n/language.ts';
import type { TypesetText } from '../../../../../platform/i18n/typesetting.ts';
import type { CardView, TermView, TextView } from '../../../../../ui/collections/views.ts';

const folder = join(findProjectRoot(), 'content');

export interface SampleInitiative {
  id: string;
  title: LocalisedText;
  summary: LocalisedText;
  description: LocalisedText;
  operator: LocalisedText;
  join: LocalisedText;
  url: string;
  purposes: string[];
  ages: string[];
  affiliations: string[];
  regions: string[];
  format: string[];
  category: string;
  cost: string;
}

type Vocabulary = Record<string, Record<string, LocalisedText>>;

/** Initiatives and vocabulary of `content/`, for realistic sample pages. */
export const initiatives: SampleInitiative[] = readdirSync(join(folder, 'initiatives'))
  .sort()
  .map((name) => ({
    id: name.replace('.yaml', ''),
    ...(readYaml(`initiatives/${name}`) as Omit<SampleInitiative, 'id'>),
  }));

export const vocabulary = readYaml('vocabulary.yaml') as Vocabulary;

export function readYaml(name: string): unknown {
  return parse(readFileSync(join(folder, name), 'utf8'));
}

/** Typesets Japanese text, for pages with furigana or phrase breaks. */
export type Typeset = (text: string) => TypesetText;

/** Words content as a reader is to see it. */
export class SampleWording {
  readonly #reading: Reading & { href(path: string): string };
  readonly #typeset: Typeset | undefined;

  constructor(reading: Reading & { href(path: string): string }, typeset?: Typeset) {
    this.#reading = reading;
    this.#typeset = typeset;
  }

  text(localised: LocalisedText | string): TextView {
    const { text, language } = choose(
      typeof localised === 'string' ? { ja: localised } : localised,
      this.#reading,
    );
    return language === 'ja' && this.#typeset
      ? { text, language, typeset: this.#typeset(text) }
      : { text, language };
  }

  term(facet: string, value: string): TermView {
    const label = vocabulary[facet]?.[value];
    if (!label) throw new Error(`content/vocabulary.yaml has no ${facet} ${value}`);
    return { value, label: this.text(label) };
  }

  terms(facet: string, values: string[]): TermView[] {
    return values.map((value) => this.term(facet, value));
  }

  card(initiative: SampleInitiative): CardView {
    return {
      id: initiative.id,
      kind: 'initiative',
      href: this.#reading.href(`/initiatives/${initiative.id}`),
      title: this.text(initiative.title),
      summary: this.text(initiative.summary),
      facts: {
        kicker: this.term('category', initiative.category).label,
        operator: this.text(initiative.operator),
        terms: [
          this.terms('affiliation', initiative.affiliations),
          ...(initiative.cost === 'unknown' ? [] : [this.terms('cost', [initiative.cost])]),
        ],
        confirmedOn: null,
        enteredOn: '2026-11-23',
      },
    };
  }
}
