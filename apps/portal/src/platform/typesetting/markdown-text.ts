import { z } from 'zod';
import { localisedEasy } from '../i18n/localised.ts';
import { markdownFault } from './markdown.ts';

/** A text of several paragraphs in Markdown, for people; its author is told where it is beyond what is read as such. */
export function localisedMarkdown() {
  const { ja, en, easy } = localisedEasy('document').shape;
  return z.strictObject({
    ja: ja.check(judged),
    en: en.unwrap().check(judged).optional(),
    easy: easy.unwrap().check(judged).optional(),
  });
}

/** A wording as Markdown: refused with what is wrong in `params`. */
const judged = z.superRefine((source: string, ctx) => {
  const fault = markdownFault(source);
  if (fault) ctx.addIssue({ code: 'custom', params: { ja: fault.ja, en: fault.en } });
});
