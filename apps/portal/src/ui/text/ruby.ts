import type { HtmlEscapedString } from 'hono/utils/html';
import { escapeToBuffer, raw } from 'hono/utils/html';

/** Text already escaped, with the little markup that typesetting adds. */
export type Markup = string | HtmlEscapedString;

export function escapeHtml(text: string): string {
  const buffer: [string] = [''];
  escapeToBuffer(text, buffer);
  return buffer[0];
}

/** A word with its reading above it; in brackets behind it where ruby is not drawn. */
export function rubyHtml(text: string, reading: string): string {
  return `<ruby>${escapeHtml(text)}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp></ruby>`;
}

const notation = /｜([^《》｜]+)《([^《》｜]+)》/g;

/** Takes the readings out of a sentence written as in `｜被害《ひがい》に｜遭《あ》ったら`. */
export function withoutReadings(sentence: string): string {
  return sentence.replace(notation, '$1');
}

/** Sets the readings of a sentence in that notation as ruby. */
export function withRuby(sentence: string): Markup {
  const pieces: string[] = [];
  let end = 0;
  for (const match of sentence.matchAll(notation)) {
    const [whole, word = '', reading = ''] = match;
    pieces.push(escapeHtml(sentence.slice(end, match.index)), rubyHtml(word, reading));
    end = match.index + whole.length;
  }
  if (pieces.length === 0) return sentence;
  return raw(pieces.join('') + escapeHtml(sentence.slice(end)));
}
