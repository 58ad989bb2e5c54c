import type { Framework } from '../framework.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Ability, resolveAbility } from './ability.ts';
import { type AskedItems, askedItems, type IndexedFramework, indexOf } from './indexed-framework.ts';
import { addHeld, emptyLevels, type HeldLevels, lackingPart, shareOf } from './measure.ts';

export interface MissingItem {
  readonly id: string;
  /** What is lacking of its weight: all of it, or the part between the level held and the one asked. */
  readonly weight: number;
  /** The level asked, where one is. */
  readonly level?: string;
  /** The lower level that is held already. */
  readonly held?: string;
}

export interface Gap {
  /** Weight that is lacking ÷ weight of all that is asked: 0 nothing is lacking, 1 everything. */
  readonly share: number;
  /** Heaviest first; of equal weight, in the order of their ids. */
  readonly missing: readonly MissingItem[];
  /** Ids of what is asked and held, in the framework's order. */
  readonly present: readonly string[];
  /** Weight of what is missing. This obeys the triangle inequality; the share need not. */
  readonly missingWeight: number;
  /** Weight of all that is asked. */
  readonly weight: number;
}

/**
 * What somebody lacks for a role. An item's weight is ln(roles ÷ roles that ask it); where all that is asked weighs
 * nothing, each item counts one. A level below the one asked lacks the part that is between them.
 * @param from  a role or grade by id, alias or title, or the items that somebody holds
 * @param to    the same, as the goal
 */
export function gap(framework: Framework, from: Ability, to: Ability): Gap | Refusal {
  const index = indexOf(framework);
  const held = resolveAbility(index, from, 'from');
  if (isRefusal(held)) return held;
  const asked = resolveAbility(index, to, 'to');
  if (isRefusal(asked)) return asked;
  const levels = emptyLevels(index);
  addHeld(levels, held);
  return gapOf(index, levels, askedItems(index.weights, asked));
}

export function gapOf(index: IndexedFramework, held: HeldLevels, asked: AskedItems): Gap {
  const { framework } = index;
  const { weights, weight } = asked;
  const missing: MissingItem[] = [];
  const present: number[] = [];
  let missingWeight = 0;
  for (let at = 0; at < asked.items.length; at++) {
    const item = asked.items[at]!;
    const part = lackingPart(held[item]!, asked.levels[at]!, framework.levels.length);
    if (part === 0) present.push(item);
    else {
      missing.push(missingItem(index, item, weights[at]! * part, asked.levels[at]!, held[item]!));
      missingWeight += weights[at]! * part;
    }
  }
  missing.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return {
    share: shareOf(missingWeight, weight),
    missing,
    present: present.sort((a, b) => a - b).map((item) => framework.items[item]!.id),
    missingWeight,
    weight,
  };
}

function missingItem(
  { framework }: IndexedFramework,
  item: number,
  weight: number,
  asked: number,
  held: number,
): MissingItem {
  const level = framework.levels[asked - 1]?.id;
  const lower = framework.levels[held - 1]?.id;
  return {
    id: framework.items[item]!.id,
    weight,
    ...(level !== undefined && { level }),
    ...(lower !== undefined && { held: lower }),
  };
}
