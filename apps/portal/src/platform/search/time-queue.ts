/** Ids by the moment at which something about them changes, soonest first: a binary heap. */
export class TimeQueue {
  readonly #heap: { id: string; at: number }[] = [];
  /** The moment that holds for an id; entries of the heap with another one are stale. */
  readonly #moments = new Map<string, number>();

  /** Waits for a moment, in place of any earlier one of this id. */
  add(id: string, moment: Date): void {
    const at = moment.getTime();
    if (this.#moments.get(id) === at) return;
    this.#moments.set(id, at);
    const heap = this.#heap;
    let place = heap.push({ id, at }) - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#at(parent) <= at) break;
      this.#swap(place, parent);
      place = parent;
    }
  }

  forget(id: string): void {
    this.#moments.delete(id);
  }

  isDue(now: Date): boolean {
    this.#dropStale();
    return this.#heap.length > 0 && this.#at(0) <= now.getTime();
  }

  /** Takes out ids whose moment has come, soonest first. */
  take(now: Date, most: number): string[] {
    const taken: string[] = [];
    while (taken.length < most && this.isDue(now)) {
      const [{ id } = { id: '' }] = this.#heap;
      this.#moments.delete(id);
      this.#removeFirst();
      taken.push(id);
    }
    return taken;
  }

  #dropStale(): void {
    for (let first = this.#heap[0]; first; first = this.#heap[0]) {
      if (this.#moments.get(first.id) === first.at) return;
      this.#removeFirst();
    }
  }

  #removeFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const sooner = right < heap.length && this.#at(right) < this.#at(left) ? right : left;
      if (this.#at(place) <= this.#at(sooner)) return;
      this.#swap(place, sooner);
      place = sooner;
    }
  }

  #at(place: number): number {
    return this.#heap[place]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(one: number, other: number): void {
    const heap = this.#heap;
    [heap[one], heap[other]] = [heap[other], heap[one]] as [(typeof heap)[0], (typeof heap)[0]];
  }
}
