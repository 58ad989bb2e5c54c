import { raw } from 'hono/utils/html';
import type { Language, Reading } from '../../platform/i18n/language.ts';
import type { TypesetText } from '../../platform/i18n/typesetting.ts';
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

/** Running text: with furigana when the reader asked, and `lang` when it differs from the page's. */
export function words(text: Words, reading: Reading): Markup {
  if (reading.furigana && text.typeset)
    return raw(inLanguage(text.typeset.map(runHtml).join(''), text.language, reading));
  if (text.language === reading.language) return text.text;
  return raw(inLanguage(escapeHtml(text.text), text.language, reading));
}

/** A heading: as running text, and breakable between phrases only. */
export function headingWords(text: Words, reading: Reading): Markup {
  if (!text.typeset) return words(text, reading);
  let html = '';
  for (const run of text.typeset) {
    if (run.breakBefore) html += '<wbr>';
    html += reading.furigana ? runHtml(run) : escapeHtml(run.text);
  }
  return raw(inLanguage(html, text.language, reading));
}

/** Text with what matched in `<mark>`; readings stay where the marks belong to the same text. */
export function markedWords(text: Words, segments: Segment[] | undefined, reading: Reading): Markup {
  if (!segments) return words(text, reading);
  const html =
    reading.furigana && text.typeset && joined(segments) === text.text
      ? markedRuby(text.typeset, segments)
      : segments.map((segment) => markIf(segment.marked, escapeHtml(segment.text))).join('');
  return raw(inLanguage(html, text.language, reading));
}

function runHtml(run: { text: string; reading?: string }): string {
  return run.reading ? rubyHtml(run.text, run.reading) : escapeHtml(run.text);
}

function inLanguage(html: string, language: Language, page: Reading): string {
  if (language === page.language) return html;
  return `<span lang="${language}">${html}</span>`;
}

function markIf(marked: boolean, html: string): string {
  return marked && html ? `<mark>${html}</mark>` : html;
}

function joined(segments: Segment[]): string {
  return segments.map(({ text }) => text).join('');
}

/** A word with a reading is marked whole when any of it matched: ruby cannot be cut. */
function markedRuby(typeset: TypesetText, segments: Segment[]): string {
  const marks = segments.flatMap(({ text, marked }) => Array<boolean>(text.length).fill(marked));
  let position = 0;
  let html = '';
  for (const run of typeset) {
    const end = position + run.text.length;
    if (run.reading) html += markIf(marks.slice(position, end).includes(true), runHtml(run));
    else html += plainRun(run.text, marks.slice(position, end));
    position = end;
  }
  return html.replaceAll('</mark><mark>', '');
}

function plainRun(text: string, marks: boolean[]): string {
  let html = '';
  let start = 0;
  for (let index = 1; index <= text.length; index += 1) {
    if (index < text.length && marks[index] === marks[start]) continue;
    html += markIf(marks[start] ?? false, escapeHtml(text.slice(start, index)));
    start = index;
  }
  return html;
}
