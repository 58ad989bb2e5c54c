/** Numbers 32-bit keys other than 0 in the order of their first appearance. */
export class KeyTable {
  size = 0;
  #mask = 0x3ff;
  #slots = new Uint32Array(0x400);
  #numbers = new Uint32Array(0x400);

  /** Number of a key; assigns `next` if it is new. */
  number(key: number, next: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & this.#mask;
    for (;;) {
      const found = this.#slots[slot] as number;
      if (found === key) return this.#numbers[slot] as number;
      if (found === 0) break;
      slot = (slot + 1) & this.#mask;
    }
    this.#slots[slot] = key;
    this.#numbers[slot] = next;
    this.size++;
    if (this.size * 2 > this.#mask) this.#widen();
    return next;
  }

  *entries(): Generator<[key: number, number: number]> {
    for (let slot = 0; slot <= this.#mask; slot++) {
      const key = this.#slots[slot] as number;
      if (key !== 0) yield [key, this.#numbers[slot] as number];
    }
  }

  #widen(): void {
    const entries = [...this.entries()];
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Uint32Array(this.#mask + 1);
    this.#numbers = new Uint32Array(this.#mask + 1);
    this.size = 0;
    for (const [key, number] of entries) this.number(key, number);
  }
}
