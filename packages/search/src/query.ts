import { isDigit, Script } from './characters.ts';
import { isEnglishFunctionWord } from './english.ts';
import { type FoldedText, Folder, fold, foldedString, spell } from './fold.ts';
import { beginsWithParticle, leadingFunctionWords, trailingFunctionWords } from './function-words.ts';
import { isAskingWord, isSentence, namingStretch } from './questions.ts';
import type { Synonyms } from './synonyms.ts';
import { kanjiAfterOkurigana, runEnd } from './terms.ts';
import { mayBeKanaWord, wordKey } from './word-key.ts';

/** One thing a query asks for. */
export interface QueryPart {
  /** As entered, without blanks between Japanese words in quotes. */
  readonly text: string;
  readonly folded: string;
  /** `phrase`: quoted text, matched literally only. */
  readonly kind: 'phrase' | 'word' | 'number' | 'symbol' | 'katakana' | 'kanji' | 'kana' | 'known';
  /** Offset in the query, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Whether the part only says what kind of answer a question wants. */
  readonly isAsking: boolean;
}

export interface Query {
  /** The query as read; longer input is truncated. */
  readonly text: string;
  readonly parts: readonly QueryPart[];
  readonly excluded: readonly QueryPart[];
  /**
   * Phrases of several words or with particles: documents that contain them rank above those
   * with the words apart.
   */
  readonly phrases: readonly string[];
  /** The text with excluded words replaced by blanks. */
  readonly wantedText: string;
  /** Whether it is a sentence, usually a question. */
  readonly isQuestion: boolean;
  /** Whether it is a sentence of several parts; documents then need not contain every part. */
  readonly isSentence: boolean;
  /** Whether the query is empty. */
  readonly isBlank: boolean;
}

const MAX_QUERY_LENGTH = 400;
const MAX_PARTS = 24;
const CLOSING_QUOTES: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
  ['“', '”'],
  ['＂', '＂'],
]);
const MINUS = new Set(['-', '－', '−']);
/** Joins words into one: Wi-Fi, e-mail, AT&T, security.txt, Excel 2021. */
const JOINER = /^(?:[-‐‑_/.@:&+'’－]|\s)$/u;

/** Spaces between Japanese words of a phrase are ignored, since Japanese is written without spaces. */
const SPACE_IN_JAPANESE =
  /(?<=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])\s+(?=[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}])/gu;

const folder = new Folder();

export function parseQuery(input: string, synonyms: Synonyms): Query {
  const text = input.slice(0, MAX_QUERY_LENGTH);
  const parts: QueryPart[] = [];
  const excluded: QueryPart[] = [];
  let sentence = /[?？]\s*$/u.test(text);
  let wantedText = text;
  const chunks: Chunk[] = [];
  for (const chunk of joinedChunks([...readChunks(text)], text, synonyms)) {
    if (chunk.isExcluded) {
      const end = chunk.start + chunk.text.length;
      wantedText = wantedText.slice(0, chunk.start) + ' '.repeat(chunk.text.length) + wantedText.slice(end);
    }
    const target = chunk.isExcluded ? excluded : parts;
    if (!chunk.isExcluded) chunks.push(chunk);
    if (chunk.isQuoted || chunk.isExcluded) {
      const written = chunk.text.replace(SPACE_IN_JAPANESE, '');
      const folded = spell(written);
      const end = chunk.start + chunk.text.length;
      if (folded !== '')
        target.push({ text: written, folded, kind: 'phrase', start: chunk.start, end, isAsking: false });
    } else {
      const folded = folder.fold(chunk.text);
      sentence ||= isSentence(chunk.text);
      target.push(...readParts(chunk, folded, synonyms));
    }
  }
  const wanted = distinct(withoutFunctionWords(parts)).slice(0, MAX_PARTS);
  const whole = chunks.length > 1 ? [chunks.map((chunk) => chunk.text).join(' ')] : [];
  return {
    text,
    parts: sentence ? withAskingParts(wanted) : wanted,
    excluded: distinct(excluded).slice(0, MAX_PARTS),
    phrases: sentence ? [] : phrasesOf([...whole, ...chunks.map((chunk) => chunk.text)], wanted),
    wantedText,
    isQuestion: sentence,
    isSentence: sentence && wanted.length > 1,
    isBlank: text.trim() === '',
  };
}

