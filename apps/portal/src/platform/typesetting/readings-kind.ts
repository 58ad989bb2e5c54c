import { z } from 'zod';
import { field } from '../publishing/field.ts';
import { defineKind } from '../publishing/kind.ts';

/** Readings of words that the dictionary gets wrong; one record holds all. */
export const readingsKind = defineKind({
  name: 'readings',
  label: { ja: '読みがな', en: 'Readings (furigana)' },
  listed: false,
  schema: z.strictObject({
    words: field(
      z.record(
        z.string().min(1).max(40),
        z
          .string()
          .max(80)
          .regex(/^[\p{Script=Hiragana}ー・]+$/u),
      ),
      {
        label: { ja: '言葉と読みがな', en: 'Words and their readings' },
        help: {
          ja: '辞書が読みまちがえる言葉だけ。長い言葉が先に当てはまります。',
          en: 'Only words that the dictionary misreads; of two that fit, the longer one holds.',
        },
      },
    ),
  }),
});
