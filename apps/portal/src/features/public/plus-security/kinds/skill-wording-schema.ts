import { z } from 'zod';
import { localised } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { kakehashi } from '../skills.ts';

/** Ids of a framework's parts as a closed choice: they are the package's and stay. */
export const idsOf = (parts: readonly { readonly id: string }[]) =>
  z.enum(parts.map(({ id }) => id) as [string, ...string[]]);

const levelWording = (ja: string, en: string) =>
  field(localised('sentence').optional(), { label: { ja, en } });

/** How editors word a skill of the compact framework where the package's own words do not serve. */
export const skillWordingSchema = z.strictObject({
  skill: field(idsOf(kakehashi.items), {
    label: { ja: 'スキル', en: 'Skill' },
    help: {
      ja: '識別子は変わりません。書かなかった項目は、元のことばのままです。',
      en: 'Its identifier stays. What is left empty keeps its original words.',
    },
    vocabulary: 'skill',
  }),
  title: field(localised('name'), { label: { ja: '名前', en: 'Name' } }),
  text: field(localised('sentence').optional(), {
    label: { ja: '意味', en: 'Meaning' },
    help: {
      ja: 'このスキルがある人がすること。専門用語を使わずに。',
      en: 'What somebody with this skill does, in plain words.',
    },
  }),
  levels: field(
    z
      .strictObject({
        knows: levelWording('知っている', 'Knows'),
        withHelp: levelWording('助けを得てできる', 'Does it with help'),
        alone: levelWording('一人でできる', 'Does it alone'),
        leads: levelWording('教え、仕組みにする', 'Teaches it and builds it in'),
      })
      .optional(),
    { label: { ja: 'レベルごとにすること', en: 'What one does at each level' } },
  ),
});

export type SkillWording = z.output<typeof skillWordingSchema>;
