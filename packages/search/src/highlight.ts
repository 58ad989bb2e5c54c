import { Script } from './characters.ts';
import { isFalseWord } from './compounds.ts';
import { unitsOf } from './documents.ts';
import { type FoldedText, Folder, foldedString } from './fold.ts';
import { type KanaWord, kanaWords } from './kana-words.ts';
import type { Mark } from './marks.ts';
import { isOmittable, MAX_OKURIGANA } from './okurigana.ts';
import { kanjiAfterOkurigana, startsWord, wordEnd } from './terms.ts';
import { kanaWordHash, mayBeKanaWord } from './word-key.ts';

/** From `start` up to `end`, in UTF-16 code units of the original text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Fragment {
  readonly text: string;
  readonly marked: boolean;
}

/** A stretch of a field around its best match; the fragments joined are the text from `start` up to `end`. */
export interface Snippet extends Range {
  readonly fragments: readonly Fragment[];
}

export interface FieldHighlight {
  /** All matches in the field, ascending, apart from each other. */
  readonly ranges: readonly Range[];
  readonly snippet: Snippet;
}

export interface HighlightOptions {
  /** Fields to mark; default: all. */
  readonly fields?: readonly string[];
  /** Approximate length of a snippet in UTF-16 code units; default 120. */
  readonly snippetLength?: number;
}

export const DEFAULT_SNIPPET_LENGTH = 120;

const folder = new Folder();

export function highlightText(text: string, marks: readonly Mark[], snippetLength: number): FieldHighlight {
  const ranges = marks.length === 0 ? [] : mergeRanges(findAll(folder.fold(text), marks));
  const { start, end } = snippetRange(text, ranges, snippetLength);
  return { ranges, snippet: { start, end, fragments: fragmentsOf(text, ranges, start, end) } };
}

function findAll(folded: FoldedText, marks: readonly Mark[]): Range[] {
  const haystack = foldedString(folded);
  const ranges: Range[] = [];
  const kanaWordMarks = marks.filter(({ kind }) => kind === 'kana-word');
  if (kanaWordMarks.length > 0) ranges.push(...findKanaWords(folded, kanaWordMarks));
  for (const mark of marks) {
    if (mark.kind === 'kana-word') continue;
    const sought = mark.kind === 'kanji' ? (mark.text[0] as string) : mark.text;
    for (let at = haystack.indexOf(sought); at >= 0; at = haystack.indexOf(sought, at + 1)) {
      const end = markEnd(folded, mark, at);
      if (end > at) ranges.push({ start: folded.starts[at] as number, end: folded.ends[end - 1] as number });
    }
  }
  return ranges;
}

/** The runs of kana that are one of the words marked. */
function findKanaWords(folded: FoldedText, marks: readonly Mark[]): Range[] {
  const { scripts, length } = folded;
  const sought = new Set(marks.map(({ text }) => kanaWordHash(unitsOf(text), 0, text.length)));
  const ranges: Range[] = [];
  let start = 0;
  for (let at = 1; at <= length; at++) {
    if (at < length && scripts[at] === scripts[start]) continue;
    for (const word of wordsOfRun(folded, start, at)) {
      if (!sought.has(word.hash)) continue;
      const [from, to] = [start + word.start, start + word.end];
      ranges.push({ start: folded.starts[from] as number, end: folded.ends[to - 1] as number });
    }
    start = at;
  }
  return ranges;
}

function wordsOfRun(folded: FoldedText, start: number, end: number): readonly KanaWord[] {
  const script = folded.scripts[start];
  if (!mayBeKanaWord(folded.units, start, end)) return [];
  if (script === Script.Hiragana) return kanaWords(folded, start, end);
  if (script !== Script.Katakana) return [];
  return [{ hash: kanaWordHash(folded.units, start, end), start: 0, end: end - start }];
}

