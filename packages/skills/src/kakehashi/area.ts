import type { Wording } from '../framework.ts';

/** One of the areas that the skills are sorted by, as it is written down. */
export interface Area {
  readonly id: string;
  readonly title: Required<Wording>;
  readonly skills: readonly AreaSkill[];
}

export interface AreaSkill {
  readonly id: string;
  readonly title: Required<Wording>;
  readonly text: Required<Wording>;
  /** What one does at each of the four levels, lowest first. */
  readonly levels?: readonly Required<Wording>[];
  /** `near nice K0675, wider ecsf S0006`: the skill here is wider than the one there. */
  readonly matches: string;
}

type Pair = readonly [ja: string, en: string];

/** A skill: names, what it is, matches elsewhere and, for those needed most, the four levels. */
export function skill(
  id: string,
  [ja, en]: Pair,
  [textJa, textEn]: Pair,
  matches: string,
  levels?: readonly [Pair, Pair, Pair, Pair],
): AreaSkill {
  return {
    id,
    title: { ja, en },
    text: { ja: textJa, en: textEn },
    matches,
    ...(levels && { levels: levels.map(([levelJa, levelEn]) => ({ ja: levelJa, en: levelEn })) }),
  };
}
