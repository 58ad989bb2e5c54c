import { z } from 'zod';
import { localisedEasy } from '../../../platform/i18n/localised.ts';
import { field } from '../../../platform/publishing/field.ts';
import { type DataOf, defineKind } from '../../../platform/publishing/kind.ts';

const moment = z.iso.datetime({ offset: true });

/** A notice (お知らせ) on the home page for as long as it holds. */
export const noticeKind = defineKind({
  name: 'notice',
  label: { ja: 'お知らせ', en: 'Notice' },
  listed: false,
  schema: z.strictObject({
    level: field(z.enum(['urgent', 'ordinary']), { label: { ja: '重要さ', en: 'Level' } }),
    title: field(localisedEasy, { label: { ja: '題', en: 'Title' } }),
    body: field(localisedEasy.optional(), { label: { ja: '本文', en: 'Body' }, markdown: true }),
    start: field(moment, { label: { ja: '掲載の始まり', en: 'Shown from' } }),
    end: field(moment, { label: { ja: '掲載の終わり', en: 'Shown until' } }),
    link: field(
      z
        .strictObject({
          /** A situation of 被害に遭ったら, a page of the site, or a record. */
          desk: z.string().optional(),
          page: z.string().optional(),
          record: z.string().optional(),
        })
        .optional(),
      { label: { ja: '詳しく読む先', en: 'Where it leads' } },
    ),
    sample: z.boolean().optional(),
  }),
});

export type Notice = DataOf<typeof noticeKind>;
