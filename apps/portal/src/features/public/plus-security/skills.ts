import { type Framework, loadFramework, wordingIn } from '@kakehashi/skills';
import type { Label } from '../../../platform/i18n/localised.ts';

/** The compact set of skills and roles that programmes are coded to. */
export const kakehashi: Framework = await loadFramework('kakehashi');

/** Each skill by its id, in the order of the framework's areas. */
export const skillWords: Readonly<Record<string, Label>> = Object.fromEntries(
  kakehashi.items.map(({ id, title }) => [
    id,
    { ja: wordingIn(title, 'ja') ?? id, en: wordingIn(title, 'en') ?? id },
  ]),
);

/** Levels of ability, lowest first: what one does with a skill after a programme. */
const abilityLevels = [1, 2, 3, 4] as const;
export type AbilityLevel = (typeof abilityLevels)[number];

/** A skill as somebody has it after a programme. */
export interface ReachedSkill {
  /** Of the `kakehashi` framework. */
  id: string;
  level: AbilityLevel;
}
