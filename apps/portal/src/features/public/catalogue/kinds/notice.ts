import { z } from 'zod';
import { localisedEasy } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../../platform/publishing/kind.ts';
import { localisedMarkdown } from '../../../../platform/typesetting/markdown-text.ts';

const moment = z.iso.datetime({ offset: true }).max(40);

/** A path of this site, never of another host, or an address over TLS. */
const siteOrSecureAddress = /^(\/(?![/\\])|https:\/\/)\S*$/;

const noticeSchema = z
  .strictObject({
    level: field(z.enum(['urgent', 'ordinary']), { label: { ja: '重要さ', en: 'Level' } }),
    title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
    body: field(localisedMarkdown().optional(), { label: { ja: '本文', en: 'Body' }, markdown: true }),
    start: field(moment, { label: { ja: '掲載の始まり（日本時間）', en: 'Shown from (time in Japan)' } }),
    end: field(moment, { label: { ja: '掲載の終わり（日本時間）', en: 'Shown until (time in Japan)' } }),
    link: field(
      z
        .strictObject({
          /** A situation of 被害に遭ったら, a page of the site, or a record. */
          desk: z.string().max(100).optional(),
          page: z.string().max(100).optional(),
          record: z.string().max(100).optional(),
          /** What an editor enters; goes before the others. */
          address: field(z.string().regex(siteOrSecureAddress).max(500).optional(), {
            label: { ja: 'アドレス', en: 'Address' },
            help: {
              ja: 'このサイトの中（/help/phishing など）か、https:// で始まるもの。',
              en: 'Of this site, such as /help/phishing, or one that begins with https://.',
            },
          }),
        })
        .optional(),
      { label: { ja: '詳しく読む先', en: 'Where it leads' } },
    ),
    sample: z.boolean().optional(),
  })
  .refine(({ start, end }) => Date.parse(start) < Date.parse(end), {
    path: ['end'],
    params: {
      ja: '掲載の終わりは、始まりより後にしてください。',
      en: 'A notice ends after it begins.',
    },
  });

/** A notice (お知らせ) on the home page for as long as it holds. */
export const noticeKind = defineKind({
  name: 'notice',
  label: { ja: 'お知らせ', en: 'Notice' },
  listed: false,
  urgent: true,
  schema: noticeSchema,
});

export type Notice = DataOf<typeof noticeKind>;