/** The parts that name something, where any does: hacked of “I was hacked”. */
function withoutFunctionWords(parts: readonly QueryPart[]): readonly QueryPart[] {
  const naming = parts.filter(({ kind, text }) => kind !== 'word' || !isEnglishFunctionWord(text));
  return naming.length > 0 ? naming : parts;
}

/** Texts that are more than one part, each once and not too many. */
function phrasesOf(texts: readonly string[], parts: readonly QueryPart[]): string[] {
  const known = new Set(parts.map(({ folded }) => folded));
  const phrases = texts
    .map((text) => text.replace(SPACE_IN_JAPANESE, ''))
    .filter((text) => !known.has(spell(text)));
  return [...new Set(phrases)].slice(0, MAX_PHRASES);
}
const MAX_PHRASES = 4;

/** A stretch of the query without white space, or between quotes. */
interface Chunk {
  readonly text: string;
  readonly start: number;
  readonly isQuoted: boolean;
  readonly isExcluded: boolean;
}

/** Words that the synonym groups know together are one: data breach, 技術 家庭科. */
function joinedChunks(chunks: readonly Chunk[], text: string, synonyms: Synonyms): Chunk[] {
  const joined: Chunk[] = [];
  for (let at = 0; at < chunks.length; at++) {
    const first = chunks[at] as Chunk;
    let until = at;
    const textUntil = (last: number) =>
      text.slice(first.start, endOf(chunks[last] as Chunk)).replace(SPACE_IN_JAPANESE, '');
    for (let last = at + 1; last < Math.min(chunks.length, at + MAX_JOINED); last++) {
      if (!isPlainWord(chunks[last - 1] as Chunk) || !isPlainWord(chunks[last] as Chunk)) break;
      if (synonyms.has(fold(textUntil(last)))) until = last;
    }
    joined.push(until === at ? first : { ...first, text: textUntil(until) });
    at = until;
  }
  return joined;
}
const MAX_JOINED = 5;

function isPlainWord({ text, isQuoted, isExcluded }: Chunk): boolean {
  return (
    !isQuoted &&
    !isExcluded &&
    /^(?:[\p{Script=Latin}\d'’-]+|[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+)$/u.test(text)
  );
}

function endOf({ start, text }: Chunk): number {
  return start + text.length;
}

function* readChunks(text: string): Generator<Chunk> {
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text[at] as string)) {
      at++;
      continue;
    }
    const isExcluded = MINUS.has(text[at] as string) && /\S/u.test(text[at + 1] ?? '');
    const start = isExcluded ? at + 1 : at;
    const closing = CLOSING_QUOTES.get(text[start] as string);
    const close = closing === undefined ? -1 : text.indexOf(closing, start + 1);
    if (close > start) {
      yield { text: text.slice(start + 1, close), start: start + 1, isQuoted: true, isExcluded };
      at = close + 1;
      continue;
    }
    let end = start + 1;
    while (end < text.length && !endsChunk(text, end) && !opensQuote(text, end)) end++;
    yield { text: text.slice(start, end), start, isQuoted: false, isExcluded };
    at = end;
  }
}

/** White space, but for a blank within one name: 第 3 回, Excel 2021. */
function endsChunk(text: string, at: number): boolean {
  if (!/\s/u.test(text[at] as string)) return false;
  const before = text.slice(Math.max(0, at - LONGEST_BEFORE_NUMBER), at);
  const after = text.slice(at + 1, at + 1 + LONGEST_BEFORE_NUMBER);
  return !(
    (NAMES_NUMBERED.test(before) && NUMBER.test(after)) ||
    (KATAKANA_NUMBERED.test(before) && SMALL_NUMBER.test(after)) ||
    (ENDS_IN_NUMBER.test(before) && COUNTER.test(after))
  );
}

const LONGEST_BEFORE_NUMBER = 24;
const NUMBER = /^[\d０-９]/;
const ENDS_IN_NUMBER = /[\d０-９]$/;
/** A word of letters, 第 and the names of eras have the number that follows them. */
const NAMES_NUMBERED = /(?:\p{Script=Latin}|第|明治|大正|昭和|平成|令和)$/u;
/** レベル 3; but セミナー 2025 are two things. */
const KATAKANA_NUMBERED = /[ァ-ヺーｦ-ﾟ]$/;
const SMALL_NUMBER = /^[\d０-９]{1,2}(?![\d０-９])/;
const COUNTER =
  /^(?:年度|年間|時間|段階|種類|番目|回目|か月|ヶ月|カ月|世紀|[年月日時分秒回人名件個円台章条項号版級点歳才期課割倍階週度次番位本枚社校部話巻万億千百])/u;

