import topLevelDomains from 'tlds' with { type: 'json' };
import { z } from 'zod';
import type { Language } from '../i18n/language.ts';

/** Most characters of a person's or an organisation's name. */
export const longestName = { person: 100, organisation: 200 } as const;
/** Most characters of a name quoted in a mail. */
const longestInMail = 40;

const topLevel = new Set<string>(topLevelDomains);
/** Common top-level domains, recognised even after a space or another dot. */
const commonEnds = 'com|net|org|info|biz|xyz|top|site|online|shop|club|app|click|jp|cn|ru|tk';
/** Words followed by a dot directly before a name, such as `Dr.Sato`. */
const titles = new Set(['dr', 'mr', 'mrs', 'ms', 'mx', 'st', 'prof', 'jr', 'sr', 'phd', 'rev', 'hon']);

/** Invisible characters that can hide a word from a pattern or reverse the order of letters. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Dots of other scripts, in brackets or as codes, that can stand for a dot in an address. */
const otherDots = /[\u3002\u06d4\ua4f8]|%2e|&#46;|&period;|\s*[[({<]\s*\.\s*[\])}>]\s*/gu;
const otherAts =
  /%40|&#64;|(?<=[\p{L}\p{N}]\s*)[[({<]\s*(?:@|at|アット|アットマーク)\s*[\])}>](?=\s*[\p{L}\p{N}])/gu;
const dotWords = /\s*[[({<]\s*(?:dot|ドット|点)\s*[\])}>]\s*|\s+(?:dot|ドット)\s+/gu;

const scheme =
  /\/\/|\b(?:hxxps?|https?|ftps?|mailto|tel|sms|javascript|data)\s*:|(?<![\p{L}\p{N}])www\s*[.[(]/u;
const spacedEnd = new RegExp(`[\\p{L}\\p{N}]{2}\\s*[.·・•]\\s*(?:${commonEnds})(?![\\p{L}\\p{N}])`, 'u');
const numericAddress = /(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)/u;
const dotted = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu;

/**
 * Whether a text contains a mail or web address or a disguised one, in any width or script: in a name it
 * would be read as an invitation to visit it.
 */
export function holdsAddress(text: string): boolean {
  const plain = text
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replace(otherDots, '.')
    .replace(otherAts, '@');
  return (
    /@/.test(plain) ||
    scheme.test(plain) ||
    numericAddress.test(plain) ||
    spacedEnd.test(plain) ||
    dottedWords(plain).some(isDomainLike) ||
    dottedWords(plain.replace(dotWords, '.')).some((words) => topLevel.has(words.at(-1) ?? ''))
  );
}

function dottedWords(text: string): string[][] {
  return [...text.matchAll(dotted)].map(([words]) => words.split('.'));
}

/** `J.R.Sato` and `Dr.Sato` are not domains; `x.jp` and `example.anything` are. */
function isDomainLike(words: string[]): boolean {
  const [before = '', last = ''] = words.slice(-2);
  if (topLevel.has(last)) return true;
  return before.length > 1 && !titles.has(before) && /^\p{L}{2}/u.test(last);
}

const bare = /^[^\p{Cc}\p{Zl}\p{Zp}<>\u202a-\u202e\u2066-\u2069]*$/u;

/** Unicode classifies the Braille blank as a symbol, not as a space. */
const blanks = /[\s\u2800]/gu;

function isSeen(name: string): boolean {
  return name.replace(invisible, '').replace(blanks, '') !== '';
}

/** Schema of a name: visible, one line, without markup or addresses. */
const nameOf = (maxLength: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(maxLength)
    .regex(bare)
    .refine((name) => isSeen(name) && !holdsAddress(name));

/** Name of a person, from any source. */
export const personName = nameOf(longestName.person);
export const organisationName = nameOf(longestName.organisation);

const withoutAddress = {
  ja: 'メールアドレスやサイトのアドレス、「.」でつないだ語は使えません。',
  en: 'It may hold no e-mail or web address, and no words joined by a full stop.',
};
export const personNameWording = {
  ja: `お名前を${longestName.person}文字以内で入れてください。${withoutAddress.ja}`,
  en: `Enter your name, in ${longestName.person} characters or fewer. ${withoutAddress.en}`,
};
export const organisationNameWording = {
  ja: `組織の名前を${longestName.organisation}文字以内で入れてください。${withoutAddress.ja}`,
  en: `Enter the name, in ${longestName.organisation} characters or fewer. ${withoutAddress.en}`,
};

const unnamed: Record<Language, string> = { ja: '（名前未設定）', en: '(no name yet)' };

/** Untrusted text on one line, without anything that contains an address. */
export function withoutAddresses(text: string): string {
  const words = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}<>]+/gu, ' ')
    .replace(invisible, '')
    .split(/\s+/)
    .filter((word) => word !== '' && !holdsAddress(word))
    .join(' ');
  return holdsAddress(words) ? '' : words;
}

/** A person's name from another system: invalid parts are removed instead of rejected. */
export function cleanPersonName(name: string, language: Language): string {
  const clean = [...withoutAddresses(name)].slice(0, longestName.person).join('').trim();
  return personName.safeParse(clean).success ? clean : unnamed[language];
}

/**
 * A name for use in a mail: shortened, and without addresses even if it was stored before names were checked.
 */
export function nameInMail(name: string, language: Language): string {
  const characters = [...cleanPersonName(name, language)];
  return characters.length > longestInMail
    ? `${characters.slice(0, longestInMail - 1).join('')}…`
    : characters.join('');
}
