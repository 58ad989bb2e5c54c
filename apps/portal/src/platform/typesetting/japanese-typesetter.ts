import { loadDefaultJapaneseParser } from 'budoux';
import type { TypesetRun, TypesetText } from '../i18n/typesetting.ts';
import type { Typesetter } from '../publishing/typesetting.ts';
import { alignReading, needsReading } from './furigana.ts';

/** Readings in hiragana for words that the dictionary gets wrong. */
export type ReadingLexicon = ReadonlyMap<string, string>;

interface Token {
  surface: string;
  reading?: string;
}

export interface Tokenizer {
  tokenize(text: string): Token[];
}

let loaded: Promise<Tokenizer> | undefined;

/** Loads IPADIC once. Takes about a quarter of a second and 100 MB, so call it only to publish or preview. */
export function loadTokenizer(): Promise<Tokenizer> {
  loaded ??= readDictionary();
  return loaded;
}

async function readDictionary(): Promise<Tokenizer> {
  const { TokenizerBuilder } = await import('lindera-wasm-nodejs-ipadic');
  const builder = new TokenizerBuilder();
  builder.setDictionary('embedded://ipadic');
  builder.setMode('normal');
  return builder.build() as Tokenizer;
}

/** A typesetter with the tokenizer's readings, overridden by the lexicon, and BudouX's phrase breaks. */
export function createTypesetter(tokenizer: Tokenizer, lexicon: ReadingLexicon): Typesetter {
  const phrases = loadDefaultJapaneseParser();
  const words = new LexiconMatcher(lexicon);
  return (text) => breakIntoPhrases(readWords(text, tokenizer, words), phrases.parse(text));
}

function readWords(text: string, tokenizer: Tokenizer, words: LexiconMatcher): TypesetText {
  const runs = words
    .split(text)
    .flatMap(({ text: stretch, reading }) =>
      reading === undefined ? readStretch(stretch, tokenizer) : alignReading(stretch, reading),
    );
  return mergePlainRuns(runs);
}

/** The tokenizer omits spaces and line ends; text between two tokens is kept. */
function readStretch(stretch: string, tokenizer: Tokenizer): TypesetText {
  const runs: TypesetText = [];
  let position = 0;
  for (const token of tokenizer.tokenize(stretch)) {
    const start = stretch.indexOf(token.surface, position);
    if (start < 0) continue;
    if (start > position) runs.push({ text: stretch.slice(position, start) });
    runs.push(...readToken(token));
    position = start + token.surface.length;
  }
  if (position < stretch.length) runs.push({ text: stretch.slice(position) });
  return runs;
}

function readToken({ surface, reading }: Token): TypesetRun[] {
  if (!reading || reading === '*' || !needsReading(surface)) return [{ text: surface }];
  return alignReading(surface, reading);
}

function mergePlainRuns(runs: TypesetText): TypesetText {
  const merged: TypesetText = [];
  for (const run of runs) {
    const last = merged.at(-1);
    if (last && last.reading === undefined && run.reading === undefined) last.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

/**
 * Characters that no line begins with: small kana, the long mark, iteration marks, closing brackets and stops
 * (JIS X 4051, 行頭禁則文字). A phrase break is an opportunity that browsers take even before these.
 */
const neverFirstInLine =
  /^[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿーｰｧ-ｯゝゞヽヾ々〻、。，．・：；？！）」』】〕］｝〉》”’,.:;?!)\]}]/u;

/**
 * Splits runs at phrase boundaries. A boundary inside a run with a reading is dropped: ruby is not broken; so is one
 * before a character that no line begins with.
 */
function breakIntoPhrases(runs: TypesetText, phrases: string[]): TypesetText {
  const breaks = new Set<number>();
  let end = 0;
  for (const phrase of phrases) {
    if (!neverFirstInLine.test(phrase)) breaks.add(end);
    end += phrase.length;
  }
  const typeset: TypesetText = [];
  let position = 0;
  for (const run of runs) {
    const pieces = run.reading === undefined ? cutAt(run.text, position, breaks) : [run.text];
    for (const piece of pieces) {
      const breakBefore = position > 0 && breaks.has(position);
      typeset.push({
        text: piece,
        ...(run.reading !== undefined && { reading: run.reading }),
        ...(breakBefore && { breakBefore }),
      });
      position += piece.length;
    }
  }
  return typeset;
}

function cutAt(text: string, offset: number, breaks: ReadonlySet<number>): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (index < text.length && !breaks.has(offset + index)) continue;
    pieces.push(text.slice(start, index));
    start = index;
  }
  return pieces;
}

/** Finds the lexicon's words in a text, longest match first. */
class LexiconMatcher {
  readonly #pattern: RegExp | undefined;
  readonly #lexicon: ReadingLexicon;

  constructor(lexicon: ReadingLexicon) {
    this.#lexicon = lexicon;
    const words = [...lexicon.keys()].sort((a, b) => b.length - a.length);
    if (words.length > 0)
      this.#pattern = new RegExp(
        `(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
        'u',
      );
  }

  split(text: string): { text: string; reading?: string }[] {
    if (!this.#pattern) return [{ text }];
    return text
      .split(this.#pattern)
      .filter((stretch) => stretch !== '')
      .map((stretch) => {
        const reading = this.#lexicon.get(stretch);
        return reading === undefined ? { text: stretch } : { text: stretch, reading };
      });
  }
}
