import { z } from 'zod';
import { localisedEasy } from '../i18n/localised.ts';
import { markdownFault } from './markdown.ts';

/** Schema of a Markdown text; the author gets an error if it exceeds the Markdown bounds. */
export function localisedMarkdown() {
  const { ja, en, easy } = localisedEasy('document').shape;
  return z.strictObject({
    ja: ja.check(judged),
    en: en.unwrap().check(judged).optional(),
    easy: easy.unwrap().check(judged).optional(),
  });
}

/** A Markdown wording; the error's message is in `params`. */
const judged = z.superRefine((source: string, ctx) => {
  const fault = markdownFault(source);
  if (fault) ctx.addIssue({ code: 'custom', params: { ja: fault.ja, en: fault.en } });
});
