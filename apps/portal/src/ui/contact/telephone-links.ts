import { raw } from 'hono/utils/html';
import { telephoneHref } from '../../platform/contact/contact.ts';
import { escapeHtml, type Markup } from '../text/ruby.ts';

/**
 * Short numbers in a text. Quantities (188件, 110 people) do not count, nor does the end of a name such as
 * みんなの人権110番, whose number is different.
 */
const shortNumber =
  /(?<![\w#&.,\p{Script=Han}\p{Script=Katakana}ー-])(?:#9110|#8103|110|119|188|189)(?![\w-]|[.,]\d|\s*(?:件|個|人|円|年|名|社|校|回|本|歳|ページ|people|yen|cases))/u;
/** With hyphens: 03-5978-7509, 0120-007-110. */
const longNumber = /(?<![\w#&.-])0\d{1,4}-\d{1,4}-\d{3,5}(?![\w-])/u;
const numbers = new RegExp(`${longNumber.source}|${shortNumber.source}`, 'gu');

const tagOrText = /(<[^>]*>)|([^<]+)/g;

/** Turns each telephone number in a text into a link. Do not use inside a link. */
export function linkTelephones(markup: Markup): Markup {
  if (!/\d{3}/.test(String(markup))) return markup;
  const html =
    typeof markup === 'string' && !('isEscaped' in Object(markup)) ? escapeHtml(markup) : String(markup);
  let linkDepth = 0;
  let isReading = false;
  /** The preceding character: tags and readings do not separate words. */
  let before = '';
  return raw(
    html.replace(tagOrText, (piece, tag?: string) => {
      if (tag !== undefined) {
        if (/^<a[\s>]/i.test(tag)) linkDepth += 1;
        else if (/^<\/a\s*>/i.test(tag)) linkDepth -= 1;
        else if (/^<r[tp][\s>]/i.test(tag)) isReading = true;
        else if (/^<\/r[tp]\s*>/i.test(tag)) isReading = false;
        else if (/^<\/?(?:p|li|br|h\d|td|div)\b/i.test(tag)) before = '';
        return tag;
      }
      if (isReading) return piece;
      const written = linkDepth > 0 ? piece : linkNumbers(piece, before);
      before = piece.slice(-1);
      return written;
    }),
  );
}

function linkNumbers(text: string, before: string): string {
  return (before + text)
    .replace(numbers, (number, offset: number) =>
      offset < before.length ? number : `<a href="${telephoneHref(number)}">${number}</a>`,
    )
    .slice(before.length);
}
