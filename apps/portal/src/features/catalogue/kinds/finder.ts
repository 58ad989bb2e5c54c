import { z } from 'zod';
import { localisedEasy } from '../../../platform/i18n/localised.ts';
import { field } from '../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../platform/publishing/kind.ts';

const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const values = z.array(z.string()).min(1);

const answer = z.strictObject({
  id,
  label: localisedEasy,
  /** Facet values that the answer asks for; those of one facet are alternatives. */
  sets: z.strictObject({
    purpose: values.optional(),
    age: values.optional(),
    affiliation: values.optional(),
    category: values.optional(),
    format: values.optional(),
    cost: values.optional(),
  }),
  /** Why a record that has these values is proposed; absent where the answer asks for nothing. */
  reason: localisedEasy.optional(),
});

const question = z.strictObject({
  id,
  title: localisedEasy,
  /** Asked only after one of these answers to these questions; absent: always. */
  when: z.record(z.string(), z.array(z.string()).min(1)).optional(),
  answers: z.array(answer).min(2),
});

/** あなたに合う取組を探す: a few questions that lead to a short list. One record holds all. */
export const finderKind = defineKind({
  name: 'finder',
  label: { ja: 'あなたに合う取組を探す', en: 'Find what fits you' },
  listed: false,
  schema: z.strictObject({
    title: field(localisedEasy, { label: { ja: '題', en: 'Title' } }),
    lead: field(localisedEasy, { label: { ja: 'リード', en: 'Lead' } }),
    questions: field(z.array(question).min(1), { label: { ja: '質問', en: 'Questions' } }),
  }),
});

export type Finder = DataOf<typeof finderKind>;
export type FinderQuestion = Finder['questions'][number];
export type FinderAnswer = FinderQuestion['answers'][number];
