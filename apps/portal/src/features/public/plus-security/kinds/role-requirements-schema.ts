import { z } from 'zod';
import { localised } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { kakehashi } from '../skills.ts';
import { idsOf } from './skill-wording-schema.ts';

const skillIds = (ja: string, en: string) =>
  field(z.array(idsOf(kakehashi.items)).max(120).optional(), { label: { ja, en }, vocabulary: 'skill' });

/** How editors word a role of the compact framework, and what they ask of it. */
export const roleRequirementsSchema = z
  .strictObject({
    role: field(idsOf(kakehashi.roles), {
      label: { ja: '役割', en: 'Role' },
      help: {
        ja: '識別子は変わりません。書かなかった項目は、元のことばのままです。',
        en: 'Its identifier stays. What is left empty keeps its original words.',
      },
      vocabulary: 'role',
    }),
    title: field(localised('name'), { label: { ja: '名前', en: 'Name' } }),
    text: field(localised('sentence').optional(), { label: { ja: '説明', en: 'Description' } }),
    knows: skillIds('知っていること', 'Knows'),
    withHelp: skillIds('助けを得てできること', 'Does with help'),
    alone: skillIds('一人でできること', 'Does alone'),
    leads: skillIds('教え、仕組みにすること', 'Teaches and builds in'),
  })
  .refine(
    ({ knows = [], withHelp = [], alone = [], leads = [] }) => {
      const all = [...knows, ...withHelp, ...alone, ...leads];
      return new Set(all).size === all.length;
    },
    {
      path: ['alone'],
      params: {
        ja: '同じスキルが2つのレベルにあります。どちらか1つにしてください。',
        en: 'A skill stands at two levels. Keep one of them.',
      },
    },
  );

export type RoleRequirements = z.output<typeof roleRequirementsSchema>;
