import { raw } from 'hono/utils/html';
import type { Language, Reading } from '../../platform/i18n/language.ts';
import type { TypesetRun, TypesetText } from '../../platform/i18n/typesetting.ts';
import { breakLongPhrases } from './phrase-breaks.ts';
import { escapeHtml, type Markup, rubyHtml } from './ruby.ts';

/** A text ready to be written out, in the language it really is in. */
export interface Words {
  text: string;
  language: Language;
  typeset?: TypesetText;
}

/** A stretch of text, marked where it matched what was searched for. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** A label or a long text: with furigana when the reader asked, and `lang` when it differs from the page's. */
export function words(text: Words, reading: Reading): Markup {
  if (reading.furigana && text.typeset)
    return raw(inLanguage(runsHtml(text.typeset, reading), text, reading));
  if (text.language === reading.language) return text.text;
  return raw(inLanguage(escapeHtml(text.text), text, reading));
}

/** A heading or a sentence or two: as `words`, and breakable between phrases only. */
export function phrasedWords(text: Words, reading: Reading): Markup {
  if (!text.typeset) return words(text, reading);
  return raw(inLanguage(phrasedHtml(text.typeset, reading), text, reading));
}

/** As `phrasedWords`, with what matched in `<mark>`. */
export function markedWords(text: Words, segments: Segment[] | undefined, reading: Reading): Markup {
  if (!segments) return phrasedWords(text, reading);
  const sameText = segments.map((segment) => segment.text).join('') === text.text;
  const html =
    text.typeset && sameText
      ? markedRuns(phrasedRuns(text.typeset), segments, reading)
      : segments.map((segment) => markIf(segment.marked, escapeHtml(segment.text))).join('');
  return raw(inLanguage(html, text, reading));
}

function inLanguage(html: string, text: Words, page: Reading): string {
  return text.language === page.language ? html : `<span lang="${text.language}">${html}</span>`;
}

/*
 * A record's typeset text is one object until the record is published anew, so what is made of it is kept as long
 * as it lives.
 */
const phrased = new WeakMap<TypesetText, TypesetText>();
const plainHtml = new WeakMap<TypesetText, string>();
const rubiedHtml = new WeakMap<TypesetText, string>();

function phrasedRuns(typeset: TypesetText): TypesetText {
  return kept(phrased, typeset, () => breakLongPhrases(typeset));
}

function phrasedHtml(typeset: TypesetText, reading: Reading): string {
  const cache = reading.furigana ? rubiedHtml : plainHtml;
  return kept(cache, typeset, () =>
    phrasedRuns(typeset)
      .map((run) => breakHtml(run) + runHtml(run, reading))
      .join(''),
  );
}

function kept<Value>(cache: WeakMap<TypesetText, Value>, typeset: TypesetText, make: () => Value): Value {
  let value = cache.get(typeset);
  if (value === undefined) {
    value = make();
    cache.set(typeset, value);
  }
  return value;
}

function runsHtml(runs: TypesetText, reading: Reading): string {
  return runs.map((run) => runHtml(run, reading)).join('');
}

function runHtml(run: TypesetRun, { furigana }: Reading): string {
  return furigana && run.reading ? rubyHtml(run.text, run.reading) : escapeHtml(run.text);
}

function breakHtml(run: TypesetRun): string {
  return run.breakBefore ? '<wbr>' : '';
}

function markIf(marked: boolean, html: string): string {
  return marked && html ? `<mark>${html}</mark>` : html;
}

/** A word drawn with its reading is marked whole when any of it matched: ruby cannot be cut. */
function markedRuns(runs: TypesetText, segments: Segment[], reading: Reading): string {
  const places = new MarkedPlaces(segments);
  let html = '';
  for (const run of runs) {
    const pieces = places.cut(run.text);
    html += breakHtml(run);
    if (reading.furigana && run.reading) {
      const matched = pieces.some(({ marked }) => marked);
      html += markIf(matched, runHtml(run, reading));
    } else for (const { text, marked } of pieces) html += markIf(marked, escapeHtml(text));
  }
  return html.replaceAll('</mark><mark>', '').replaceAll('</mark><wbr><mark>', '<wbr>');
}

/** The segments of a text, read from its beginning to its end. */
class MarkedPlaces {
  readonly #segments: readonly Segment[];
  #number = 0;
  /** How much of the segment `#number` was read. */
  #read = 0;

  constructor(segments: readonly Segment[]) {
    this.#segments = segments;
  }

  /** Cuts the run of the text that comes next where segments meet. */
  cut(run: string): Segment[] {
    const pieces: Segment[] = [];
    let from = 0;
    while (from < run.length) {
      const segment = this.#segments[this.#number];
      if (!segment) break;
      const length = Math.min(run.length - from, segment.text.length - this.#read);
      if (length > 0) pieces.push({ text: run.slice(from, from + length), marked: segment.marked });
      from += length;
      this.#read += length;
      if (this.#read < segment.text.length) break;
      this.#number += 1;
      this.#read = 0;
    }
    return pieces;
  }
}
