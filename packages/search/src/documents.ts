import { stringOf } from './fold.ts';

/** Columnar data of a segment's documents, besides the postings. */
export interface DocumentColumns {
  readonly count: number;
  readonly ids: readonly string[];
  /** The original texts, field after field, document after document. */
  readonly text: Uint16Array;
  /** Field `f` of document `d` is the text from `textStarts[d * fields + f]` up to the next start. */
  readonly textStarts: Uint32Array;
  /** Length of each field once folded, in units. */
  readonly lengths: Uint32Array;
  readonly boosts: Float32Array;
  /** By sort key, then document. */
  readonly sortValues: readonly (readonly SortValue[])[];
  /** Facet `a` of document `d` has the set of values of this number at `d * facets + a`. */
  readonly facetSets: Uint32Array;
  /** Set `s` has the values from `setStarts[s]` up to the next start. Documents share few sets. */
  readonly setStarts: Uint32Array;
  readonly setValues: Uint32Array;
}

export type SortValue = number | string | null;

/** One document as it enters a segment: texts and facet values in the order of the schema. */
export interface DocumentRow {
  readonly id: string;
  readonly texts: readonly Uint16Array[];
  readonly lengths: readonly number[];
  readonly boost: number;
  readonly sortValues: readonly SortValue[];
  readonly facets: readonly ArrayLike<number>[];
}

export class DocumentColumnsBuilder {
  #ids: string[] = [];
  #text = new GrowingUint16();
  #textStarts: number[] = [0];
  #lengths: number[] = [];
  #boosts: number[] = [];
  readonly #sortValues: SortValue[][];
  #facetSets: number[] = [];
  /** By the only value of a set, or by its values in order. */
  readonly #setNumbers = new Map<number | string, number>();
  #setStarts: number[] = [0];
  #setValues: number[] = [];

  constructor(sortKeys: number) {
    this.#sortValues = Array.from({ length: sortKeys }, () => []);
  }

  get count(): number {
    return this.#ids.length;
  }

  append(row: DocumentRow): void {
    this.#ids.push(row.id);
    for (const text of row.texts) this.#textStarts.push(this.#text.append(text));
    for (const length of row.lengths) this.#lengths.push(length);
    this.#boosts.push(row.boost);
    for (const [key, values] of this.#sortValues.entries()) values.push(row.sortValues[key] ?? null);
    for (const values of row.facets) this.#facetSets.push(this.#setNumber(values));
  }

  finish(): DocumentColumns {
    return {
      count: this.#ids.length,
      ids: this.#ids,
      text: this.#text.finish(),
      textStarts: Uint32Array.from(this.#textStarts),
      lengths: Uint32Array.from(this.#lengths),
      boosts: Float32Array.from(this.#boosts),
      sortValues: this.#sortValues,
      facetSets: Uint32Array.from(this.#facetSets),
      setStarts: Uint32Array.from(this.#setStarts),
      setValues: Uint32Array.from(this.#setValues),
    };
  }

  /** Number of a set of values; assigns one if it is new. */
  #setNumber(values: ArrayLike<number>): number {
    const key = values.length === 1 ? (values[0] as number) : inOrder(values).join();
    const known = this.#setNumbers.get(key);
    if (known !== undefined) return known;
    const number = this.#setNumbers.size;
    this.#setNumbers.set(key, number);
    this.#setValues.push(...inOrder(values));
    this.#setStarts.push(this.#setValues.length);
    return number;
  }
}

function inOrder(values: ArrayLike<number>): number[] {
  return Array.from(values).sort((a, b) => a - b);
}

/** Reads a document of a segment back as a row, to write it into another segment. */
export function rowOf(columns: DocumentColumns, doc: number, fields: number, facets: number): DocumentRow {
  return {
    id: columns.ids[doc] as string,
    texts: range(fields, (field) => textUnits(columns, doc * fields + field)),
    lengths: range(fields, (field) => columns.lengths[doc * fields + field] as number),
    boost: columns.boosts[doc] as number,
    sortValues: columns.sortValues.map((values) => values[doc] ?? null),
    facets: range(facets, (facet) => {
      const set = columns.facetSets[doc * facets + facet] as number;
      return columns.setValues.subarray(columns.setStarts[set], columns.setStarts[set + 1]);
    }),
  };
}

function textUnits(columns: DocumentColumns, slot: number): Uint16Array {
  return columns.text.subarray(columns.textStarts[slot], columns.textStarts[slot + 1]);
}

/** The original text of the field in `slot` (document × fields + field); lone surrogates read as U+FFFD. */
export function textOf(columns: DocumentColumns, slot: number): string {
  return stringOf(textUnits(columns, slot));
}

/** The first units of that text. */
export function beginningOf(columns: DocumentColumns, slot: number, length: number): string {
  return stringOf(textUnits(columns, slot).subarray(0, length));
}

export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

function range<T>(length: number, item: (i: number) => T): T[] {
  return Array.from({ length }, (_, i) => item(i));
}

class GrowingUint16 {
  #units = new Uint16Array(1024);
  #size = 0;

  /** Returns the size after appending. */
  append(units: Uint16Array): number {
    const size = this.#size + units.length;
    if (size > this.#units.length) {
      const wider = new Uint16Array(Math.max(size, this.#units.length * 2));
      wider.set(this.#units);
      this.#units = wider;
    }
    this.#units.set(units, this.#size);
    this.#size = size;
    return size;
  }

  finish(): Uint16Array {
    return this.#units.slice(0, this.#size);
  }
}
