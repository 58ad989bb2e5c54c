import { setImmediate } from 'node:timers/promises';
import type { TypesetText } from '../i18n/typesetting.ts';
import { markdownToHtml, textOfHtml } from '../typesetting/markdown.ts';

/** Typeset Japanese texts of a record by their path, such as `title.ja` or `steps.0.body.easy`. */
export type TypesetFields = Record<string, TypesetText>;

/** Splits Japanese text into runs with furigana and phrase breaks. */
export type Typesetter = (text: string) => TypesetText;

const hasJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const japaneseKeys = new Set(['ja', 'easy']);
/** Texts under these keys are Markdown, by convention for every kind. */
export const markdownKeys: ReadonlySet<string> = new Set(['description', 'body']);

/** Characters typeset before yielding to the event loop. */
const atOnce = 1_000;

/**
 * Typesets every Japanese text of a record: those under a key `ja` or `easy`, at any depth. In Markdown the
 * words are typeset, without the markup. Long texts are typeset in pieces so that requests are not blocked.
 * @param data  the record's data
 */
export async function typesetFields(data: unknown, typeset: Typesetter): Promise<TypesetFields> {
  const fields: TypesetFields = {};
  let done = 0;
  for (const [path, words] of textsIn(data, [])) {
    const runs: TypesetText = [];
    for (const piece of piecesOf(words)) {
      done += piece.length;
      if (done > atOnce) {
        done = piece.length;
        await setImmediate();
      }
      runs.push(...continued(typeset(piece), runs));
    }
    fields[path] = runs;
  }
  return fields;
}

/** The Japanese texts of a record with their paths. */
function* textsIn(value: unknown, path: readonly string[]): Generator<[path: string, words: string]> {
  const [parent, key] = path.slice(-2);
  if (typeof value === 'string') {
    if (!key || !japaneseKeys.has(key) || !hasJapanese.test(value)) return;
    const isMarkdown = parent !== undefined && markdownKeys.has(parent);
    yield [path.join('.'), isMarkdown ? textOfHtml(markdownToHtml(value)) : value];
  } else if (value !== null && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) yield* textsIn(inner, [...path, name]);
}

/** Splits a long text at the ends of sentences or lines; an overlong sentence is split anywhere. */
function piecesOf(text: string): string[] {
  if (text.length <= atOnce) return [text];
  const pieces: string[] = [];
  for (let start = 0; start < text.length; ) {
    // Do not split a surrogate pair.
    const isHalf = /[\ud800-\udbff]/.test(text.charAt(start + atOnce - 1));
    const longest = text.slice(start, start + atOnce - Number(isHalf));
    const end = Math.max(longest.lastIndexOf('。'), longest.lastIndexOf('\n')) + 1;
    const piece = start + longest.length === text.length || end === 0 ? longest : longest.slice(0, end);
    pieces.push(piece);
    start += piece.length;
  }
  return pieces;
}

/** Runs of a piece that follows others: a phrase begins at the start of a sentence. */
function continued([first, ...rest]: TypesetText, before: TypesetText): TypesetText {
  if (!first) return [];
  const afterSentence = before.at(-1)?.text.endsWith('。') ?? false;
  return [afterSentence ? { ...first, breakBefore: true } : first, ...rest];
}
