import type { Framework } from '../framework.ts';
import { indexOf } from './indexed-framework.ts';
import { HELD_IN_FULL, lackingPart, shareOf } from './measure.ts';

export interface AllGaps {
  /** Ids of the roles, in the framework's order. */
  readonly roles: readonly string[];
  /** The share that role `from` lacks for role `to`, at `from * roles.length + to`. */
  readonly shares: Float64Array;
}

/** The gap from each role to each, by the roles that hold each item: roles share few, so few pairs are touched. */
export function allGaps(framework: Framework): AllGaps {
  const { asked, holders } = indexOf(framework);
  const { starts, roles, levels } = holders;
  const count = asked.length;
  const highest = framework.levels.length;
  const shares = new Float64Array(count * count);
  const present = new Float64Array(count);
  for (let to = 0; to < count; to++) {
    const goal = asked[to]!;
    present.fill(0);
    for (let at = 0; at < goal.items.length; at++) {
      const item = goal.items[at]!;
      const own = goal.weights[at]!;
      const wanted = goal.levels[at]!;
      const end = starts[item + 1]!;
      for (let holder = starts[item]!; holder < end; holder++) {
        const part = highest === 0 ? 1 : 1 - lackingPart(levels[holder]! || HELD_IN_FULL, wanted, highest);
        present[roles[holder]!]! += own * part;
      }
    }
    for (let from = 0; from < count; from++) {
      const lacking = Math.max(0, goal.weight - present[from]!);
      shares[from * count + to] = from === to ? 0 : shareOf(lacking, goal.weight);
    }
  }
  return { roles: framework.roles.map(({ id }) => id), shares };
}
