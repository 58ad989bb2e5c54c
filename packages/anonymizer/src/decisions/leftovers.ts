import { fold } from '@kakehashi/search';
import type { MentionType, Span } from '../mention.ts';
import { distinctivePart, withoutLegalForm } from '../names/legal-forms.ts';
import type { NameReadings } from '../names/readings.ts';
import { hiragana } from '../names/readings.ts';
import { hepburn, romajiKey } from '../names/romaji.ts';
import { type Decision, isHidden } from './decision.ts';

/** In what shape something hidden still shows. */
export type LeftoverKind = 'same' | 'spelling' | 'part' | 'reading';

/** A stretch of the result that shows something that was to be hidden. */
export interface Leftover extends Span {
  readonly text: string;
  /** What was to be hidden. */
  readonly hidden: string;
  readonly type: MentionType;
  readonly kind: LeftoverKind;
}

/** A text without what people put between signs, in one case and width, hiragana for katakana; with the way back. */
interface Skeleton {
  readonly text: string;
  /** Offset in the original of each unit. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const BETWEEN = /[\s\p{P}\p{S}\p{Cf}\p{M}ー]/u;
const DOT_WORDS = /[[({<]\s?(?:dot|at|ドット|アット(?:マーク)?)\s?[\])}>]/giu;
const LONGEST_SPELLING = 24;
/** Parts and readings shorter than these are in too many words. */
const SHORTEST_KANJI_PART = 2;
const SHORTEST_PART = 3;
const SHORTEST_KANA = 3;
const SHORTEST_ROMAJI = 4;
const NAMES: ReadonlySet<MentionType> = new Set([
  'person',
  'organisation',
  'facility',
  'place',
  'product',
  'event',
]);

function skeletonOf(text: string): Skeleton {
  const signs: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const dropped = new Uint8Array(text.length);
  for (const { index, 0: word } of text.matchAll(DOT_WORDS)) dropped.fill(1, index, index + word.length);
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    if (!dropped[at] && !BETWEEN.test(character)) {
      const plain = hiragana(fold(character) || character.normalize('NFKC').toLowerCase());
      for (let i = 0; i < plain.length; i++) {
        if (BETWEEN.test(plain[i] as string)) continue;
        signs.push(plain[i] as string);
        starts.push(at);
        ends.push(end);
      }
    } else if (/[\p{M}\u{FF9E}\u{FF9F}]/u.test(character) && ends.length > 0) ends[ends.length - 1] = end;
    at = end;
  }
  return { text: signs.join(''), starts, ends };
}

export interface LeftoverResources {
  readonly readings: NameReadings;
}

/**
 * Everything in a result that shows what decisions were to hide: unchanged, in another spelling (kana, width, case, old
 * kanji, blanks and signs between, defanged), in part, or by its reading in kana or Latin letters.
 *
 * @param original the text before, whose kept stretches are not reported unless they show something hidden
 */
export function findLeftovers(
  original: string,
  result: string,
  decisions: readonly Decision[],
  { readings }: LeftoverResources,
): Leftover[] {
  const skeleton = skeletonOf(result);
  const spellings = spellingsOf(result, decisions);
  const kept = new Set(decisions.filter((one) => !isHidden(one)).map(({ text }) => text));
  const found: Leftover[] = [];
  const isWholly = (text: string) => original.includes(text) && kept.has(text);
  const done = new Set<string>();
  for (const decision of decisions) {
    const { text: hidden, type } = decision;
    if (!isHidden(decision) || done.has(`${type} ${hidden}`)) continue;
    done.add(`${type} ${hidden}`);
    const push = (span: Span, kind: LeftoverKind) => {
      const text = result.slice(span.start, span.end);
      const isKnown = found.some((one) =>
        one.hidden === hidden
          ? one.start < span.end && span.start < one.end
          : one.start === span.start && one.end === span.end,
      );
      if (!isKnown && !(kind !== 'same' && isWholly(text))) found.push({ ...span, text, hidden, type, kind });
    };
    for (const span of exact(result, hidden)) push(span, 'same');
    for (const span of spellings.get(fold(hidden)) ?? []) push(span, 'spelling');
    const bare = skeletonOf(hidden).text;
    if (isLongEnough(bare)) for (const span of within(skeleton, bare, result)) push(span, 'spelling');
    for (const part of partsOf(hidden, type)) {
      const plain = skeletonOf(part).text;
      for (const span of within(skeleton, plain, result)) push(span, 'part');
    }
    if (NAMES.has(type))
      for (const span of byReading(hidden, type, skeleton, result, readings)) push(span, 'reading');
  }
  return found.sort((a, b) => a.start - b.start);
}

function isLongEnough(bare: string): boolean {
  return bare.length >= 3 || (bare.length === 2 && /^[\p{Script=Han}]{2}$/u.test(bare));
}

function* exact(result: string, hidden: string): Generator<Span> {
  if (hidden.length < 2) return;
  for (let at = result.indexOf(hidden); at >= 0; at = result.indexOf(hidden, at + 1)) {
    const end = at + hidden.length;
    if (!cutsNumber(result, at, end)) yield { start: at, end };
  }
}

