/** A document as a search holds it: segment number, document number, and score. */
export interface Candidate {
  readonly segment: number;
  readonly doc: number;
  score: number;
}

/** Keeps the best of many candidates: a heap whose root is the worst one kept. */
export class TopHits {
  readonly #limit: number;
  readonly #isBetter: (a: Candidate, b: Candidate) => boolean;
  readonly #heap: Candidate[] = [];

  constructor(limit: number, isBetter: (a: Candidate, b: Candidate) => boolean) {
    this.#limit = limit;
    this.#isBetter = isBetter;
  }

  offer(segment: number, doc: number, score: number): void {
    const heap = this.#heap;
    const root = heap[0];
    if (heap.length < this.#limit) {
      heap.push({ segment, doc, score });
      this.#rise(heap.length - 1);
    } else if (root !== undefined) {
      const candidate = { segment, doc, score };
      if (!this.#isBetter(candidate, root)) return;
      heap[0] = candidate;
      this.#sink();
    }
  }

  /** The kept candidates, best first. */
  sorted(): Candidate[] {
    return [...this.#heap].sort((a, b) => (this.#isBetter(a, b) ? -1 : 1));
  }

  #rise(from: number): void {
    const heap = this.#heap;
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const a = heap[at] as Candidate;
      const b = heap[parent] as Candidate;
      if (!this.#isBetter(b, a)) return;
      heap[at] = b;
      heap[parent] = a;
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && this.#isBetter(heap[worst] as Candidate, heap[child] as Candidate))
          worst = child;
      }
      if (worst === at) return;
      const a = heap[at] as Candidate;
      heap[at] = heap[worst] as Candidate;
      heap[worst] = a;
      at = worst;
    }
  }
}
