import { Folder, foldedString } from './fold.ts';
import { withLongMarks } from './word-key.ts';

/** Kana by the vowel they end in. */
const A_ROW = 'アカサタナハマヤラワガザダバパァャヮ';
const I_ROW = 'イキシチニヒミリギジヂビピィ';
const WEAK_ROWS = A_ROW + I_ROW;
const E_ROW = 'エケセテネヘメレゲゼデベペェ';
const O_ROW = 'オコソトノホモヨロゴゾドボポォョ';

/** A sound and how else it is written in loanwords; after `not` it is another sound. */
interface Sound {
  readonly written: string;
  readonly not?: RegExp;
  readonly others: readonly string[];
}

const SMALL = /^[ァィゥェォャュョ]/;
const SOUNDS: readonly Sound[] = [
  { written: 'ティ', others: ['チ', 'テ', 'テイ'] },
  { written: 'テイ', others: ['ティ'] },
  { written: 'チ', not: SMALL, others: ['ティ'] },
  { written: 'ディ', others: ['ジ', 'デ', 'デイ'] },
  { written: 'ジ', not: SMALL, others: ['ディ'] },
  { written: 'デ', not: /^[ィイ]/, others: ['ディ'] },
  { written: 'イヤ', others: ['イア'] },
  { written: 'イア', others: ['イヤ'] },
  { written: 'ツィ', others: ['チ'] },
  { written: 'トゥ', others: ['ツ', 'ト'] },
  { written: 'ヴァ', others: ['バ'] },
  { written: 'ヴィ', others: ['ビ'] },
  { written: 'ヴェ', others: ['ベ'] },
  { written: 'ヴォ', others: ['ボ'] },
  { written: 'ヴュ', others: ['ビュ'] },
  { written: 'ヴ', not: /^[ァィェォュ]/, others: ['ブ'] },
  { written: 'バ', others: ['ヴァ'] },
  { written: 'ビ', not: /^ュ/, others: ['ヴィ'] },
  { written: 'ビュ', others: ['ヴュ'] },
  { written: 'ベ', others: ['ヴェ'] },
  { written: 'ボ', others: ['ヴォ'] },
  { written: 'ブ', others: ['ヴ'] },
  { written: 'ウイ', others: ['ウィ'] },
  { written: 'ウエ', others: ['ウェ'] },
  { written: 'ウオ', others: ['ウォ'] },
  { written: 'クオ', others: ['クォ', 'クォー'] },
  { written: 'フア', others: ['ファ'] },
  { written: 'フイ', others: ['フィ'] },
  { written: 'フエ', others: ['フェ'] },
  { written: 'フオ', others: ['フォ'] },
  { written: 'キヤ', others: ['キャ'] },
];
const soundsBy = Map.groupBy(SOUNDS, ({ written }) => written[0] as string);
const SMALL_VOWELS: ReadonlyMap<string, string> = new Map(
  ['ァア', 'ィイ', 'ゥウ', 'ェエ', 'ォオ', 'ャヤ', 'ュユ', 'ョヨ'].map((pair) => [
    pair[0] ?? '',
    pair[1] ?? '',
  ]),
);

const MAX_VARIANTS = 24;
const folder = new Folder();

/** Other spellings of the katakana in a text, without its own; a long mark at its end apart. */
export function spellingVariants(text: string): string[] {
  if (text.length < 3) return [];
  const own = withLongMarks(foldedString(folder.fold(text)));
  const variants = new Set<string>();
  for (const { 0: word, index } of own.matchAll(KATAKANA_WORD)) {
    const end = index + word.length;
    for (const variant of katakanaVariants(word, end < own.length)) {
      if (variants.size === MAX_VARIANTS) break;
      variants.add(own.slice(0, index) + variant + own.slice(end));
    }
  }
  variants.delete(own);
  return [...variants];
}

const KATAKANA_WORD = /[ァ-ヺー]{3,}/g;

function* katakanaVariants(word: string, isFollowed: boolean): Generator<string> {
  for (let at = 0; at < word.length; at++) {
    const kana = word[at] as string;
    const before = word[at - 1] ?? '';
    const replaced = (length: number, by: string) => word.slice(0, at) + by + word.slice(at + length);
    if (kana === 'ー') {
      if (E_ROW.includes(before)) yield replaced(1, 'イ');
      if (O_ROW.includes(before)) yield replaced(1, 'ウ');
      if (isWeakAfter(word, at) && (at + 1 < word.length || isFollowed)) yield replaced(1, '');
      continue;
    }
    if (at > 0 && kana === 'イ' && E_ROW.includes(before)) yield* [replaced(1, 'ー'), replaced(1, '')];
    if (at > 0 && kana === 'ウ' && O_ROW.includes(before)) yield* [replaced(1, 'ー'), replaced(1, '')];
    const large = SMALL_VOWELS.get(kana);
    if (large !== undefined) yield replaced(1, large);
    for (const { written, not, others } of soundsBy.get(kana) ?? []) {
      if (!word.startsWith(written, at) || not?.test(word.slice(at + written.length))) continue;
      for (const other of others) yield replaced(written.length, other);
    }
    const isEnd = at + 1 === word.length;
    if (word[at + 1] !== 'ー' && (!isEnd || isFollowed) && isWeakAfter(word, at + 1))
      yield replaced(1, `${kana}ー`);
  }
}

/** Whether a long mark may be left out or put at a place of a word: インタ(ー)フェース. */
function isWeakAfter(word: string, at: number): boolean {
  return at >= WEAK_WITHIN && WEAK_ROWS.includes(word[at - 1] as string);
}
const WEAK_WITHIN = 3;
