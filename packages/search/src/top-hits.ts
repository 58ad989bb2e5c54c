import type { SortValue } from './documents.ts';

/** A document as a search holds it: segment number, document number, score, and what it is sorted by. */
export interface Candidate {
  segment: number;
  doc: number;
  score: number;
  /** Null where documents are sorted by score. */
  key: SortValue;
}

/** Keeps the best of many candidates: a heap whose root is the worst one kept. */
export class TopHits {
  readonly #limit: number;
  readonly #isBetter: (a: Candidate, b: Candidate) => boolean;
  readonly #heap: Candidate[] = [];
  readonly #offered: Candidate = { segment: 0, doc: 0, score: 0, key: null };

  constructor(limit: number, isBetter: (a: Candidate, b: Candidate) => boolean) {
    this.#limit = limit;
    this.#isBetter = isBetter;
  }

  offer(segment: number, doc: number, score: number, key: SortValue): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push({ segment, doc, score, key });
      this.#rise(heap.length - 1);
      return;
    }
    const root = heap[0];
    if (root === undefined) return;
    const offered = this.#offered;
    offered.segment = segment;
    offered.doc = doc;
    offered.score = score;
    offered.key = key;
    if (!this.#isBetter(offered, root)) return;
    heap[0] = { segment, doc, score, key };
    this.#sink();
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
      for (let child = 2 * at + 1; child <= 2 * at + 2 && child < heap.length; child++) {
        if (this.#isBetter(heap[worst] as Candidate, heap[child] as Candidate)) worst = child;
      }
      if (worst === at) return;
      const a = heap[at] as Candidate;
      heap[at] = heap[worst] as Candidate;
      heap[worst] = a;
      at = worst;
    }
  }
}
