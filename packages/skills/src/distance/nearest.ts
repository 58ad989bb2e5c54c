import type { Framework, Wording } from '../framework.ts';
import { isRefusal, type Refusal, refuse } from '../refusal.ts';
import { type Ability, resolveAbility, roleNamed } from './ability.ts';
import { type IndexedFramework, indexOf } from './indexed-framework.ts';
import { addHeld, emptyLevels, type HeldLevels, lackingWeight, shareOf } from './measure.ts';

export interface NearRole {
  readonly role: string;
  readonly title: Wording;
  /** What is lacking for the role, as in a gap. */
  readonly share: number;
  readonly missingWeight: number;
}

export interface NearestOptions {
  /** Roles to name; else all. */
  readonly limit?: number;
  /** Only roles with at most this share lacking. */
  readonly maxGap?: number;
}

/**
 * The roles that somebody lacks least for, nearest first: where one could go from a role, not who could come to it,
 * since the gap there differs from the gap back. The role itself is not among them.
 */
export function nearest(
  framework: Framework,
  from: Ability,
  options: NearestOptions = {},
): readonly NearRole[] | Refusal {
  const { limit = framework.roles.length, maxGap = 1 } = options;
  if (!(limit >= 0)) return invalid('options.limit', limit);
  if (!(maxGap >= 0)) return invalid('options.maxGap', maxGap);
  const index = indexOf(framework);
  const held = resolveAbility(index, from, 'from');
  if (isRefusal(held)) return held;
  const itself = roleNamed(index, from)?.id;
  const levels = emptyLevels(index);
  addHeld(levels, held);
  return framework.roles
    .map((role, place) => ({ role: role.id, title: role.title, ...lacking(index, levels, place) }))
    .filter(({ role, share }) => role !== itself && share <= maxGap)
    .sort((a, b) => a.share - b.share || (a.role < b.role ? -1 : 1))
    .slice(0, limit);
}

function lacking(index: IndexedFramework, held: HeldLevels, role: number) {
  const asked = index.asked[role]!;
  const missingWeight = lackingWeight(asked, held, index.framework.levels.length);
  return { share: shareOf(missingWeight, asked.weight), missingWeight };
}

function invalid(field: string, value: unknown): Refusal {
  return refuse('invalid-option', field, value, {
    ja: `${field} には 0 以上の数を指定してください。`,
    en: `${field} takes a number from 0.`,
  });
}
