import type { LocalisedText } from '../i18n/language.ts';
import type { TypesetText } from '../i18n/typesetting.ts';
import { dataOf } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { type VocabularyData, vocabularyKind } from './vocabulary-kind.ts';

type VocabularyRecord = Pick<PublishedRecord, 'kind' | 'data' | 'typesetting'>;

/** Labels declared by a facet. */
export interface DeclaredTerms {
  label: LocalisedText;
  /** Absent: editors maintain them. */
  values?: Readonly<Record<string, LocalisedText>>;
  /** The value that is part of every other. */
  everywhere?: string;
  /** `false`: a text search does not look at the labels. */
  searched?: false;
}

interface Term extends LocalisedText {
  retired?: boolean | undefined;
  mergedInto?: string | undefined;
  formerly?: readonly string[] | undefined;
}

/** Labels of facet values; an unknown value is its own label. */
export class Vocabulary {
  readonly #declared: ReadonlyMap<string, DeclaredTerms>;
  readonly #data: VocabularyData | undefined;
  readonly #record: Pick<PublishedRecord, 'typesetting'> | undefined;
  readonly #values = new Map<string, readonly string[]>();
  readonly #byLabel = new Map<string, Map<string, string>>();

  /**
   * @param record  the published vocabulary; absent if none is published
   * @param declared  labels declared by facets, by facet name
   */
  constructor(
    record: VocabularyRecord | undefined,
    declared: ReadonlyMap<string, DeclaredTerms> = new Map(),
  ) {
    this.#record = record;
    this.#declared = declared;
    this.#data = record && dataOf(vocabularyKind, record);
  }

  /** A copy with another published vocabulary. */
  with(record: VocabularyRecord): Vocabulary {
    return new Vocabulary(record, this.#declared);
  }

  /** A copy that knows further lists, such as the records that a file may name. */
  plus(lists: ReadonlyMap<string, DeclaredTerms>): Vocabulary {
    const record =
      this.#data && this.#record
        ? { ...this.#record, kind: vocabularyKind.name, data: this.#data }
        : undefined;
    return new Vocabulary(record, new Map([...this.#declared, ...lists]));
  }

  /** Whether a facet's values have labels, published or declared. */
  knows(name: string): boolean {
    return this.#declared.has(name) || this.#published(name) !== undefined;
  }

  /** The offered values of a vocabulary, in display order. */
  values(name: string): readonly string[] {
    const known = this.#values.get(name);
    if (known) return known;
    const terms = this.#terms(name);
    const values = Object.keys(terms).filter((value) => !terms[value]?.retired && !terms[value]?.mergedInto);
    // Integer-like object keys are sorted first, regardless of the file's order: prefectures "10" before
    // "01".
    if (name === 'region') values.sort(regionOrder);
    this.#values.set(name, values);
    return values;
  }

  /** Whether a value exists, offered or retired. */
  has(name: string, value: string): boolean {
    return Object.hasOwn(this.#terms(name), value);
  }

  /** The current form of a value: itself, or the one it was merged into. */
  current(name: string, value: string): string {
    const terms = this.#terms(name);
    let at = value;
    // No cycles: published data has passed its kind's schema.
    for (let next = terms[at]?.mergedInto; next !== undefined; next = terms[at]?.mergedInto) at = next;
    return at;
  }

  /** The value of a list that is part of every other, such as `nationwide`; undefined if it has none. */
  everywhere(name: string): string | undefined {
    return this.#declared.get(name)?.everywhere;
  }

  /** Whether a text search finds records by the labels of a list. */
  isSearched(name: string): boolean {
    return this.knows(name) && this.#declared.get(name)?.searched !== false;
  }

  label(name: string, value: string): LocalisedText {
    const terms = this.#terms(name);
    const current = this.current(name, value);
    const term = Object.hasOwn(terms, current) ? terms[current] : undefined;
    return term ?? { ja: value, en: value };
  }

  /** Parts of the country with the regions that lie in them. */
  regionGroups(): readonly { label: LocalisedText; members: readonly string[] }[] {
    const groups = Object.values(this.#data?.regionGroup ?? {});
    return groups.map(({ members, ...label }) => ({ label, members }));
  }

  /** Readings of a label by its path, such as `purpose.know.ja`. */
  typeset(path: string): TypesetText | undefined {
    return this.#record?.typesetting[path];
  }

  /** Label of the facet itself, such as 目的. */
  facetLabel(name: string): LocalisedText {
    const declared = this.#declared.get(name);
    const published = declared?.values ? undefined : this.#data?.facet[name];
    return published ?? declared?.label ?? { ja: name, en: name };
  }

  /** The value for a value or one of its labels: `consultation-desk` for 相談窓口; undefined if unknown. */
  resolve(name: string, word: string): string | undefined {
    if (this.has(name, word)) return this.current(name, word);
    return this.#labels(name).get(word.normalize('NFKC').toLowerCase());
  }

  #terms(name: string): Readonly<Record<string, Term>> {
    return this.#declared.get(name)?.values ?? this.#published(name) ?? {};
  }

  /** Labels maintained by editors; undefined if there are none or the list holds something else. */
  #published(name: string): Readonly<Record<string, Term>> | undefined {
    const lists: Readonly<Record<string, Record<string, Term>>> = this.#data ?? {};
    return isWordsOfFacet(name) && Object.hasOwn(lists, name) ? lists[name] : undefined;
  }

  #labels(name: string): Map<string, string> {
    const known = this.#byLabel.get(name);
    if (known) return known;
    const labels = new Map<string, string>();
    const learn = (names: readonly (string | undefined)[], value: string) => {
      for (const label of names) {
        if (!label) continue;
        const key = label.normalize('NFKC').toLowerCase();
        if (!labels.has(key)) labels.set(key, value);
      }
    };
    for (const value of this.values(name)) {
      const { ja, en } = this.label(name, value);
      learn([ja, en], value);
    }
    // Former names, and what was merged, go on leading to what they are now.
    for (const [value, term] of Object.entries(this.#terms(name)))
      learn(
        [...(term.mergedInto ? [term.ja, term.en] : []), ...(term.formerly ?? [])],
        this.current(name, value),
      );
    this.#byLabel.set(name, labels);
    return labels;
  }
}

/** The lists of facet names and of regions do not hold a record's values. */
const isWordsOfFacet = (list: string) => list !== 'facet' && list !== 'regionGroup';

function regionOrder(a: string, b: string): number {
  if (a === 'nationwide' || b === 'nationwide') return a === b ? 0 : a === 'nationwide' ? -1 : 1;
  return a.localeCompare(b);
}
