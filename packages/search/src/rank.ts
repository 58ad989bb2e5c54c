import type { Schema } from './schema.ts';
import type { Segment } from './segment.ts';

/** BM25F: how fast repeated words stop counting, and how much a long field counts against its words. */
const K1 = 0.6;
const B = 0.75;

/** Sums over all live documents. */
export class Statistics {
  /** Grows with every change, so that what was computed from older sums is known to be old. */
  version = 0;
  documents = 0;
  readonly #lengths: Float64Array;

  constructor(fields: number) {
    this.#lengths = new Float64Array(fields);
  }

  add(segment: Segment, doc: number, sign: 1 | -1): void {
    const fields = this.#lengths.length;
    this.version++;
    this.documents += sign;
    for (let field = 0; field < fields; field++) {
      const length = segment.documents.lengths[doc * fields + field] as number;
      this.#lengths[field] = (this.#lengths[field] as number) + sign * length;
    }
  }

  averageLength(field: number): number {
    return this.documents === 0 ? 1 : Math.max(1, (this.#lengths[field] as number) / this.documents);
  }

  /** Inverse document frequency. */
  inverseFrequency(documentFrequency: number): number {
    const frequency = Math.min(documentFrequency, this.documents);
    return Math.log(1 + (this.documents - frequency + 0.5) / (frequency + 0.5));
  }
}

/** For each field, then each document: field weight over length norm. */
export function normsOf(segment: Segment, schema: Schema, statistics: Statistics): Float32Array {
  if (segment.norms.version === statistics.version) return segment.norms.values;
  const fields = schema.fields.length;
  const { count } = segment;
  const { lengths } = segment.documents;
  const values =
    segment.norms.values.length === fields * count ? segment.norms.values : new Float32Array(fields * count);
  for (let field = 0; field < fields; field++) {
    const weight = schema.weights[field] as number;
    const average = statistics.averageLength(field);
    for (let doc = 0; doc < count; doc++) {
      values[field * count + doc] =
        weight / (1 - B + (B * (lengths[doc * fields + field] as number)) / average);
    }
  }
  segment.norms = { version: statistics.version, values };
  return values;
}

/** The share, from 0 up to 1, that a weighted frequency contributes. */
export function saturate(weightedFrequency: number): number {
  return weightedFrequency / (K1 + weightedFrequency);
}