/** End of the mark whose text (or first kanji) is at `at`; `at` if it does not match. */
function markEnd(folded: FoldedText, { kind, text }: Mark, at: number): number {
  const { scripts, units } = folded;
  if (kind === 'kanji') return okuriganaEnd(folded, text, at);
  const end = at + text.length;
  if (kind === 'inflected') return scripts[end] === Script.Hiragana ? end + 1 : end;
  if (scripts[at] === Script.Word && !startsWord(folded, at)) return at;
  if (kind === 'katakana-end' && end < folded.length && scripts[end] === Script.Katakana) return at;
  const ending = endOfWord(folded, end);
  if (kind === 'beginning') return ending;
  const isFalse =
    at > 0 &&
    text.length > 1 &&
    isFalseWord(units[at - 1] as number, units[at] as number, units[at + 1] as number);
  return ending > end || isFalse ? at : end;
}

/** End of the word of letters that continues at `at`; `at` if none does. */
function endOfWord(folded: FoldedText, at: number): number {
  if (at >= folded.length || folded.scripts[at] !== Script.Word || folded.scripts[at - 1] !== Script.Word)
    return at;
  return startsWord(folded, at) ? at : wordEnd(folded, at);
}

function okuriganaEnd(folded: FoldedText, kanji: string, start: number): number {
  let at = start;
  for (let i = 1; i < kanji.length; i++) {
    const sought = kanji.charCodeAt(i);
    const linked = kanjiAfterOkurigana(folded, at);
    if (at + 1 < folded.length && folded.units[at + 1] === sought) at++;
    else if (linked > 0 && folded.units[linked] === sought) at = linked;
    else return start;
  }
  return at + 1 + trailingOkurigana(folded, at);
}

/** Number of okurigana after a kanji: わせ in 問い合わせ. */
function trailingOkurigana(folded: FoldedText, at: number): number {
  const kanji = foldedString(folded, at, at + 1);
  for (let length = MAX_OKURIGANA; length > 0; length--) {
    const end = at + 1 + length;
    if (
      end > folded.length ||
      folded.scripts.subarray(at + 1, end).some((script) => script !== Script.Hiragana)
    )
      continue;
    if (isOmittable(kanji, foldedString(folded, at + 1, end))) return length;
  }
  return 0;
}

function mergeRanges(ranges: Range[]): Range[] {
  const merged: { start: number; end: number }[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}

/** The range of the wanted length with the most marked text, starting at a sentence if one is near. */
function snippetRange(text: string, ranges: readonly Range[], wanted: number): Range {
  if (text.length <= wanted) return { start: 0, end: text.length };
  let bestStart = 0;
  let bestMarked = -1;
  for (const [i, first] of ranges.entries()) {
    let marked = 0;
    for (let k = i; k < ranges.length; k++) {
      const range = ranges[k] as Range;
      if (range.end > first.start + wanted * 0.8) break;
      marked += range.end - range.start;
    }
    if (marked > bestMarked) {
      bestMarked = marked;
      bestStart = first.start;
    }
  }
  const lead = Math.floor(wanted * 0.2);
  let start = Math.max(0, Math.min(bestStart - lead, text.length - wanted));
  const sentence = start === 0 ? -1 : text.slice(start, bestStart).search(/(?<=[。．！？!?\n])/u);
  if (sentence >= 0) start += sentence;
  return widenToCharacters(text, start, Math.min(text.length, start + wanted));
}

/** A snippet does not cut a surrogate pair. */
function widenToCharacters(text: string, start: number, end: number): Range {
  const isLow = (at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return { start: isLow(start) ? start - 1 : start, end: end < text.length && isLow(end) ? end + 1 : end };
}

function fragmentsOf(text: string, ranges: readonly Range[], start: number, end: number): Fragment[] {
  const fragments: Fragment[] = [];
  let at = start;
  for (const range of ranges) {
    const from = Math.max(range.start, start);
    const to = Math.min(range.end, end);
    if (from >= to) continue;
    if (from > at) fragments.push({ text: text.slice(at, from), marked: false });
    fragments.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < end) fragments.push({ text: text.slice(at, end), marked: false });
  return fragments;
}
