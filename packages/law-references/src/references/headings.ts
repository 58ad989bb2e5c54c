import { readLawNumber } from '../statutes/law-number.ts';
import { statuteByNumber } from '../statutes/statutes.ts';
import { readNumber } from '../text/numerals.ts';
import type { Place } from './place.ts';
import { readNumbered } from './read-phrase.ts';

/** The longest heading looked at. */
const longest = 40;

/**
 * A heading at the beginning of a line, as statutes are set: 「第二条の二　」, 「２　」, 「三　」, 「附　則」. It says where
 * the text after it is, and is not a reference.
 */
export function readHeading(text: string, at: number, here: Place): Heading | undefined {
  const line = text.slice(at, at + longest);
  const indent = /^[ 　]*/.exec(line)?.[0].length ?? 0;
  return (
    supplementHeading(text, at, line, here) ??
    (line[0] === '第' ? articleHeading(text, at, here) : undefined) ??
    listHeading(line, at, here) ??
    numberHeading(text, at + indent, indent === 0, here)
  );
}

interface Heading {
  place: Place;
  end: number;
}

/** 「附　則」, and 「附　則　（平成一八年六月一四日法律第六六号）　抄」, in which この法律 is the amending one. */
function supplementHeading(text: string, at: number, line: string, here: Place): Heading | undefined {
  const label = /^[ 　]*附[ 　]*則[ 　]*(?=\(|\n|$)/.exec(line)?.[0];
  if (label === undefined || (/[^\n]/.test(line[label.length] ?? '\n') && !/附[ 　]+則/.test(label)))
    return undefined;
  const end = at + label.length;
  const amending = text[end] === '(' ? readLawNumber(text, end + 1) : undefined;
  if (amending === undefined) return { place: { law: here.law, supplementary: true }, end };
  const law = statuteByNumber(amending.key) ?? { title: amending.text, number: amending.text };
  return { place: { law, supplementary: true }, end: amending.end };
}

function articleHeading(text: string, at: number, here: Place): Heading | undefined {
  const article = readNumbered(text, at, '条', true);
  if (article === undefined || article.value.by !== 'number') return undefined;
  const several = /^から第[^　\n]{1,16}条(?:の[^　\n]{1,8})?まで(?=　)/.exec(
    text.slice(article.end, article.end + longest),
  );
  if (several !== null) {
    const end = article.end + several[0].length + 1;
    return { place: { law: here.law, supplementary: here.supplementary, article: article.value.value }, end };
  }
  const isKanji = /[一二三四五六七八九十百千]/.test(text[at + 1] ?? '');
  if (text[article.end] !== '　' && !(isKanji && /[ \n]/.test(text[article.end] ?? ''))) return undefined;
  return {
    place: { law: here.law, supplementary: here.supplementary, article: article.value.value, paragraph: 1 },
    end: text[article.end] === '\n' ? article.end : article.end + 1,
  };
}

/** 「  1. 」, an item as data sets by article write it. */
function listHeading(line: string, at: number, here: Place): Heading | undefined {
  const listed = /^ {2}(\d{1,3})\. /.exec(line);
  if (listed === null) return undefined;
  return { place: { ...here, item: listed[1], subitem: undefined }, end: at + listed[0].length };
}

/** 「２　」 of a paragraph, 「三　」 and 「三の二　」 of an item, which may be set in. */
function numberHeading(text: string, at: number, isParagraph: boolean, here: Place): Heading | undefined {
  const number = readNumber(text, at);
  if (number === undefined) return undefined;
  const branch = text[number.end] === 'の' ? readNumber(text, number.end + 1) : undefined;
  const end = branch?.end ?? number.end;
  if (text[end] !== '　') return undefined;
  if (/\d/.test(text[at] ?? '')) {
    if (!isParagraph) return undefined;
    return { place: { ...here, paragraph: number.value, item: undefined, subitem: undefined }, end: end + 1 };
  }
  const item = branch === undefined ? String(number.value) : `${number.value}_${branch.value}`;
  return { place: { ...here, item, subitem: undefined }, end: end + 1 };
}

/** Whether an article's text has a paragraph a line, without their numbers, as some data sets give it. */
export const hasParagraphLines = (text: string): boolean =>
  /\n(?![\s\d一二三四五六七八九十])\S/.test(text) && !/(?:^|\n)\d{1,3}　/.test(text);
