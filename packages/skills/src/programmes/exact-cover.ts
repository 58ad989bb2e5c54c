import type { Cover, CoverProblem } from './cover.ts';

/** Sets as bits in two halves, so that 40 of them stay within 32-bit integers. */
const HALF_BITS = 20;
const ROUNDING = 1e-9;

/**
 * The fewest sets that cover all rows that any set covers, by branch and bound; of sets that cover the same, the first
 * in order. A row whose sets include those of another row is covered with it and left out.
 * @param first  a cover to improve on, such as the greedy one
 */
export function exactCover({ sets, order, weights }: CoverProblem, first: readonly number[]): Cover {
  const ranked = [...sets.keys()].sort((a, b) => order[a]! - order[b]!);
  const rankOf = new Map(ranked.map((set, rank) => [set, rank]));
  const search = new CoverSearch(
    rowsOf(sets, ranked, weights.length),
    ranked.length,
    first.map((set) => rankOf.get(set)!),
  );
  const best = search.run();
  return { chosen: best.map((rank) => ranked[rank]!), atLeast: best.length, exact: true };
}

interface Rows {
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The sets of each row, as bits; rows that are covered whenever another is are left out. */
function rowsOf(sets: readonly Int32Array[], ranked: readonly number[], count: number): Rows {
  const low = new Int32Array(count);
  const high = new Int32Array(count);
  ranked.forEach((set, rank) => {
    for (const row of sets[set]!) {
      if (rank < HALF_BITS) low[row]! |= 1 << rank;
      else high[row]! |= 1 << (rank - HALF_BITS);
    }
  });
  const kept: number[] = [];
  const bySize = [...low.keys()]
    .filter((row) => (low[row]! | high[row]!) !== 0)
    .sort((a, b) => size(low[a]!, high[a]!) - size(low[b]!, high[b]!));
  for (const row of bySize) {
    const includes = (other: number) =>
      (low[other]! & ~low[row]!) === 0 && (high[other]! & ~high[row]!) === 0;
    if (!kept.some(includes)) kept.push(row);
  }
  return {
    low: Int32Array.from(kept, (row) => low[row]!),
    high: Int32Array.from(kept, (row) => high[row]!),
  };
}

class CoverSearch {
  readonly #setCount: number;
  readonly #degrees: Int32Array;
  /** Rows still uncovered at each depth: their sets that may still be chosen. */
  readonly #low: Int32Array[];
  readonly #high: Int32Array[];
  readonly #chosen: number[] = [];
  #best: readonly number[];

  constructor({ low, high }: Rows, setCount: number, first: readonly number[]) {
    this.#setCount = setCount;
    this.#degrees = new Int32Array(2 * HALF_BITS);
    this.#best = first;
    this.#low = Array.from({ length: setCount + 1 }, () => new Int32Array(low.length));
    this.#high = Array.from({ length: setCount + 1 }, () => new Int32Array(low.length));
    this.#low[0]!.set(low);
    this.#high[0]!.set(high);
  }

  run(): readonly number[] {
    this.#branch(0, this.#low[0]!.length);
    return this.#best;
  }

  /** @param count  rows that are uncovered at this depth */
  #branch(depth: number, count: number): void {
    if (count === 0) {
      if (this.#chosen.length < this.#best.length) this.#best = [...this.#chosen];
      return;
    }
    const low = this.#low[depth]!;
    const high = this.#high[depth]!;
    const row = this.#fewestSets(low, high, count);
    if (row < 0 || this.#chosen.length + this.#leastMore(low, high, count) >= this.#best.length) return;
    const candidates = this.#byDegree(low[row]!, high[row]!);
    let closedLow = 0;
    let closedHigh = 0;
    for (const rank of candidates) {
      const bitLow = rank < HALF_BITS ? 1 << rank : 0;
      const bitHigh = rank < HALF_BITS ? 0 : 1 << (rank - HALF_BITS);
      const nextLow = this.#low[depth + 1]!;
      const nextHigh = this.#high[depth + 1]!;
      let left = 0;
      for (let at = 0; at < count; at++) {
        if ((low[at]! & bitLow) !== 0 || (high[at]! & bitHigh) !== 0) continue;
        // A set that was tried for this row is out in what follows: ways with it were all looked at.
        nextLow[left] = low[at]! & ~closedLow;
        nextHigh[left] = high[at]! & ~closedHigh;
        left++;
      }
      this.#chosen.push(rank);
      this.#branch(depth + 1, left);
      this.#chosen.pop();
      closedLow |= bitLow;
      closedHigh |= bitHigh;
    }
  }

  /** The row with the fewest sets to choose from; -1 where a row can no longer be covered. */
  #fewestSets(low: Int32Array, high: Int32Array, count: number): number {
    let fewest = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let at = 0; at < count; at++) {
      const sets = size(low[at]!, high[at]!);
      if (sets === 0) return -1;
      if (sets < least) [fewest, least] = [at, sets];
    }
    return fewest;
  }

  /**
   * A bound from below. If each row costs 1 ÷ the most rows that one of its sets covers, then no set costs more than
   * one, so that many sets are needed. Rows of which no two share a set need one each, too.
   */
  #leastMore(low: Int32Array, high: Int32Array, count: number): number {
    const degrees = this.#degrees.fill(0);
    for (let at = 0; at < count; at++) {
      for (let bits = low[at]!; bits !== 0; bits &= bits - 1) degrees[lowest(bits)]! += 1;
      for (let bits = high[at]!; bits !== 0; bits &= bits - 1) degrees[HALF_BITS + lowest(bits)]! += 1;
    }
    let cost = 0;
    let apart = 0;
    let takenLow = 0;
    let takenHigh = 0;
    for (let at = 0; at < count; at++) {
      let most = 1;
      for (let bits = low[at]!; bits !== 0; bits &= bits - 1) most = Math.max(most, degrees[lowest(bits)]!);
      for (let bits = high[at]!; bits !== 0; bits &= bits - 1) {
        most = Math.max(most, degrees[HALF_BITS + lowest(bits)]!);
      }
      cost += 1 / most;
      if ((low[at]! & takenLow) === 0 && (high[at]! & takenHigh) === 0) {
        takenLow |= low[at]!;
        takenHigh |= high[at]!;
        apart++;
      }
    }
    return Math.max(apart, Math.ceil(cost - ROUNDING));
  }

  /** Sets that cover most first; of equally many, in order. Uses the degrees of the last bound. */
  #byDegree(low: number, high: number): number[] {
    const ranks: number[] = [];
    for (let rank = 0; rank < this.#setCount; rank++) {
      const half = rank < HALF_BITS ? low : high;
      if ((half & (1 << (rank % HALF_BITS))) !== 0) ranks.push(rank);
    }
    return ranks.sort((a, b) => this.#degrees[b]! - this.#degrees[a]! || a - b);
  }
}

function size(low: number, high: number): number {
  return bitCount(low) + bitCount(high);
}

function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Place of the lowest bit. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
