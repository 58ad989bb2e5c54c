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
    body: field(localisedMarkdown(), { label: { ja: '本文', en: 'Body' }, markdown: true }),
  }),
});
