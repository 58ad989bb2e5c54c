import type { Cover, CoverProblem } from './cover.ts';

const ROUNDING = 1e-9;

/**
 * Takes again and again the set that adds the most weight, then drops those that the later ones made superfluous.
 *
 * The bound comes with the answer: each row costs its part of the set that covered it first; if no set costs more than
 * `most` altogether, then the costs divided by `most` are a dual solution, and no cover has fewer than their sum
 * (Chvátal 1979 by dual fitting). `most` is at most 1 + ln(heaviest set ÷ lightest row).
 */
export function greedyCover(problem: CoverProblem): Cover {
  const { sets, weights, order } = problem;
  const covered = new Uint8Array(weights.length);
  const cost = new Float64Array(weights.length);
  const heap = new LargestFirst(sets.length, order);
  for (let set = 0; set < sets.length; set++) heap.push(set, gain(sets[set]!, weights, covered));

  const chosen: number[] = [];
  while (heap.size > 0) {
    const set = heap.pop();
    const now = gain(sets[set]!, weights, covered);
    if (now === 0) continue;
    // Gains only fall: a set whose gain fell goes back among the others.
    if (heap.size > 0 && heap.isBehindTop(set, now)) {
      heap.push(set, now);
      continue;
    }
    for (const row of sets[set]!) {
      if (covered[row] === 0) cost[row] = weights[row]! / now;
      covered[row] = 1;
    }
    chosen.push(set);
  }
  const atLeast = Math.ceil(chosen.length / Math.max(1, mostCosts(sets, cost)) - ROUNDING);
  return { chosen: withoutSuperfluous(problem, chosen), atLeast, exact: false };
}

function mostCosts(sets: readonly Int32Array[], cost: Float64Array): number {
  let most = 0;
  for (const rows of sets) {
    let sum = 0;
    for (const row of rows) sum += cost[row]!;
    most = Math.max(most, sum);
  }
  return most;
}

function gain(rows: Int32Array, weights: Float64Array, covered: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (covered[row] === 0) sum += weights[row]!;
  }
  return sum;
}

function withoutSuperfluous({ sets, weights }: CoverProblem, chosen: readonly number[]): number[] {
  const times = new Int32Array(weights.length);
  for (const set of chosen) for (const row of sets[set]!) times[row]! += 1;
  const kept = new Set(chosen);
  for (const set of chosen) {
    if (!sets[set]!.every((row) => times[row]! > 1)) continue;
    kept.delete(set);
    for (const row of sets[set]!) times[row]! -= 1;
  }
  return chosen.filter((set) => kept.has(set));
}

/** A heap of sets by gain, largest first; of equal gain, by order. */
class LargestFirst {
  readonly #sets: Int32Array;
  readonly #gains: Float64Array;
  readonly #order: readonly number[];
  size = 0;

  constructor(capacity: number, order: readonly number[]) {
    this.#sets = new Int32Array(capacity + 1);
    this.#gains = new Float64Array(capacity + 1);
    this.#order = order;
  }

  isBehindTop(set: number, gain: number): boolean {
    const top = this.#gains[0]!;
    return top > gain || (top === gain && this.#order[this.#sets[0]!]! < this.#order[set]!);
  }

  push(set: number, gain: number): void {
    let at = this.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(set, gain, parent)) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#sets[at] = set;
    this.#gains[at] = gain;
  }

  pop(): number {
    const first = this.#sets[0]!;
    const last = this.#sets[--this.size]!;
    const gain = this.#gains[this.size]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.size) break;
      if (child + 1 < this.size && this.#isBefore(this.#sets[child + 1]!, this.#gains[child + 1]!, child))
        child++;
      if (this.#isBefore(last, gain, child)) break;
      this.#move(child, at);
      at = child;
    }
    this.#sets[at] = last;
    this.#gains[at] = gain;
    return first;
  }

  #isBefore(set: number, gain: number, other: number): boolean {
    const theirs = this.#gains[other]!;
    return gain > theirs || (gain === theirs && this.#order[set]! < this.#order[this.#sets[other]!]!);
  }

  #move(from: number, to: number): void {
    this.#sets[to] = this.#sets[from]!;
    this.#gains[to] = this.#gains[from]!;
  }
}