function opensQuote(text: string, at: number): boolean {
  const closing = CLOSING_QUOTES.get(text[at] as string);
  return closing !== undefined && text.indexOf(closing, at + 1) > at;
}

function partOf(
  chunk: Chunk,
  folded: FoldedText,
  from: number,
  to: number,
  kind: QueryPart['kind'],
): QueryPart {
  const start = folded.starts[from] as number;
  const end = folded.ends[to - 1] as number;
  return {
    text: chunk.text.slice(start, end),
    folded: foldedString(folded, from, to),
    kind,
    start: chunk.start + start,
    end: chunk.start + end,
    isAsking: false,
  };
}

/** Splits a chunk into words and drops function words. */
function readParts(chunk: Chunk, folded: FoldedText, synonyms: Synonyms): QueryPart[] {
  const parts: QueryPart[] = [];
  let at = 0;
  while (at < folded.length) {
    const script = folded.scripts[at];
    if (script === Script.Separator) {
      at++;
      continue;
    }
    const knownEnd = knownWordEnd(folded, at, synonyms);
    if (knownEnd > at) {
      parts.push(partOf(chunk, folded, at, knownEnd, 'known'));
      at = knownEnd;
      continue;
    }
    const numberEnd = numberedEnd(chunk.text, folded, at);
    if (numberEnd > at) {
      parts.push(partOf(chunk, folded, at, numberEnd, 'number'));
      at = numberEnd;
    } else if (script === Script.Word) {
      const end = joinedWordsEnd(chunk.text, folded, at);
      parts.push(partOf(chunk, folded, at, end, 'word'));
      at = end;
    } else if (script === Script.Symbol) {
      const end = stretchEnd(folded, at, synonyms);
      parts.push(partOf(chunk, folded, at, end, 'symbol'));
      at = end;
    } else if (script === Script.Katakana) {
      const end = stretchEnd(folded, at, synonyms);
      parts.push(partOf(chunk, folded, at, end, 'katakana'));
      at = end;
    } else if (script === Script.Kanji) {
      const { part, end } = readKanji(chunk, folded, at, synonyms);
      if (part) parts.push(part);
      at = end;
    } else {
      const end = stretchEnd(folded, at, synonyms);
      const kana = foldedString(folded, at, end);
      const followsWord = at > 0 && folded.scripts[at - 1] !== Script.Separator;
      const from = at + leadingFunctionWords(kana, followsWord);
      const to = at + trailingFunctionWords(kana);
      if (mayBeKanaWord(folded.units, from, to)) parts.push(partOf(chunk, folded, from, to, 'kana'));
      at = end;
    }
  }
  // A query of nothing but function words is about them.
  if (parts.length === 0 && folded.length > 0) return [partOf(chunk, folded, 0, folded.length, 'kana')];
  return parts;
}

/** The part that a run of kanji with its okurigana makes; none where the kanji only ask. */
function readKanji(
  chunk: Chunk,
  folded: FoldedText,
  at: number,
  synonyms: Synonyms,
): { part: QueryPart | undefined; end: number } {
  const kanjiEnd = stretchEnd(folded, at, synonyms);
  const [from, to] = namingStretch(foldedString(folded, at, kanjiEnd));
  const isToTheEnd = at + to === kanjiEnd;
  const end = isToTheEnd ? inflectedEnd(folded, kanjiEnd, synonyms) : kanjiEnd;
  const partEnd = isToTheEnd ? end : at + to;
  return { part: to > from ? partOf(chunk, folded, at + from, partEnd, 'kanji') : undefined, end };
}

/** The end of the longest word of the synonym groups that starts here, or `at`. */
function knownWordEnd(folded: FoldedText, at: number, synonyms: Synonyms): number {
  if (at + 1 >= folded.length || !canStartWord(folded, at)) return at;
  const key = wordKey(foldedString(folded, at, Math.min(folded.length, at + 4)));
  const longest = synonyms.longestBeginningWith(key.charCodeAt(0), key.charCodeAt(1));
  if (longest === 0) return at;
  for (let end = Math.min(folded.length, at + longest + LONGER_THAN_KEY); end >= at + 2; end--) {
    if (!canEndWord(folded, end)) continue;
    if (isShortKana(folded, at, end)) break;
    if (synonyms.has(wordKey(foldedString(folded, at, end)))) return end;
  }
  return at;
}

