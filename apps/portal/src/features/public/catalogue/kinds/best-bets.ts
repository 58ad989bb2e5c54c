import { z } from 'zod';
import { longestQuery } from '../../../../platform/collections/query.ts';
import { localisedEasy } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';

const moment = z.iso.datetime({ offset: true }).max(40);
/** A path of this site, never of another host. */
const sitePath = z
  .string()
  .trim()
  .max(500)
  .regex(/^\/(?![/\\])\S*$/);

const bet = z
  .strictObject({
    queries: field(z.array(z.string().trim().min(1).max(longestQuery)).min(1).max(50), {
      label: { ja: '検索のことば', en: 'Queries' },
      help: {
        ja: '1行に1つ。全角と半角、ひらがなとカタカナ、長音の違いは同じとみなします。',
        en: 'One a line. Width, case, kana and long marks make no difference.',
      },
    }),
    address: field(sitePath, {
      label: { ja: '出すページ', en: 'Page to show' },
      help: {
        ja: 'このサイトの中のアドレス（/help/phishing や /initiatives/cyder など）。',
        en: 'An address of this site, such as /help/phishing or /initiatives/cyder.',
      },
    }),
    title: field(localisedEasy('name').optional(), {
      label: { ja: '題', en: 'Title' },
      help: { ja: '空なら、ページの題。', en: 'If empty, the title of the page.' },
    }),
    reason: field(localisedEasy('sentence').optional(), { label: { ja: 'ひとこと', en: 'In a few words' } }),
    start: field(moment, { label: { ja: '始まり（日本時間）', en: 'Shown from (time in Japan)' } }),
    end: field(moment, { label: { ja: '終わり（日本時間）', en: 'Shown until (time in Japan)' } }),
  })
  .refine(({ start, end }) => Date.parse(start) < Date.parse(end), {
    path: ['end'],
    params: { ja: '終わりは、始まりより後にしてください。', en: 'The end comes after the beginning.' },
  });

/** Editors' picks, shown above the results of their queries for a time. One record holds all. */
export const bestBetsKind = defineKind({
  name: 'best-bets',
  label: { ja: '検索のおすすめ', en: 'Editors’ picks in search' },
  listed: false,
  schema: z.strictObject({
    bets: field(z.array(bet).max(300), { label: { ja: 'おすすめ', en: 'Picks' } }),
  }),
});

export type BestBet = DataOf<typeof bestBetsKind>['bets'][number];
