import { z } from 'zod';
import { defineKind } from '../publishing/kind.ts';

/** Words whose reading the dictionary gets wrong; one record holds all. */
export const readingsKind = defineKind({
  name: 'readings',
  label: { ja: '読みがな', en: 'Readings' },
  listed: false,
  schema: z.strictObject({
    words: z.record(z.string().min(1), z.string().regex(/^[\p{Script=Hiragana}ー・]+$/u)),
  }),
});
