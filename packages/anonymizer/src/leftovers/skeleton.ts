import { fold } from '@kakehashi/search';
import type { Span } from '../mention.ts';
import { hiragana } from '../names/readings.ts';

/** A text without what people put between signs, in one case and width, hiragana for katakana; with the way back. */
export interface Skeleton {
  readonly text: string;
  /** Offset in the original of each unit. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const BETWEEN = /[\s\p{P}\p{S}\p{Cf}\p{M}ー]/u;
export const DOT_WORDS = /[[({<]\s?(?:dot|at|ドット|アット(?:マーク)?)\s?[\])}>]/giu;

export function skeletonOf(text: string): Skeleton {
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

/** Where a skeleton holds a bare text, in offsets of the result. */
export function* within(skeleton: Skeleton, bare: string, result: string): Generator<Span> {
  if (bare === '') return;
  for (let at = skeleton.text.indexOf(bare); at >= 0; at = skeleton.text.indexOf(bare, at + 1)) {
    const start = skeleton.starts[at] as number;
    const end = skeleton.ends[at + bare.length - 1] as number;
    if (/[。\n]/.test(result.slice(start, end)) || cutsNumber(result, start, end)) continue;
    yield { start, end };
  }
}

/** 3人 is not in 13人, nor ana in banana; in longer words of letters only what is long enough is a leftover. */
export function cutsNumber(text: string, start: number, end: number): boolean {
  const isDigit = (sign: string | undefined) => sign !== undefined && /[\d０-９]/.test(sign);
  const isLetter = (sign: string | undefined) => sign !== undefined && /[A-Za-zＡ-Ｚａ-ｚ]/.test(sign);
  if (isDigit(text[start - 1]) && isDigit(text[start])) return true;
  if (isDigit(text[end - 1]) && isDigit(text[end])) return true;
  const goesOn =
    (isLetter(text[start - 1]) && isLetter(text[start])) || (isLetter(text[end - 1]) && isLetter(text[end]));
  return goesOn && end - start < 5;
}
