import type { HtmlEscapedString } from 'hono/utils/html';
import { escapeToBuffer, raw } from 'hono/utils/html';

/** Escaped text with the markup added by typesetting. */
export type Markup = string | HtmlEscapedString;

export function escapeHtml(text: string): string {
  const buffer: [string] = [''];
  escapeToBuffer(text, buffer);
  return buffer[0];
}

/** A word with its reading as ruby; in brackets after it if ruby is not supported. */
export function rubyHtml(text: string, reading: string): string {
  return `<ruby>${escapeHtml(text)}<rp>（</rp><rt>${escapeHtml(reading)}</rt><rp>）</rp></ruby>`;
}

const notation = /｜([^《》｜]+)《([^《》｜]+)》/g;

/** Removes the readings from a sentence such as `｜被害《ひがい》に｜遭《あ》ったら`. */
export function withoutReadings(sentence: string): string {
  return sentence.replace(notation, '$1');
}

/** Renders the readings of such a sentence as ruby. */
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
