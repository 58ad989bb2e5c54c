import { isKanji, isKatakana } from '../text/fold.ts';
import { isArabicDigit, isKanjiDigit, readArabic, readNumber } from '../text/numerals.ts';
import type { Phrase, Step } from './phrase.ts';
import type { ProvisionPart } from './reference.ts';

type Unit = '条' | '項' | '号';
type Read<T> = { value: T; end: number } | undefined;

const levelOf = { 条: 'article', 項: 'paragraph', 号: 'item' } as const;
const units = ['条', '項', '号'] as const;

/** What makes another word of 条, 項 or 号: 条例, 条約, 条件, 条文, 条理, 項目, 号機, 号外, 号車. */
const otherWords = /[例約件文理目番機外車室館棟線]/;

/** Kanji that may follow a provision: 中, 及び, 又は, 並びに, 若しくは, 各号, 前段, 後段, 本文, … */
const followers = '中及又並若各前後本但柱違関該所以同附第上等適準内竝括規';

const irohaOrder =
  'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

/** Whether 第…項 or 第…号 may follow: not in 法律第五十七号 or 様式第一号. */
export const mayStandBeforeNumber = (character: string | undefined): boolean =>
  !isKanji(character) ||
  (character !== undefined && '中新旧後前下記該項号条則等又及各者表'.includes(character));

/** Kanji that end a word before 前項, 同条 and the like: その他, 当該, 第二項中. */
export const mayStandBeforePointer = (character: string): boolean => '他該中'.includes(character);

/** Where 第 may be missing: in a list, 「1項、2項」; of an article in kanji, 「民法四一五条一項」. */
export interface Loose {
  listed?: boolean;
  kanji?: boolean;
}

/** The wording at `at` of a folded text that names a provision. */
export function readPhrase(text: string, at: number, loose: Loose = {}): Phrase | undefined {
  const phrase: Phrase = { start: at, end: at };
  if (text.startsWith('附則', at) || text.startsWith('付則', at)) {
    phrase.supplementary = true;
    phrase.end = at + 2;
  }
  if (text.startsWith('別表', phrase.end) || text.startsWith('同表', at)) readTable(text, phrase);
  readLevels(text, phrase, loose);
  if (phrase.table === undefined) readParts(text, phrase);
  return phrase.end > at ? phrase : undefined;
}

function readLevels(text: string, phrase: Phrase, loose: Loose): void {
  const free = phrase.supplementary === true || phrase.end === phrase.start;
  let from = 0;
  for (const [index, unit] of units.entries()) {
    const first = from === 0 && free;
    const here = skipTo(text, phrase.end, first);
    const step =
      readNumbered(text, here, unit, first, loose) ??
      (first || text[here] === '同' ? readRelative(text, here, unit) : undefined);
    if (step === undefined) continue;
    phrase[levelOf[unit]] = step.value;
    phrase.end = step.end;
    from = index + 1;
  }
  if (phrase.item !== undefined || phrase.end === phrase.start) {
    const subitem =
      readSubitem(text, phrase.end, phrase.item === undefined && !loose.listed) ??
      (loose.listed && phrase.item === undefined ? readInnerNumber(text, phrase.end) : undefined);
    if (subitem === undefined) return;
    phrase.subitem = subitem.value;
    phrase.end = subitem.end;
  }
}

/** Below another level a space or 「の」 may stand before 第: 「第26条 第1項」「第三条の第二項」. */
function skipTo(text: string, at: number, first: boolean): number {
  if (first) return at;
  if (text[at] === 'の' && text[at + 1] === '第') return at + 1;
  return text[at] === ' ' && (text[at + 1] === '第' || isArabicDigit(text[at + 1])) ? at + 1 : at;
}

