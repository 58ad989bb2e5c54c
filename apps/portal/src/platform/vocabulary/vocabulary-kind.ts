import { z } from 'zod';
import { defineKind } from '../publishing/kind.ts';

const text = z.string().trim().min(1);

const term = z.strictObject({
  ja: text,
  en: text,
  easy: text.optional(),
  note: z.strictObject({ ja: text, en: text }).optional(),
});

const terms = z.record(z.string(), term);

/** The words of the facets, in the order in which they are shown; editors change them like any record. */
export const vocabularyKind = defineKind({
  name: 'vocabulary',
  label: { ja: '用語', en: 'Vocabulary' },
  listed: false,
  schema: z.strictObject({
    facet: terms,
    purpose: terms,
    age: terms,
    affiliation: terms,
    category: terms,
    region: terms,
    regionGroup: z.record(z.string(), term.extend({ members: z.array(z.string()) })),
    cost: terms,
    format: terms,
    status: terms,
    addressSeen: terms,
  }),
});

export type VocabularyData = z.output<typeof vocabularyKind.schema>;
