import { z } from 'zod';
import { longestQuery } from '../../../../platform/collections/query.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';

const addresses = () => z.array(z.string().trim().min(1).max(200)).max(20).optional();

const searchCase = z
  .strictObject({
    queries: field(z.array(z.string().trim().min(1).max(longestQuery)).min(1).max(50), {
      label: { ja: '検索のことば', en: 'Queries' },
      help: { ja: '1行に1つ。書き方の違いも並べます。', en: 'One a line, with other spellings.' },
    }),
    language: field(z.enum(['ja', 'en']).optional(), {
      label: { ja: 'ページの言語', en: 'Language of the page' },
    }),
    any: field(addresses(), {
      label: { ja: 'どれか1つが3番目までにあるもの', en: 'One of these among the first three' },
      help: {
        ja: 'アドレス（/help/phishing など）。1行に1つ。',
        en: 'Addresses, such as /help/phishing, one a line.',
      },
    }),
    all: field(addresses(), {
      label: { ja: 'すべてが3番目までにあるもの', en: 'Each of these among the first three' },
    }),
    nothing: field(z.boolean().optional(), {
      label: { ja: '「ありません」と言うのが正しい', en: 'Right is to say that there is nothing' },
    }),
    knownMiss: field(z.boolean().optional(), {
      label: { ja: 'まだ見つからないと分かっている', en: 'Known not to be found yet' },
      help: {
        ja: '確認表に残り、合わなくても誤りとは数えません。',
        en: 'Stays in the table and is printed, but does not count as failed.',
      },
    }),
  })
  .refine(({ any, all, nothing }) => nothing === true || Boolean(any?.length || all?.length), {
    path: ['any'],
    params: {
      ja: '見つかるはずのものか、「ありません」のどちらかを入れてください。',
      en: 'Name what should be found, or that there is nothing.',
    },
  });

const group = z.strictObject({
  name: field(z.string().trim().min(1).max(120), { label: { ja: '見出し', en: 'Heading' } }),
  cases: field(z.array(searchCase).min(1).max(300), { label: { ja: '検索', en: 'Searches' } }),
});

/** What searches of the site should find: checked by `kakehashi search-cases` and shown to editors. */
export const searchCasesKind = defineKind({
  name: 'search-cases',
  label: { ja: '検索の確認表', en: 'Search checks' },
  listed: false,
  schema: z.strictObject({
    groups: field(z.array(group).max(60), { label: { ja: 'まとまり', en: 'Groups' } }),
  }),
});

export type SearchCase = DataOf<typeof searchCasesKind>['groups'][number]['cases'][number];
