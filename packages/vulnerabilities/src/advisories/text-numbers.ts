const NO_NUMBER = -1;
/** Whole numbers a slot takes, one of them unused: four are never cut by the end of a line of the processor's memory. */
const SLOT = 4;
/** What the hash of no unit yet is, see hashNext. */
export const EMPTY_HASH = 0x811c9dc5;

/** A section of a longer text, with its hash. */
export interface HashedText {
  within: string;
  start: number;
  end: number;
  /** See hashNext; computed while the text is read. */
  hash: number;
}

/**
 * A number for each of many texts. Unlike a Map it looks up a section of a longer text without cutting it
 * out.
 */
export class TextNumbers {
  readonly #texts: string[] = [];
  /** By place in the hash table, side by side: the hash, one more than the entry (zero where free), and the number. */
  #slots = new Int32Array(16 * SLOT);

  /** Gives a text its number; the text must be new. */
  set(text: string, number: number): void {
    if (this.#texts.length * 2 * SLOT >= this.#slots.length) this.#grow();
    this.#place(mixedHash(hashOf(text)), this.#texts.push(text), number);
  }

  /** The number of a text; -1 where it has none. */
  find({ within, start, end, hash: unmixed }: HashedText): number {
    const slots = this.#slots;
    const mask = slots.length / SLOT - 1;
    const hash = mixedHash(unmixed);
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = slots[place * SLOT + 1] ?? 0;
      if (entry === 0) return NO_NUMBER;
      if (slots[place * SLOT] !== hash) continue;
      const text = this.#texts[entry - 1] ?? '';
      if (text.length === end - start && within.startsWith(text, start)) return slots[place * SLOT + 2] ?? 0;
    }
  }

  get size(): number {
    return this.#texts.length;
  }

  #grow(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += SLOT) {
      const entry = before[at + 1] ?? 0;
      if (entry !== 0) this.#place(before[at] ?? 0, entry, before[at + 2] ?? 0);
    }
  }

  #place(hash: number, entry: number, number: number): void {
    const mask = this.#slots.length / SLOT - 1;
    let place = hash & mask;
    while (this.#slots[place * SLOT + 1] !== 0) place = (place + 1) & mask;
    this.#slots[place * SLOT] = hash;
    this.#slots[place * SLOT + 1] = entry;
    this.#slots[place * SLOT + 2] = number;
  }
}

/** The hash of a text with one more code unit at its end: FNV-1a by unit. */
export function hashNext(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** A whole text, hashed. */
export function hashed(text: string): HashedText {
  return { within: text, start: 0, end: text.length, hash: hashOf(text) };
}

function hashOf(text: string): number {
  let hash = EMPTY_HASH;
  for (let at = 0; at < text.length; at++) hash = hashNext(hash, text.charCodeAt(at));
  return hash;
}

/** Names that differ in their last letters must not crowd together. */
function mixedHash(hash: number): number {
  const high = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return high ^ (high >>> 13);
}