/** 「第六十条の二」「60条の2」; what opens a phrase without 第 is an article in Arabic numerals. */
export function readNumbered(
  text: string,
  at: number,
  unit: Unit,
  first: boolean,
  { listed = false, kanji = false }: Loose = {},
): Read<Step> {
  const ordinal = text[at] === '第';
  if (!ordinal) {
    if (!isArabicDigit(text[at]) && !(kanji && isKanjiDigit(text[at]))) return undefined;
    if (first && unit !== '条' && !(listed && isArabicDigit(text[at]))) return undefined;
  }
  const number = readNumber(text, ordinal ? skipSpace(text, at + 1) : at);
  if (number === undefined) return undefined;
  let end = skipSpace(text, number.end);
  if (text[end] !== unit) return undefined;
  end += 1;
  if (otherWords.test(text[end] ?? '')) return undefined;
  if (first && unit === '号' && isKanji(text[end]) && !followers.includes(text[end] as string))
    return undefined;
  let value = String(number.value);
  if (unit !== '項') {
    for (let branch = readBranch(text, end); branch !== undefined; branch = readBranch(text, end)) {
      value += `_${branch.value}`;
      end = branch.end;
    }
  }
  return { value: { by: 'number', value }, end };
}

/** 「の二」 of an article or item, and not 「の二分の一」 or 「の三者」. */
function readBranch(text: string, at: number): Read<number> {
  if (text[at] !== 'の' && text[at] !== 'ノ' && text[at] !== '之') return undefined;
  const number = readNumber(text, at + 1);
  if (number === undefined || number.value === 0) return undefined;
  const next = text[number.end];
  if (
    text.startsWith('以上', number.end) ||
    next === 'つ' ||
    (next === 'の' && text[number.end + 1] === '項')
  )
    return undefined;
  if (isKanji(next) && !followers.includes(next as string)) return undefined;
  return number;
}

/** 前条, 前二項, 前各号, 次条, 同項, この条, 本項, 次の各号. */
function readRelative(text: string, at: number, unit: Unit): Read<Step> {
  const found = relative(text, at, unit);
  return found !== undefined && otherWords.test(text[found.end] ?? '') ? undefined : found;
}

function relative(text: string, at: number, unit: Unit): Read<Step> {
  const second = text[at + 1];
  switch (text[at]) {
    case '前': {
      if (second === unit) return { value: { by: 'previous', count: 1 }, end: at + 2 };
      if (second === '各')
        return text[at + 2] === unit ? { value: { by: 'every-previous' }, end: at + 3 } : undefined;
      const count = readNumber(text, at + 1);
      return count !== undefined && count.value > 0 && text[count.end] === unit
        ? { value: { by: 'previous', count: count.value }, end: count.end + 1 }
        : undefined;
    }
    case '次':
      return second === unit ? { value: { by: 'next' }, end: at + 2 } : undefined;
    case '同':
      return second === unit ? { value: { by: 'same' }, end: at + 2 } : undefined;
    case '本':
      return second === unit ? { value: { by: 'here' }, end: at + 2 } : undefined;
    case 'こ':
      return second === 'の' && text[at + 2] === unit ? { value: { by: 'here' }, end: at + 3 } : undefined;
    default:
      return undefined;
  }
}

/** 「イ」「イ(1)」「ロ(2)(ii)」. Standing alone it has to go on as a reference does: 「イに掲げる」「イ又はロ」. */
function readSubitem(text: string, at: number, alone: boolean): Read<string> {
  const letter = text[at];
  if (letter === undefined || !irohaOrder.includes(letter)) return undefined;
  if (
    isKatakana(text[at + 1]) ||
    (alone && (isKatakana(text[at - 1]) || (isKanji(text[at - 1]) && text[at - 1] !== '該')))
  )
    return undefined;
  // In statutes written in katakana these are particles: 「第三号ニ掲グル」.
  if (
    'ニハヲトノヨ'.includes(letter) &&
    isKanji(text[at + 1]) &&
    !'及又並若中'.includes(text[at + 1] as string)
  )
    return undefined;
  let value = letter;
  let end = at + 1;
  for (let inner = readInnerNumber(text, end); inner !== undefined; inner = readInnerNumber(text, end)) {
    value += inner.value;
    end = inner.end;
  }
  if (alone && end === at + 1 && !goesOnAsSubitem.test(text.slice(end, end + 5))) return undefined;
  return { value, end };
}

