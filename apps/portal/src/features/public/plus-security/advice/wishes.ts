import { type Framework, type Gap, gap, isRefusal, type MissingItem } from '@kakehashi/skills';
import type { Answers } from './answers.ts';
import { abilities, contacts, decisions, type SkillAt } from './questions.ts';

/** Why a skill is asked: the role, or an answer. */
export type Reason =
  | { readonly type: 'work' }
  | { readonly type: 'decide'; readonly id: Answers['decide'][number] }
  | { readonly type: 'touch'; readonly id: Answers['touch'][number] };

/** A skill that somebody's work asks, at the highest level that one of the reasons does. */
export interface Wish extends SkillAt {
  readonly reasons: readonly Reason[];
}

/** A wish that is not fulfilled yet. */
export interface Lack extends Wish {
  /** Weight in the framework, for what is missing of it; 0 for what every role asks. */
  readonly weight: number;
  /** The lower level that is held. */
  readonly held?: string | undefined;
}

export function levelRank({ levels }: Pick<Framework, 'levels'>, level: string | undefined): number {
  return level === undefined ? levels.length : levels.findIndex(({ id }) => id === level) + 1;
}

/** What the role asks, and what else the decisions and things at work ask. */
export function wishesOf(
  framework: Framework,
  { work, decide, touch }: Pick<Answers, 'work' | 'decide' | 'touch'>,
): Wish[] {
  const wishes = new Map<string, { level: string; reasons: Reason[] }>();
  const highest = framework.levels.at(-1)?.id ?? '';
  const add = (id: string, level: string, reason: Reason) => {
    const known = wishes.get(id) ?? { level, reasons: [] };
    known.reasons.push(reason);
    if (levelRank(framework, level) > levelRank(framework, known.level)) known.level = level;
    wishes.set(id, known);
  };
  const role = framework.roles.find(({ id }) => id === work);
  for (const { item, level = highest } of role?.requires ?? []) add(item, level, { type: 'work' });
  for (const id of decide)
    for (const skill of decisions[id].skills) add(skill.id, skill.level, { type: 'decide', id });
  for (const id of touch)
    for (const skill of contacts[id].skills) add(skill.id, skill.level, { type: 'touch', id });
  const items = new Set(framework.items.map(({ id }) => id));
  return [...wishes].flatMap(([id, wish]) => (items.has(id) ? [{ id, ...wish }] : []));
}

/** How many of the answers ask for it, besides the role. */
export function answersAsking({ reasons }: Pick<Wish, 'reasons'>): number {
  return reasons.filter(({ type }) => type !== 'work').length;
}

/** What the answers show to be held already. */
export function heldOf({ can }: Pick<Answers, 'can'>): SkillAt[] {
  return can.flatMap((id) => abilities[id].skills);
}

/**
 * What is lacking, and the share of the whole. First what most answers ask for, then what weighs most; what every role
 * asks weighs nothing in the framework's measure and is the ground on which all else stands.
 */
export function lacksOf(
  framework: Framework,
  wishes: readonly Wish[],
  held: readonly SkillAt[],
): { lacks: Lack[]; measured: Gap | undefined } {
  const measured = gap(framework, held, wishes);
  if (isRefusal(measured)) return { lacks: [], measured: undefined };
  const missing = new Map<string, MissingItem>(measured.missing.map((item) => [item.id, item]));
  const lacks = wishes
    .flatMap((wish): Lack[] => {
      const item = missing.get(wish.id);
      return item ? [{ ...wish, weight: item.weight, held: item.held }] : [];
    })
    .sort(
      (one, other) =>
        answersAsking(other) - answersAsking(one) ||
        other.weight - one.weight ||
        (one.id < other.id ? -1 : 1),
    );
  return { lacks, measured };
}
