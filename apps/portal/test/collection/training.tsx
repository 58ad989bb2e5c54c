import { z } from 'zod';
import { defineCollection, sortByField, sorts } from '../../src/platform/collections/collection.ts';
import { closedValue, defineFacet } from '../../src/platform/collections/facet.ts';
import { cost } from '../../src/platform/collections/shared-facets.ts';
import { defineFeature } from '../../src/platform/feature.ts';
import { localised, localisedEasy } from '../../src/platform/i18n/localised.ts';
import { field } from '../../src/platform/publishing/field.ts';
import { dataOf, defineKind } from '../../src/platform/publishing/kind.ts';
import { Shell } from '../../src/ui/shell/shell.tsx';
import { phrasebook } from '../../src/ui/text/phrasebook.ts';

const difficulty = defineFacet({
  name: 'difficulty',
  label: { ja: '難しさ', en: 'Level' },
  meaning: { ja: '難しさ', en: 'How hard it is' },
  values: {
    first: { ja: '入門', en: 'First steps' },
    advanced: { ja: '応用', en: 'Advanced' },
  },
  several: false,
  open: true,
  asWord: true,
  column: {
    name: 'difficulty',
    label: { ja: '難しさ', en: 'Level' },
    meaning: { ja: '難しさのことば。', en: 'Its difficulty, in a word.' },
    example: '入門',
  },
});

const phase = defineFacet({
  name: 'phase',
  label: { ja: '局面', en: 'Phase' },
  meaning: { ja: 'どの局面のための演習か', en: 'Phase of an incident that it trains for' },
  values: {
    prepare: { ja: '備え', en: 'Preparation' },
    contain: { ja: '封じ込め', en: 'Containment' },
    recover: { ja: '復旧', en: 'Recovery' },
  },
  several: true,
  column: {
    name: 'phases',
    label: { ja: '局面', en: 'Phases' },
    meaning: { ja: '局面の値。', en: 'Phase values.' },
    example: 'contain;recover',
  },
});

/** Its values are words of the vocabulary, which editors add. */
const topic = defineFacet({
  name: 'topic',
  label: { ja: '題材', en: 'Topic' },
  meaning: { ja: '題材', en: 'What it is about' },
  several: true,
  column: {
    name: 'topics',
    label: { ja: '題材', en: 'Topics' },
    meaning: { ja: '題材の値。', en: 'Topic values.' },
    example: 'supply-chain',
  },
});

const trainingKind = defineKind({
  name: 'training',
  label: { ja: '演習', en: 'Training' },
  listed: true,
  pagePath: (id) => `/trainings/${id}`,
  card: { title: 'title', summary: 'summary' },
  schema: z.strictObject({
    title: field(localised('name'), { label: { ja: '名前', en: 'Name' }, search: 'title' }),
    summary: field(localisedEasy('sentence'), {
      label: { ja: '一文の説明', en: 'In one sentence' },
      search: 'summary',
    }),
    difficulty: field(closedValue(difficulty), { label: difficulty.label, facet: difficulty.name }),
    phases: field(z.array(closedValue(phase)).min(1).max(3), { label: phase.label, facet: phase.name }),
    topics: field(z.array(z.string().max(60)).max(5).optional(), { label: topic.label, facet: topic.name }),
    cost: field(z.string().max(60), { label: { ja: '費用', en: 'Cost' }, facet: cost.name }),
    startsOn: field(z.iso.date(), { label: { ja: '開催日', en: 'Day' }, export: 'startsOn' }),
    hours: field(z.number().int().min(1).max(100).optional(), {
      label: { ja: '時間数', en: 'Hours' },
      export: 'hours',
    }),
  }),
});

const trainings = defineCollection({
  name: 'trainings',
  path: '/trainings',
  label: { ja: '演習', en: 'trainings', one: 'training' },
  kinds: [trainingKind],
  facets: [difficulty, phase, cost, topic],
  sorts: [
    sorts.relevance,
    sorts.newest,
    sortByField('start', 'startsOn', { ja: '開催日の早い順', en: 'Earliest' }, 'ascending'),
  ],
  card: { kicker: 'difficulty', facts: ['phase', 'cost'] },
  words: {
    ja: {
      heading: '｜演習《えんしゅう》をさがす',
      description: '事故に備える演習を探します。',
      relaxed: 'すべてのことばを｜含《ふく》む｜演習《えんしゅう》はありませんでした。',
      emptyHeading: '｜合《あ》う｜演習《えんしゅう》がありません',
      emptyLead: '｜条件《じょうけん》を｜外《はず》してみてください。',
      feed: '架け橋 — 新しい演習',
    },
    en: {
      heading: 'Find a training',
      description: 'Find trainings for incidents.',
      relaxed: 'No training has all of your words.',
      emptyHeading: 'No training fits',
      emptyLead: 'Fewer filters may help.',
      feed: 'Kakehashi — new trainings',
    },
  },
});

const pageText = phrasebook({ ja: { day: '開催日' }, en: { day: 'Day' } });

/** A capability that is no more than the declaration of a public kind, its page and its words. */
export const trainingFeature = defineFeature({
  name: 'trainings',
  position: 300,
  kinds: [trainingKind],
  collections: [trainings],
  create: ({ model }) => ({
    services: undefined,
    routes: {
      pages(routes) {
        routes.shared('/trainings/:id', (c, ctx) => {
          const record = model.get(c.req.param('id') ?? '');
          if (record?.kind !== trainingKind.name) return undefined;
          const { title, startsOn } = dataOf(trainingKind, record);
          return (
            <Shell ctx={ctx} title={title[ctx.language] ?? title.ja} description={title.ja}>
              <h1>{title[ctx.language] ?? title.ja}</h1>
              <p>
                {pageText(ctx).text.day} {startsOn}
              </p>
            </Shell>
          );
        });
      },
    },
  }),
});
