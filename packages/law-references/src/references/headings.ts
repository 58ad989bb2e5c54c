import { readNumber } from '../text/numerals.ts';
import type { Place } from './place.ts';
import { readNumbered } from './read-phrase.ts';

/** The longest heading looked at. */
const longest = 40;

/**
 * A heading at the beginning of a line, as statutes are set: 「第二条の二　」, 「２　」, 「三　」, 「附　則」. It says where
 * what follows stands, and is no reference.
 */
export function readHeading(
  text: string,
  at: number,
  here: Place,
): { place: Place; end: number } | undefined {
  const line = text.slice(at, at + longest);
  const supplement = /^[ 　]*附[ 　]*則[ 　]*(?:\(|\n|$)/.exec(line);
  if (supplement !== null && at + supplement[0].length <= text.length && !/^[ 　]*附則\(/.test(line)) {
    return { place: { law: here.law, supplementary: true }, end: at + supplement[0].trimEnd().length };
  }
  if (line[0] === '第') {
    const article = readNumbered(text, at, '条', true);
    if (article === undefined || article.value.by !== 'number' || text[article.end] !== '　')
      return undefined;
    return {
      place: { law: here.law, supplementary: here.supplementary, article: article.value.value, paragraph: 1 },
      end: article.end + 1,
    };
  }
  const listed = /^ {2}(\d{1,3})\. /.exec(line);
  if (listed !== null)
    return { place: { ...here, item: listed[1], subitem: undefined }, end: at + listed[0].length };
  const number = readNumber(text, at);
  if (number === undefined) return undefined;
  const branch = text[number.end] === 'の' ? readNumber(text, number.end + 1) : undefined;
  const end = branch?.end ?? number.end;
  if (text[end] !== '　') return undefined;
  if (/\d/.test(line[0] ?? '')) {
    return { place: { ...here, paragraph: number.value, item: undefined, subitem: undefined }, end: end + 1 };
  }
  const item = branch === undefined ? String(number.value) : `${number.value}_${branch.value}`;
  return { place: { ...here, item, subitem: undefined }, end: end + 1 };
}

/** Whether an article's text has a paragraph a line, without their numbers, as some data sets give it. */
export const hasParagraphLines = (text: string): boolean =>
  /\n(?![\s\d一二三四五六七八九十])\S/.test(text) && !/(?:^|\n)\d{1,3}　/.test(text);
