import type { MentionType } from '../mention.ts';
import { distinctivePart, withoutLegalForm } from '../names/legal-forms.ts';
import { DOT_WORDS, skeletonOf } from './skeleton.ts';

/** Parts shorter than these are in too many words. */
const SHORTEST_KANJI_PART = 2;
const SHORTEST_PART = 3;
const SHORTEST_NUMBER = 6;

/** Parts of what is hidden that give it away by themselves. */
export function partsOf(hidden: string, type: MentionType): string[] {
  const parts = new Set<string>();
  const plain = hidden.normalize('NFKC');
  if (type === 'person') {
    const names = plain.split(/[\s・＝=,]+/);
    if (names.length > 1) for (const name of names) parts.add(name);
    else if (/^[\p{Script=Han}々]{4,}$/u.test(plain)) {
      parts.add(plain.slice(0, 2));
      parts.add(plain.slice(-2));
    }
  }
  if (type === 'organisation' || type === 'facility' || type === 'product' || type === 'event') {
    parts.add(withoutLegalForm(plain));
    if (type !== 'event') parts.add(distinctivePart(plain));
    for (const word of plain.match(/[A-Za-z]{4,}/g) ?? [])
      if (!COMMON_WORDS.has(word.toLowerCase())) parts.add(word);
  }
  if (type === 'email' || type === 'url' || type === 'domain')
    for (const name of namesOfAddress(plain)) parts.add(name);
  if (type === 'hash' && plain.length >= 32) parts.add(plain.slice(0, 8));
  if (type === 'telephone') {
    const digits = plain.replace(/^\+81/, '0').replace(/\D/g, '');
    parts.add(digits.slice(-8));
    if (/^\+81/.test(plain)) parts.add(digits);
  }
  if (type === 'account') for (const word of plain.split(/[\\@/]/)) parts.add(word);
  if (type === 'file-path') parts.add(plain.split(/[\\/¥]/).at(-1) as string);
  if (type === 'address')
    for (const place of plain.match(/[\p{Script=Han}ヶケ]{2,}?[市区町村](?!部)/gu) ?? [])
      parts.add(place.replace(/^.*?[都道府県]/u, ''));
  parts.delete(plain);
  return [...parts].filter((part) => {
    const least = /^[\p{Script=Han}々]+$/u.test(part)
      ? SHORTEST_KANJI_PART
      : /^\d/.test(part)
        ? SHORTEST_NUMBER
        : SHORTEST_PART;
    return skeletonOf(part).text.length >= least && part !== plain;
  });
}

/** Words that names of firms and products share. */
const COMMON_WORDS = new Set(
  'corporation company limited group holdings japan tokyo systems system solutions service services server windows security center centre hospital university institute bank insurance international global network networks data cloud office team technologies technology electric industries'.split(
    ' ',
  ),
);
const COMMON_LABELS = new Set(
  'www mail com net org info biz co jp or ne go ac ed ad lg gr http https hxxp hxxps ftp example test local internal index html php login admin support contact'.split(
    ' ',
  ),
);

function namesOfAddress(address: string): string[] {
  return address
    .replace(DOT_WORDS, '.')
    .split(/[^A-Za-z0-9-]+/)
    .filter((label) => label.length >= 4 && !COMMON_LABELS.has(label.toLowerCase()) && !/^\d+$/.test(label));
}
