/**
 * Frequency of a term in each field of a document, packed into one number so that postings are small:
 * 4 bits per field for up to four fields, fewer bits (and a lower maximum) for more. Relevance hardly grows
 * beyond the maximum.
 */
export class FieldCounts {
  readonly fields: number;
  readonly bits: number;
  readonly ceiling: number;
  readonly #counted: number;

  /** @param counted  how many of the fields, from the first, have counts */
  constructor(fields: number, counted = fields) {
    this.fields = fields;
    this.#counted = counted;
    this.bits = counted <= 4 ? 4 : Math.floor(16 / counted);
    this.ceiling = (1 << this.bits) - 1;
  }

  /** An array for `length` packed counts. */
  array(length: number): Uint8Array | Uint16Array {
    return this.bits * this.#counted <= 8 ? new Uint8Array(length) : new Uint16Array(length);
  }

  /** The packed counts with one more in `field`. */
  increment(packed: number, field: number): number {
    const shift = this.bits * field;
    return ((packed >> shift) & this.ceiling) === this.ceiling ? packed : packed + (1 << shift);
  }

  count(packed: number, field: number): number {
    return (packed >> (this.bits * field)) & this.ceiling;
  }
}
