import { fold } from '@kakehashi/search';
import { z } from 'zod';
import { field } from '../publishing/field.ts';
import { defineKind } from '../publishing/kind.ts';

const longestWord = 60;
const maxWords = 50;
const maxGroups = 3_000;

const word = z.string().trim().min(1).max(longestWord);

const group = z
  .strictObject({
    words: field(z.array(word).min(1).max(maxWords), {
      label: { ja: '同じ意味の言葉', en: 'Words that mean the same' },
      help: { ja: '1行に1つ。', en: 'One a line.' },
    }),
    /** Words that the group finds but that do not find the group. */
    alsoFinds: field(z.array(word).max(maxWords).optional(), {
      label: { ja: 'あわせて見つける広い言葉', en: 'Wider words that are found too' },
      help: {
        ja: '1行に1つ。この言葉を探しても、上の言葉は見つかりません。',
        en: 'One a line. Whoever looks for these does not find the words above.',
      },
    }),
    note: field(z.string().trim().max(500).optional(), { label: { ja: '編集者のメモ', en: 'Note' } }),
  })
  .superRefine(({ words, alsoFinds = [] }, ctx) => {
    const spellings = new Set([...words, ...alsoFinds].map(fold));
    const refuse = (ja: string, en: string) =>
      ctx.addIssue({ code: 'custom', path: ['words'], params: { ja, en } });
    if (spellings.has(''))
      refuse('記号だけの言葉は使えません。', 'A word of nothing but signs cannot be searched.');
    else if (spellings.size < 2)
      refuse(
        '違う言葉を2つ以上入れてください（全角と半角、ひらがなとカタカナは同じ言葉です）。',
        'A group needs at least two words; width and kana make no difference.',
      );
  });

/** Synonym groups; one record holds all. */
export const synonymsKind = defineKind({
  name: 'synonyms',
  label: { ja: '同義語', en: 'Synonyms' },
  listed: false,
  schema: z.strictObject({
    groups: field(z.array(group).max(maxGroups), { label: { ja: '組', en: 'Groups' } }),
  }),
});

export type SynonymsData = z.output<typeof synonymsKind.schema>;
