/** Matched positions, in order; unmatched positions are absent. */
export type Pair = readonly [before: number, after: number];

/** Above this table size, elements at the same position are paired without comparison. */
const maxCells = 250_000;
const minSimilarity = 0.5;

/** Order-preserving alignment of two sequences with the highest total likeness. `likeness` is 0 to 1. */
export function align(before: number, after: number, similarityOf: (a: number, b: number) => number): Pair[] {
  if (before * after > maxCells) return sameplace(Math.min(before, after));
  const width = after + 1;
  const best = new Float64Array((before + 1) * width);
  for (let a = before - 1; a >= 0; a -= 1) {
    for (let b = after - 1; b >= 0; b -= 1) {
      const similarity = similarityOf(a, b);
      const paired = similarity >= minSimilarity ? similarity + (best[(a + 1) * width + b + 1] as number) : 0;
      best[a * width + b] = Math.max(
        paired,
        best[(a + 1) * width + b] as number,
        best[a * width + b + 1] as number,
      );
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < before && b < after; ) {
    const here = best[a * width + b] as number;
    const similarity = similarityOf(a, b);
    if (similarity >= minSimilarity && here === similarity + (best[(a + 1) * width + b + 1] as number)) {
      pairs.push([a, b]);
      a += 1;
      b += 1;
    } else if (here === best[(a + 1) * width + b]) a += 1;
    else b += 1;
  }
  return pairs;
}

const sameplace = (count: number): Pair[] => Array.from({ length: count }, (_, index) => [index, index]);

/** Numbers outside a longest increasing subsequence. */
export function outOfOrder(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] as number] as number) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (ends[low - 1] as number);
    ends[low] = index;
  }
  const broken = new Set(numbers.keys());
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index] as number) broken.delete(index);
  return broken;
}
