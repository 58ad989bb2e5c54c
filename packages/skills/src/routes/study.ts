import { gapOf } from '../distance/gap.ts';
import type { AskedItems, IndexedFramework } from '../distance/indexed-framework.ts';
import { type HeldLevels, lackingWeight } from '../distance/measure.ts';
import { coverageOf } from '../programmes/coverage.ts';
import type { PlacedProgramme } from '../programmes/programme.ts';
import type { PlannedStep } from './schedule.ts';

/**
 * Stages of programmes that bring the goal within the limit of one step, heaviest first, where no role leads there:
 * each stage fills at most what a step may lack. Undefined where the programmes do not bring it so near.
 */
export function studyPlan(
  index: IndexedFramework,
  from: HeldLevels,
  goal: AskedItems,
  programmes: readonly PlacedProgramme[],
  maxGap: number,
): PlannedStep[] | undefined {
  const highest = index.framework.levels.length;
  const allowed = maxGap * goal.weight;
  const lacking = new Map(gapOf(index, from, goal).missing.map(({ id, weight }) => [id, weight]));
  let left = lackingWeight(goal, from, highest);
  const stages: string[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const { fills } of coverageOf(index, programmes, goal, from).programmes) {
    if (left <= allowed) break;
    const weight = fills.reduce((sum, id) => sum + (lacking.get(id) ?? 0), 0);
    if (weight > allowed) return undefined;
    if (filled + weight > allowed) {
      stages.push([]);
      filled = 0;
    }
    stages.at(-1)!.push(...fills);
    filled += weight;
    left -= weight;
  }
  if (left > allowed) return undefined;
  return stages.map((ids) => {
    const asked = partOf(goal, new Set(ids.map((id) => index.itemPlaces.get(id)!)));
    return { kind: 'study', role: null, asked, weight: goal.weight };
  });
}

function partOf(goal: AskedItems, items: ReadonlySet<number>): AskedItems {
  const kept = [...goal.items.keys()].filter((at) => items.has(goal.items[at]!));
  const weights = Float64Array.from(kept, (at) => goal.weights[at]!);
  return {
    items: Int32Array.from(kept, (at) => goal.items[at]!),
    levels: Uint8Array.from(kept, (at) => goal.levels[at]!),
    weights,
    weight: weights.reduce((sum, weight) => sum + weight, 0),
  };
}