/** 3人 is not in 13人, nor ana in banana; in longer words of letters only what is long enough is a leftover. */
function cutsNumber(text: string, start: number, end: number): boolean {
  const isDigit = (sign: string | undefined) => sign !== undefined && /[\d０-９]/.test(sign);
  const isLetter = (sign: string | undefined) => sign !== undefined && /[A-Za-zＡ-Ｚａ-ｚ]/.test(sign);
  if (isDigit(text[start - 1]) && isDigit(text[start])) return true;
  if (isDigit(text[end - 1]) && isDigit(text[end])) return true;
  const goesOn =
    (isLetter(text[start - 1]) && isLetter(text[start])) || (isLetter(text[end - 1]) && isLetter(text[end]));
  return goesOn && end - start < 5;
}

/** All stretches of a result that fold to what folds alike with something hidden, by their folded text. */
function spellingsOf(result: string, decisions: readonly Decision[]): Map<string, Span[]> {
  const wanted = new Set<string>();
  const lengths = new Set<number>();
  for (const decision of decisions) {
    if (!isHidden(decision) || !NAMES.has(decision.type)) continue;
    const { length } = decision.text;
    if (length < 2 || length > LONGEST_SPELLING) continue;
    wanted.add(fold(decision.text));
    for (let other = Math.max(2, length - 1); other <= length + 2; other++) lengths.add(other);
  }
  const found = new Map<string, Span[]>();
  if (wanted.size === 0) return found;
  const first = new Set([...wanted].map((key) => key[0]));
  const folded = Array.from(result, (sign) => fold(sign)[0]);
  let at = 0;
  for (const [index, sign] of Array.from(result).entries()) {
    if (first.has(folded[index]) || folded[index] === undefined)
      for (const length of lengths) {
        const stretch = result.slice(at, at + length);
        if (stretch.length < length || /^\s|\s$|[\n。、]/u.test(stretch)) continue;
        const key = fold(stretch);
        if (!wanted.has(key)) continue;
        if (!cutsNumber(result, at, at + length))
          found.set(key, [...(found.get(key) ?? []), { start: at, end: at + length }]);
      }
    at += sign.length;
  }
  return found;
}

/** Where a skeleton holds a bare text, in offsets of the result. */
function* within(skeleton: Skeleton, bare: string, result: string): Generator<Span> {
  if (bare === '') return;
  for (let at = skeleton.text.indexOf(bare); at >= 0; at = skeleton.text.indexOf(bare, at + 1)) {
    const start = skeleton.starts[at] as number;
    const end = skeleton.ends[at + bare.length - 1] as number;
    if (/[。\n]/.test(result.slice(start, end)) || cutsNumber(result, start, end)) continue;
    yield { start, end };
  }
}

/** Parts of what is hidden that give it away by themselves. */
function partsOf(hidden: string, type: MentionType): string[] {
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
  if (type === 'ip-address') {
    const octets = plain.match(/\d{1,3}/g) ?? [];
    if (octets.length >= 4) parts.add(octets.slice(0, 3).join('.'));
  }
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
        ? 6
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

function* byReading(
  hidden: string,
  type: MentionType,
  skeleton: Skeleton,
  result: string,
  readings: NameReadings,
): Generator<Span> {
  const names = new Set([hidden]);
  if (type === 'organisation' || type === 'facility') names.add(distinctivePart(hidden));
  if (type === 'person') for (const part of partsOf(hidden, type)) names.add(part);
  const romaji = romajiWords(result);
  for (const name of names)
    for (const reading of readings.of(name)) {
      const kana = hiragana(reading);
      const bare = kana.replace(/ー/g, '');
      if (bare.length >= SHORTEST_KANA && kana !== hidden) {
        const isWhole = name === hidden || bare.length >= 4;
        for (const span of within(skeleton, bare, result)) {
          if (/[\p{Script=Han}]/u.test(result.slice(span.start, span.end))) continue;
          if (isWhole || isKatakanaWord(result, span)) yield span;
        }
      }
      const key = romajiKey(hepburn(kana));
      if (key.length < SHORTEST_ROMAJI) continue;
      for (const { start, end, keys } of romaji) if (keys.includes(key)) yield { start, end };
    }
}

/** Whether a stretch is in katakana and does not go on in it. */
function isKatakanaWord(text: string, { start, end }: Span): boolean {
  const isKatakana = (sign: string | undefined) => sign !== undefined && /[ァ-ヺーｦ-ﾟ]/.test(sign);
  return (
    [...text.slice(start, end)].every(isKatakana) && !isKatakana(text[start - 1]) && !isKatakana(text[end])
  );
}

/** Words of Latin letters and pairs of them, with their romaji keys in both orders. */
function romajiWords(text: string): (Span & { keys: string[] })[] {
  const words = [...text.normalize('NFC').matchAll(/[A-Za-zＡ-Ｚａ-ｚÀ-ÿĀ-ž]{2,}/gu)].map(
    ({ index, 0: word }) => ({
      start: index,
      end: index + word.length,
      key: romajiKey(word.normalize('NFKC')),
    }),
  );
  return words.flatMap((word, i) => {
    const next = words[i + 1];
    const single = { start: word.start, end: word.end, keys: [word.key] };
    if (!next || next.start - word.end > 2) return [single];
    return [single, { start: word.start, end: next.end, keys: [word.key + next.key, next.key + word.key] }];
  });
}
