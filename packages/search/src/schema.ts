import { SearchError } from './errors.ts';
import type { SynonymGroup } from './synonyms.ts';

export interface FieldOptions {
  /** Weight of a word in this field, relative to a field of weight 1. */
  readonly weight: number;
  /**
   * The field tells how words of the document are read, in kana or Latin letters, with blanks between words. A query in
   * kana or romaji finds one of them or several beside each other, and nothing else finds or marks them. They count as
   * words of the heaviest field.
   */
  readonly readings?: boolean;
}

export interface IndexOptions {
  /** The searched fields, by name; at most 16. */
  readonly fields: Readonly<Record<string, FieldOptions>>;
  /** Names of the facets that results can be filtered and counted by. */
  readonly facets?: readonly string[];
  /** Names of the values, numbers or strings, that results can be sorted by. */
  readonly sortKeys?: readonly string[];
  /** Groups of words that mean the same. */
  readonly synonyms?: readonly SynonymGroup[];
}

export interface SearchDocument {
  readonly id: string;
  readonly fields: Readonly<Record<string, string | undefined>>;
  readonly facets?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Multiplies the relevance of the document; 1 where left out. */
  readonly boost?: number;
  readonly sortKeys?: Readonly<Record<string, number | string | undefined>>;
}

/** A partial update of a document; fields, facets and keys not named are unchanged. */
export type DocumentChange = Pick<SearchDocument, 'id'> & Partial<SearchDocument>;

/** The declared shape of an index, in a fixed order. */
export interface Schema {
  readonly fields: readonly string[];
  readonly weights: readonly number[];
  /** By field, whether it holds readings. */
  readonly readings: readonly boolean[];
  readonly facets: readonly string[];
  readonly sortKeys: readonly string[];
}

const MAX_FIELDS = 16;

export function readSchema(options: IndexOptions): Schema {
  const isReadings = (field: string) => options.fields[field]?.readings ?? false;
  // Readings stand last, since no count is kept for them.
  const names = Object.keys(options.fields);
  const fields = [...names.filter((field) => !isReadings(field)), ...names.filter(isReadings)];
  if (fields.length === 0 || fields.length > MAX_FIELDS) {
    throw new SearchError('field-count', `An index has 1 to ${MAX_FIELDS} fields, not ${fields.length}.`);
  }
  const weights = fields.map((field) => options.fields[field]?.weight ?? 1);
  const wrong = fields.find((_, i) => !((weights[i] as number) > 0));
  if (wrong !== undefined) throw new SearchError('field-weight', `The weight of "${wrong}" must be above 0.`);
  const readings = fields.map(isReadings);
  return {
    fields,
    weights,
    readings,
    facets: [...(options.facets ?? [])],
    sortKeys: [...(options.sortKeys ?? [])],
  };
}
