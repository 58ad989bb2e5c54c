import { z } from 'zod';
import { closedValue } from '../../../../platform/collections/facet.ts';
import { localised, localisedEasy } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type ClosedTerms, defineKind } from '../../../../platform/publishing/kind.ts';
import { localisedMarkdown } from '../../../../platform/typesetting/markdown-text.ts';
import { advicePaths } from '../advice-paths.ts';
import { people } from '../facets.ts';
import { kakehashi } from '../skills.ts';
import { roleTerms } from './framework-edits.ts';
import { idsOf } from './skill-wording-schema.ts';

/** The levels of the compact framework with the package's own words, for forms. */
const levelTerms = {
  label: { ja: 'レベル', en: 'Level' },
  values: Object.fromEntries(
    kakehashi.levels.map(({ id, title }) => [id, { ja: title.ja ?? id, en: title.en ?? id }]),
  ),
} satisfies ClosedTerms;

const step = z.strictObject({
  title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
  body: field(localisedMarkdown(), {
    label: { ja: '説明', en: 'Text' },
    help: { ja: '何を、なぜ、どの順に学ぶか。', en: 'What to learn, why, and in which order.' },
    markdown: true,
  }),
  skills: field(z.array(idsOf(kakehashi.items)).min(1).max(30), {
    label: { ja: 'この段階で足すスキル', en: 'Skills that this step adds' },
    vocabulary: 'skill',
  }),
  level: field(idsOf(kakehashi.levels), {
    label: { ja: 'どこまで', en: 'How far' },
    vocabulary: 'ability-level',
  }),
});

/** A way to learn for people of one sort, step by step, in the editors' words. */
export const learningRouteKind = defineKind({
  name: 'learning-route',
  label: { ja: '学びの道すじ', en: 'Learning route' },
  listed: true,
  pagePath: advicePaths.route,
  card: { title: 'title', summary: 'summary' },
  terms: { role: roleTerms, 'ability-level': levelTerms },
  schema: z.strictObject({
    title: field(localised('name'), { label: { ja: '題', en: 'Title' }, search: 'title', export: 'title' }),
    summary: field(localisedEasy('sentence'), {
      label: { ja: '一文の説明', en: 'In one sentence' },
      search: 'summary',
      export: 'summary',
    }),
    people: field(z.array(closedValue(people)).min(1).max(6), {
      label: people.label,
      facet: people.name,
    }),
    role: field(idsOf(kakehashi.roles), {
      label: { ja: 'めざす役割', en: 'Role it leads to' },
      help: {
        ja: '足りないスキルの割合は、この役割に照らして数えます。',
        en: 'What is lacking is counted by this role.',
      },
      vocabulary: 'role',
    }),
    from: field(idsOf(kakehashi.roles).optional(), {
      label: { ja: 'いまの役割', en: 'Role it begins at' },
      help: { ja: 'まったくの初めからなら空に。', en: 'Empty where nothing is held yet.' },
      vocabulary: 'role',
    }),
    intro: field(localisedMarkdown(), {
      label: { ja: '前書き', en: 'Introduction' },
      search: 'body',
      markdown: true,
    }),
    steps: field(z.array(step).min(1).max(8), { label: { ja: '段階', en: 'Steps' } }),
    sample: z.boolean().optional(),
  }),
});
