import { IntList } from './int-list.ts';

const NO_NUMBER = -1;

/**
 * A number for each of many texts. Unlike a Map it finds a text where it stands within another one, so
 * that looking something up need not cut it out first.
 */
export class TextNumbers {
  readonly #texts: string[] = [];
  readonly #numbers = new IntList();
  /** By place in the hash table, side by side: the hash, and one more than the entry; zero where free. */
  #slots = new Int32Array(32);

  /** Gives a text its number; the text must be new. */
  set(text: string, number: number): void {
    if (this.#texts.length * 4 >= this.#slots.length) this.#grow();
    this.#numbers.push(number);
    this.#place(hashOf(text, 0, text.length), this.#texts.push(text));
  }

  /** The number of the text between two places of another one; -1 where it has none. */
  find(within: string, start = 0, end = within.length): number {
    const slots = this.#slots;
    const mask = slots.length / 2 - 1;
    const hash = hashOf(within, start, end);
    for (let place = hash & mask; ; place = (place + 1) & mask) {
      const entry = slots[place * 2 + 1] ?? 0;
      if (entry === 0) return NO_NUMBER;
      if (slots[place * 2] !== hash) continue;
      const text = this.#texts[entry - 1] ?? '';
      if (text.length === end - start && within.startsWith(text, start)) return this.#numbers.at(entry - 1);
    }
  }

  get size(): number {
    return this.#texts.length;
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    this.#texts.forEach((text, at) => {
      this.#place(hashOf(text, 0, text.length), at + 1);
    });
  }

  #place(hash: number, entry: number): void {
    const mask = this.#slots.length / 2 - 1;
    let place = hash & mask;
    while (this.#slots[place * 2 + 1] !== 0) place = (place + 1) & mask;
    this.#slots[place * 2] = hash;
    this.#slots[place * 2 + 1] = entry;
  }
}

/** FNV-1a by code unit, stirred so that names that differ in their last letters do not crowd together. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return hash ^ (hash >>> 13);
}
