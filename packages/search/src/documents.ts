import { stringOf } from './fold.ts';

/** What a segment keeps of its documents beside the postings, column by column. */
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
  /** Facet `a` of document `d` has the values from `facetStarts[d * facets + a]` up to the next start. */
  readonly facetStarts: Uint32Array;
  readonly facetValues: Uint32Array;
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
  #facetStarts: number[] = [0];
  #facetValues: number[] = [];

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
    for (const values of row.facets) {
      for (let i = 0; i < values.length; i++) this.#facetValues.push(values[i] as number);
      this.#facetStarts.push(this.#facetValues.length);
    }
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
      facetStarts: Uint32Array.from(this.#facetStarts),
      facetValues: Uint32Array.from(this.#facetValues),
    };
  }
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
      const at = doc * facets + facet;
      return columns.facetValues.subarray(columns.facetStarts[at], columns.facetStarts[at + 1]);
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
