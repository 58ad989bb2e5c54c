/** A list of whole numbers that grows, at four bytes each. */
export class IntList {
  #values = new Int32Array(64);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(Math.ceil(this.#length * 1.5));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  /** The number at a place; -1 where there is none. */
  at(place: number): number {
    return place >= 0 && place < this.#length ? (this.#values[place] ?? -1) : -1;
  }

  set(place: number, value: number): void {
    this.#values[place] = value;
  }

  /** The numbers, as they are now. */
  values(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
