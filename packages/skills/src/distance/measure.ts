import type { AskedItems, HeldItems, IndexedFramework } from './indexed-framework.ts';

/** What is held, by place of the item: 0 not, 255 in full, else the number of the level. */
export type HeldLevels = Uint8Array;

export const HELD_IN_FULL = 255;

export function emptyLevels(index: IndexedFramework): HeldLevels {
  return new Uint8Array(index.framework.items.length);
}

export function addHeld(levels: HeldLevels, { items, levels: numbers }: HeldItems): void {
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    const level = numbers[at]! || HELD_IN_FULL;
    if (level > levels[item]!) levels[item] = level;
  }
}

/** What part of an asked level is still to be reached: 0 held, 1 all of it. `highest` is the framework's top level. */
export function lackingPart(held: number, asked: number, highest: number): number {
  if (held === HELD_IN_FULL) return 0;
  const wanted = asked || Math.max(1, highest);
  return held >= wanted ? 0 : (wanted - held) / wanted;
}

/** Weight of what is lacking. */
export function lackingWeight(asked: AskedItems, held: HeldLevels, highest: number): number {
  const { items, levels, weights } = asked;
  let sum = 0;
  for (let at = 0; at < items.length; at++) {
    sum += weights[at]! * lackingPart(held[items[at]!]!, levels[at]!, highest);
  }
  return sum;
}

/** Rounding may leave a sum of all weights a hair above the whole. */
export function shareOf(missingWeight: number, weight: number): number {
  return weight === 0 ? 0 : Math.min(1, missingWeight / weight);
}
