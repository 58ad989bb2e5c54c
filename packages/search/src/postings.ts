/**
 * For every term, in term order: its documents (ascending), its frequency in each field,
 * and its positions. Positions are variable-length differences, two bits of each first byte being "more bytes follow"
 * (the highest) and "last of this document" (the lowest).
 */
export interface Postings {
  /** Term `t` has the postings `starts[t]` up to `starts[t + 1]`. */
  readonly starts: Uint32Array;
  readonly docs: Uint16Array;
  readonly counts: Uint8Array | Uint16Array;
  readonly positions: Uint8Array;
  /** Where in `positions` every 16th posting begins. */
  readonly blocks: Uint32Array;
}

const BLOCK_BITS = 4;
const BLOCK_MASK = (1 << BLOCK_BITS) - 1;

export class PostingsWriter {
  readonly #starts: Uint32Array;
  #term = 0;
  #size = 0;
  #docs: Uint16Array;
  #counts: Uint8Array | Uint16Array;
  #positions: Uint8Array;
  #byte = 0;
  #blocks: Uint32Array;
  readonly #newCounts: (length: number) => Uint8Array | Uint16Array;

  constructor(terms: number, newCounts: (length: number) => Uint8Array | Uint16Array, expected: number) {
    this.#starts = new Uint32Array(terms + 1);
    this.#newCounts = newCounts;
    this.#docs = new Uint16Array(Math.max(16, expected));
    this.#counts = newCounts(Math.max(16, expected));
    this.#positions = new Uint8Array(Math.max(32, expected * 2));
    this.#blocks = new Uint32Array((Math.max(16, expected) >> BLOCK_BITS) + 1);
  }

  endTerm(): void {
    this.#term++;
    this.#starts[this.#term] = this.#size;
  }

  posting(doc: number, counts: number): void {
    const at = this.#size;
    if (at === this.#docs.length) this.#grow();
    this.#docs[at] = doc;
    this.#counts[at] = counts;
    if ((at & BLOCK_MASK) === 0) this.#blocks[at >> BLOCK_BITS] = this.#byte;
    this.#size = at + 1;
  }

  /** One position of the posting just written, as the distance from the one before (from 0 for the first). */
  position(distance: number, isLast: boolean): void {
    if (this.#byte + 6 > this.#positions.length) {
      const wider = new Uint8Array(this.#positions.length * 2);
      wider.set(this.#positions);
      this.#positions = wider;
    }
    let rest = distance >>> 6;
    this.#positions[this.#byte++] = ((distance & 0x3f) << 1) | (isLast ? 1 : 0) | (rest > 0 ? 0x80 : 0);
    while (rest > 0) {
      const low = rest & 0x7f;
      rest >>>= 7;
      this.#positions[this.#byte++] = low | (rest > 0 ? 0x80 : 0);
    }
  }

  finish(): Postings {
    return {
      starts: this.#starts.slice(0, this.#term + 1),
      docs: this.#docs.slice(0, this.#size),
      counts: this.#counts.slice(0, this.#size),
      positions: this.#positions.slice(0, this.#byte),
      blocks: this.#blocks.slice(0, (this.#size >> BLOCK_BITS) + 1),
    };
  }

  #grow(): void {
    const capacity = this.#docs.length * 2;
    const docs = new Uint16Array(capacity);
    docs.set(this.#docs);
    const counts = this.#newCounts(capacity);
    counts.set(this.#counts);
    const blocks = new Uint32Array((capacity >> BLOCK_BITS) + 1);
    blocks.set(this.#blocks);
    this.#docs = docs;
    this.#counts = counts;
    this.#blocks = blocks;
  }
}

/** Shared empty array, since most readers are never used. */
export const NO_POSITIONS = new Uint32Array(0);

/** Reads positions; cheapest where postings are asked for in ascending order. */
export class PositionReader {
  /** The positions last read; only the first `read()` of them count. */
  positions = NO_POSITIONS;
  readonly #postings: Postings;
  #nextPosting = -1;
  #byte = 0;

  constructor(postings: Postings) {
    this.#postings = postings;
  }

  /** Reads the positions of a posting, in ascending order; returns how many there are. */
  read(posting: number): number {
    const bytes = this.#postings.positions;
    let byte = this.#byte;
    let at = this.#nextPosting;
    if (at < 0 || at > posting || posting - at > (posting & BLOCK_MASK)) {
      at = posting & ~BLOCK_MASK;
      byte = this.#postings.blocks[posting >> BLOCK_BITS] as number;
    }
    for (; at < posting; at++) {
      for (let isLast = 0; isLast === 0; ) {
        let value = bytes[byte++] as number;
        isLast = value & 1;
        while (value >= 0x80) value = bytes[byte++] as number;
      }
    }
    let count = 0;
    let position = 0;
    for (let isLast = 0; isLast === 0; ) {
      let value = bytes[byte++] as number;
      isLast = value & 1;
      let distance = (value >> 1) & 0x3f;
      for (let shift = 6; value >= 0x80; shift += 7) {
        value = bytes[byte++] as number;
        distance |= (value & 0x7f) << shift;
      }
      position += distance;
      if (count === this.positions.length) this.#grow();
      this.positions[count++] = position;
    }
    this.#nextPosting = posting + 1;
    this.#byte = byte;
    return count;
  }

  #grow(): void {
    const wider = new Uint32Array(Math.max(8, this.positions.length * 2));
    wider.set(this.positions);
    this.positions = wider;
  }
}

/** The first index from `low` up to `high` whose document is not below `doc`. */
export function lowerBound(docs: Uint16Array, doc: number, low: number, high: number): number {
  let step = 1;
  let from = low;
  while (from + step < high && (docs[from + step] as number) < doc) {
    from += step;
    step *= 2;
  }
  let to = Math.min(high, from + step + 1);
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((docs[middle] as number) < doc) from = middle + 1;
    else to = middle;
  }
  return from;
}
