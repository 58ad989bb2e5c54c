import { z } from 'zod';
import { localisedEasy } from '../../../../platform/i18n/localised.ts';
import { field } from '../../../../platform/publishing/field.ts';
import { defineKind } from '../../../../platform/publishing/kind.ts';
import { localisedMarkdown } from '../../../../platform/typesetting/markdown-text.ts';

/** A page about the site: about, accessibility, terms, privacy. */
export const sitePageKind = defineKind({
  name: 'page',
  label: { ja: 'サイトの案内', en: 'Page of the site' },
  listed: false,
  pagePath: (id) => `/${id}`,
  schema: z.strictObject({
    title: field(localisedEasy('name'), { label: { ja: '題', en: 'Title' } }),
    asked: field(z.array(z.string().trim().min(1).max(60)).max(60).optional(), {
      label: { ja: '探す人のことば', en: 'Words that people type' },
      help: { ja: '1行に1つ。ページには出ません。', en: 'One a line; not shown on the page.' },
    }),
    body: field(localisedMarkdown(), { label: { ja: '本文', en: 'Body' }, markdown: true }),
  }),
});