/** The key of a word may lack so many of its long marks and small kana. */
const LONGER_THAN_KEY = 3;

/** Words of letters and of katakana are whole: ログ is not in プログラム. */
function canStartWord({ scripts }: FoldedText, at: number): boolean {
  const script = scripts[at] as number;
  const isWhole = script === Script.Word || script === Script.Katakana;
  return script !== Script.Separator && !(isWhole && at > 0 && scripts[at - 1] === script);
}

function canEndWord({ scripts, length }: FoldedText, end: number): boolean {
  const script = scripts[end - 1] as number;
  const isWhole = script === Script.Word || script === Script.Katakana;
  return script !== Script.Separator && !(isWhole && end < length && scripts[end] === script);
}

/** One or two hiragana are as likely a piece of grammar as a word. */
function isShortKana({ scripts }: FoldedText, at: number, end: number): boolean {
  if (end - at > 2) return false;
  for (let i = at; i < end; i++) if (scripts[i] !== Script.Hiragana) return false;
  return true;
}

/** The end of the run of one script that starts here, cut where a known word starts. */
function stretchEnd(folded: FoldedText, at: number, synonyms: Synonyms): number {
  const script = folded.scripts[at];
  let end = at + 1;
  while (end < folded.length && folded.scripts[end] === script && knownWordEnd(folded, end, synonyms) === end)
    end++;
  return end;
}

function joinedWordsEnd(text: string, folded: FoldedText, at: number): number {
  let end = runEnd(folded, at);
  while (
    end + 1 < folded.length &&
    folded.scripts[end] === Script.Separator &&
    folded.scripts[end + 1] === Script.Word &&
    JOINER.test(text.slice(folded.ends[end - 1], folded.starts[end + 1]))
  ) {
    end = runEnd(folded, end + 1);
  }
  return end;
}

/** The end of a number with what counts or orders it, which starts here (第3回, 2021年度); `at` where none does. */
function numberedEnd(text: string, folded: FoldedText, at: number): number {
  const ordinal = folded.units[at] === ORDINAL && at + 1 < folded.length;
  const from = ordinal ? at + 1 : at;
  if (!isDigit(folded.units[from] as number)) return at;
  let end = from;
  while (end < folded.length && isDigit(folded.units[end] as number)) end++;
  if (end < folded.length && folded.scripts[end] === Script.Word) return at;
  const rest = text.slice(folded.starts[end] ?? text.length).trimStart();
  const [counter = ''] = COUNTER.exec(rest) ?? [];
  if (counter !== '') return Math.min(folded.length, end + counter.length);
  return ordinal ? end : at;
}
const ORDINAL = '第'.charCodeAt(0);

/** Kanji with their okurigana, across further kanji of the same word: 問い合わせ, 取り扱い説明書. */
function inflectedEnd(folded: FoldedText, kanjiEnd: number, synonyms: Synonyms): number {
  let end = kanjiEnd;
  for (;;) {
    const linked = kanjiAfterOkurigana(folded, end - 1);
    if (linked === 0 || knownWordEnd(folded, linked, synonyms) > linked) break;
    end = stretchEnd(folded, linked, synonyms);
  }
  let kanaEnd = end;
  while (kanaEnd < folded.length && folded.scripts[kanaEnd] === Script.Hiragana) kanaEnd++;
  if (kanaEnd === end) return end;
  const kana = foldedString(folded, end, kanaEnd);
  const followsSeveral = end >= 2 && folded.scripts[end - 2] === Script.Kanji;
  if (beginsWithParticle(kana, followsSeveral)) return end;
  const okurigana = Math.min(trailingFunctionWords(kana), MAX_INFLECTION);
  return end + okurigana;
}

/** Longer kana after a kanji are words of their own. */
const MAX_INFLECTION = 3;

/** Marks the parts at the end of a question that only ask; something it asks about always stays. */
function withAskingParts(parts: readonly QueryPart[]): QueryPart[] {
  const lastNaming = parts.findLastIndex(({ kind, folded }) => kind === 'phrase' || !isAskingWord(folded));
  return parts.map((part, i) => (i > Math.max(0, lastNaming) ? { ...part, isAsking: true } : part));
}

function distinct(parts: readonly QueryPart[]): QueryPart[] {
  const seen = new Map<string, QueryPart>();
  for (const part of parts) if (!seen.has(part.folded)) seen.set(part.folded, part);
  return [...seen.values()];
}
