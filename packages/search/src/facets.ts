import type { DocumentColumns } from './documents.ts';
import { SearchError } from './errors.ts';
import type { Schema } from './schema.ts';
import type { Segment } from './segment.ts';

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** Values of one facet are alternatives (OR); a document must pass every named facet (AND). */
export type Filters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Numbers the values of the facets. */
export class FacetValues {
  readonly #names: readonly string[];
  readonly values: string[][];
  readonly #numbers: Map<string, number>[];

  constructor(names: readonly string[], values: readonly (readonly string[])[]) {
    this.#names = names;
    this.values = values.map((list) => [...list]);
    this.#numbers = values.map((list) => new Map(list.map((value, number) => [value, number])));
  }

  facet(name: string): number {
    const facet = this.#names.indexOf(name);
    if (facet < 0) throw new SearchError('unknown-facet', `The index has no facet "${name}".`);
    return facet;
  }

  /** Number of a value; assigns one if it is new. */
  intern(facet: number, value: string): number {
    const numbers = this.#numbers[facet] as Map<string, number>;
    const known = numbers.get(value);
    if (known !== undefined) return known;
    const list = this.values[facet] as string[];
    numbers.set(value, list.length);
    return list.push(value) - 1;
  }

  number(facet: number, value: string): number {
    return (this.#numbers[facet] as Map<string, number>).get(value) ?? -1;
  }
}

/** Verdict on a document that passes all filters. If it fails exactly one, the verdict is that facet's number. */
export const PASSES = -1;
/** Fails several filters. */
const FAILS = -2;

/** Documents by the set of values they have; all 0 between one count and the next. */
let tally = new Uint32Array(0);

/** State of a set of values: not evaluated, has a wanted value, has none. */
const UNSEEN = 0;
const HOLDS = 1;
const LACKS = 2;

/** Filters documents and counts their facet values. */
export class FacetCounter {
  readonly #values: FacetValues;
  readonly #facets: number;
  readonly #filters: { readonly facet: number; readonly wanted: Uint8Array }[] = [];
  readonly #verdicts: Int16Array;
  readonly #counted: { readonly facet: number; readonly counts: Uint32Array }[] = [];

  /** @param verdicts  room for a verdict on every document of a segment */
  constructor(
    schema: Schema,
    values: FacetValues,
    filters: Filters,
    counted: readonly string[],
    verdicts: Int16Array,
  ) {
    this.#verdicts = verdicts;
    this.#values = values;
    this.#facets = schema.facets.length;
    for (const [name, filter] of Object.entries(filters)) {
      const wanted = typeof filter === 'string' ? [filter] : (filter ?? []);
      const facet = values.facet(name);
      if (wanted.length === 0) continue;
      const flags = new Uint8Array((values.values[facet] as string[]).length);
      for (const value of wanted) {
        const number = values.number(facet, value);
        if (number >= 0) flags[number] = 1;
      }
      this.#filters.push({ facet, wanted: flags });
    }
    for (const name of counted) {
      const facet = values.facet(name);
      this.#counted.push({ facet, counts: new Uint32Array((values.values[facet] as string[]).length) });
    }
  }

  /**
   * Returns for each of the first `count` documents whether it passes all filters (`PASSES`). Counts
   * its values in all facets if it passes, or only in the facet whose
   * filter alone it fails, since a facet's own filter does not narrow its own counts. The verdicts are valid
   * until the next call.
   */
  judge({ documents }: Segment, docs: Uint16Array, count: number): Int16Array {
    const verdicts = this.#verdicts;
    verdicts.fill(PASSES, 0, count);
    for (const { facet, wanted } of this.#filters) this.#filter(documents, docs, count, facet, wanted);
    for (const { facet, counts } of this.#counted) this.#count(documents, docs, count, facet, counts);
    return verdicts;
  }

  /** Facet name → its values with documents, the most frequent first. */
  counts(schema: Schema): Record<string, FacetCount[]> {
    const result: Record<string, FacetCount[]> = {};
    for (const { facet, counts } of this.#counted) {
      const values = this.#values.values[facet] as string[];
      result[schema.facets[facet] as string] = values
        .map((value, number) => ({ value, count: counts[number] as number }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
    }
    return result;
  }

  #filter(
    { facetSets, setStarts: starts, setValues: values }: DocumentColumns,
    docs: Uint16Array,
    count: number,
    facet: number,
    wanted: Uint8Array,
  ): void {
    const verdicts = this.#verdicts;
    const passing = new Uint8Array(starts.length - 1);
    for (let i = 0; i < count; i++) {
      const set = facetSets[(docs[i] as number) * this.#facets + facet] as number;
      if (passing[set] === UNSEEN) {
        const end = starts[set + 1] as number;
        let value = starts[set] as number;
        while (value < end && wanted[values[value] as number] === 0) value++;
        passing[set] = value < end ? HOLDS : LACKS;
      }
      if (passing[set] === LACKS) verdicts[i] = verdicts[i] === PASSES ? facet : FAILS;
    }
  }

  /** By sets rather than values, since documents share few of them. */
  #count(
    { facetSets, setStarts: starts, setValues: values }: DocumentColumns,
    docs: Uint16Array,
    count: number,
    facet: number,
    counts: Uint32Array,
  ): void {
    const verdicts = this.#verdicts;
    if (tally.length < starts.length) tally = new Uint32Array(2 * starts.length);
    const seen: number[] = [];
    for (let i = 0; i < count; i++) {
      if (verdicts[i] !== PASSES && verdicts[i] !== facet) continue;
      const set = facetSets[(docs[i] as number) * this.#facets + facet] as number;
      if (tally[set] === 0) seen.push(set);
      tally[set] = (tally[set] as number) + 1;
    }
    for (const set of seen) {
      const documents = tally[set] as number;
      tally[set] = 0;
      const end = starts[set + 1] as number;
      for (let k = starts[set] as number; k < end; k++) {
        const value = values[k] as number;
        counts[value] = (counts[value] as number) + documents;
      }
    }
  }
}
