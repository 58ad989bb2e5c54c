import { raw } from 'hono/utils/html';
import type { Language, Reading } from '../../platform/i18n/language.ts';
import type { TypesetRun, TypesetText } from '../../platform/i18n/typesetting.ts';
import { breakLongPhrases } from './phrase-breaks.ts';
import { escapeHtml, type Markup, rubyHtml } from './ruby.ts';

/** A text ready to render, with its actual language. */
export interface Words {
  text: string;
  language: Language;
  typeset?: TypesetText;
}

/** A part of a text, marked if it matches the search. */
export interface Segment {
  text: string;
  marked: boolean;
}

/**
 * Renders a label or long text: with furigana if the reader chose it, and `lang` if it differs from the
 * page's.
 */
export function words(text: Words, reading: Reading): Markup {
  if (reading.furigana && text.typeset)
    return raw(inLanguage(runsHtml(text.typeset, reading), text, reading));
  if (text.language === reading.language) return text.text;
  return raw(inLanguage(escapeHtml(text.text), text, reading));
}

/** Renders a heading or short text like `words`, with line breaks between phrases only. */
export function phrasedWords(text: Words, reading: Reading): Markup {
  if (!text.typeset) return words(text, reading);
  return raw(inLanguage(phrasedHtml(text.typeset, reading), text, reading));
}

/** Like `phrasedWords`, with matches in `<mark>`. */
export function markedWords(text: Words, segments: Segment[] | undefined, reading: Reading): Markup {
  if (!segments) return phrasedWords(text, reading);
  const sameText = segments.map((segment) => segment.text).join('') === text.text;
  const html =
    text.typeset && sameText
      ? markedRuns(runsToMark(text.typeset, reading), segments, reading)
      : segments.map((segment) => markIf(segment.marked, escapeHtml(segment.text))).join('');
  return raw(inLanguage(html, text, reading));
}

function inLanguage(html: string, text: Words, page: Reading): string {
  return text.language === page.language ? html : `<span lang="${text.language}">${html}</span>`;
}

/*
 * A typeset text is the same object until its record is published again, so results are cached for its lifetime.
 */
const phrased = new WeakMap<TypesetText, TypesetText>();
const wholePhrases = new WeakMap<TypesetText, TypesetText>();
const plainHtml = new WeakMap<TypesetText, string>();
const rubiedHtml = new WeakMap<TypesetText, string>();

function phrasedRuns(typeset: TypesetText): TypesetText {
  return kept(phrased, typeset, () => breakLongPhrases(typeset));
}

/** Without furigana, each phrase is one run. */
function runsToMark(typeset: TypesetText, { furigana }: Reading): TypesetText {
  if (furigana) return phrasedRuns(typeset);
  return kept(wholePhrases, typeset, () => {
    const phrases: TypesetRun[] = [];
    for (const { text, breakBefore } of phrasedRuns(typeset)) {
      const last = phrases.at(-1);
      if (last && !breakBefore) last.text += text;
      else phrases.push({ text, ...(breakBefore && { breakBefore }) });
    }
    return phrases;
  });
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

/** A word with ruby is marked whole if any part matches: ruby cannot be split. */
function markedRuns(runs: TypesetText, segments: Segment[], reading: Reading): string {
  const writer = new MarkWriter();
  let number = 0;
  /** Characters of the current segment already written. */
  let written = 0;
  for (const run of runs) {
    const isWhole = reading.furigana && Boolean(run.reading);
    let isMatched = false;
    if (run.breakBefore) writer.break();
    for (let from = 0; from < run.text.length; ) {
      const segment = segments[number];
      if (!segment) break;
      const length = Math.min(run.text.length - from, segment.text.length - written);
      if (isWhole) isMatched ||= segment.marked && length > 0;
      else if (length > 0) writer.write(escapeHtml(run.text.slice(from, from + length)), segment.marked);
      from += length;
      written += length;
      if (written < segment.text.length) break;
      number += 1;
      written = 0;
    }
    if (isWhole) writer.write(runHtml(run, reading), isMatched);
  }
  return writer.end();
}

/** Writes HTML with marks; a mark continues across runs and breaks. */
class MarkWriter {
  #html = '';
  #isMarking = false;
  #isBreakDue = false;

  break(): void {
    this.#isBreakDue = true;
  }

  write(html: string, isMarked: boolean): void {
    if (this.#isMarking && !isMarked) this.#html += '</mark>';
    if (this.#isBreakDue) this.#html += '<wbr>';
    if (!this.#isMarking && isMarked) this.#html += '<mark>';
    this.#html += html;
    this.#isMarking = isMarked;
    this.#isBreakDue = false;
  }

  end(): string {
    return this.#isMarking ? `${this.#html}</mark>` : this.#html;
  }
}