const goesOnAsSubitem =
  /^(?:から[イ-ヰ]|まで|又は[イ-ヰ]|及び[イ-ヰ]|若しくは[イ-ヰ]|並びに[イ-ヰ]|、[イ-ヰ](?![ァ-ヺー])|に(?:掲げ|該当|規定|定め|係る|おいて|相当|関する|お)|の[\u3400-\u9fffい]|中「)/;

/** 「(1)」 or 「(ii)」 below a subitem. */
function readInnerNumber(text: string, at: number): Read<string> {
  if (text[at] !== '(') return undefined;
  const inner = /^\((?:\d{1,2}|[ivx]{1,5})\)/.exec(text.slice(at, at + 7));
  return inner === null ? undefined : { value: inner[0], end: at + inner[0].length };
}

const parts: readonly (readonly [string, ProvisionPart])[] = [
  ['各号列記以外の部分', 'introduction'],
  ['柱書き', 'introduction'],
  ['柱書', 'introduction'],
  ['の各号', 'items'],
  ['各号', 'items'],
  ['ただし書き', 'proviso'],
  ['ただし書', 'proviso'],
  ['但し書き', 'proviso'],
  ['但し書', 'proviso'],
  ['但書', 'proviso'],
  ['本文', 'main'],
  ['前段', 'first'],
  ['中段', 'middle'],
  ['後段', 'latter'],
];

function readParts(text: string, phrase: Phrase): void {
  if (phrase.end === phrase.start) {
    const alone = readPartAlone(text, phrase.start);
    if (alone === undefined) return;
    phrase.part = alone.value;
    phrase.end = alone.end;
    if (phrase.part !== 'introduction' && phrase.part !== 'items') return;
  }
  for (let part = partAt(text, phrase.end); part !== undefined; part = partAt(text, phrase.end)) {
    phrase.part = part.value;
    phrase.end = part.end;
  }
}

function partAt(text: string, at: number): Read<ProvisionPart> {
  if (!'各柱のただ但本前中後'.includes(text[at] ?? ' ')) return undefined;
  const found = parts.find(([word]) => text.startsWith(word, at));
  return found === undefined ? undefined : { value: found[1], end: at + found[0].length };
}

/** 「次の各号」, and of the text's own paragraph 「後段の規定」「ただし書に規定する」. */
function readPartAlone(text: string, at: number): Read<ProvisionPart> {
  if (text.startsWith('次の各号', at) || text.startsWith('左の各号', at))
    return { value: 'items', end: at + 4 };
  const part = partAt(text, at);
  if (part === undefined || part.value === 'items' || isKanji(text[at - 1])) return undefined;
  const next = text.slice(part.end, part.end + 3);
  const pattern =
    part.value === 'main'
      ? /^(?:の規定|に規定)/
      : /^(?:の規定|に規定|の場合|に定め|に該当|、|及び|又は|中「)/;
  return pattern.test(next) ? part : undefined;
}

/** 「別表」「別表第一」「別表第一の二の項」「同表の三の項」. */
function readTable(text: string, phrase: Phrase): void {
  const same = text[phrase.start] === '同';
  let end = phrase.end + 2;
  let value = '';
  const ordinal = text[end] === '第';
  const number = !same && (ordinal ? readNumber(text, end + 1) : readArabic(text, end));
  if (number && !(ordinal && '条項章節編'.includes(text[number.end] ?? ' '))) {
    value = String(number.value);
    end = number.end;
    for (let branch = readBranch(text, end); branch !== undefined; branch = readBranch(text, end)) {
      value += `_${branch.value}`;
      end = branch.end;
    }
  }
  phrase.table = same ? { by: 'same' } : { by: 'number', value };
  const row = text[end] === 'の' ? readNumber(text, end + 1) : undefined;
  if (row !== undefined && text.startsWith('の項', row.end)) {
    phrase.row = String(row.value);
    end = row.end + 2;
  }
  phrase.end = end;
}

/** One space within a number, as guidelines in Arabic numerals are set: 「第 26 条」. */
function skipSpace(text: string, at: number): number {
  return text[at] === ' ' || text[at] === '\u00a0' ? at + 1 : at;
}
