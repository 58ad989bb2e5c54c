import { z } from 'zod';
import { defineKind } from '../publishing/kind.ts';

const word = z.string().trim().min(1);

/** Words that mean the same; one record holds all. */
export const synonymsKind = defineKind({
  name: 'synonyms',
  label: { ja: '同義語', en: 'Synonyms' },
  listed: false,
  schema: z.strictObject({
    groups: z.array(
      z.strictObject({
        words: z.array(word).min(1),
        /** Words that the group finds, but that do not find the group in turn. */
        alsoFinds: z.array(word).optional(),
        note: z.string().optional(),
      }),
    ),
  }),
});

export type SynonymsData = z.output<typeof synonymsKind.schema>;
