import type { ReadLimits } from '../sbom.ts';
import { SbomError } from '../sbom-error.ts';

/** One `Tag: value` of a document; `line` is where it begins. A line that has no such form has no tag. */
export interface TagLine {
  line: number;
  tag: string | undefined;
  value: string;
}

/** A carriage return at the end of a piece may be the first half of a line end. */
const LINE_END = /\r\n|\n|\r(?!$)/;
const opening = '<text>';
const closing = '</text>';

/** Yields the tags of an SPDX tag-value document; a value in `<text>…</text>` may go over several lines. */
export async function* tagLines(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<TagLine> {
  let open: TagLine | undefined;
  for await (const { line, text } of lines(source, limits)) {
    if (open) {
      open.value += `\n${text}`;
      if (open.value.length > limits.itemBytes) throw tooLarge(open.line, limits);
      if (!text.includes(closing)) continue;
      yield { ...open, value: unwrapped(open.value) };
      open = undefined;
      continue;
    }
    const trimmed = text.trim();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const found = /^\s*([A-Za-z][A-Za-z0-9]*)\s*:\s*(.*)$/.exec(text);
    const entry = { line, tag: found?.[1], value: (found?.[2] ?? text).trim() };
    if (!entry.value.startsWith(opening)) yield entry;
    else if (entry.value.includes(closing)) yield { ...entry, value: unwrapped(entry.value) };
    else open = entry;
  }
  if (open) throw new SbomError('truncated', `line ${open.line}`);
}

function unwrapped(value: string): string {
  return value.slice(opening.length, value.indexOf(closing));
}

async function* lines(
  source: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): AsyncGenerator<{ line: number; text: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest = '';
  let line = 0;
  const decoded = (piece?: Uint8Array): string => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch {
      const found = { ja: 'UTF-8 として読めないバイト列', en: 'bytes that are not UTF-8' };
      throw new SbomError('encoding', `line ${line + 1}`, found);
    }
  };
  for await (const piece of source) {
    const complete = (rest + decoded(piece)).split(LINE_END);
    rest = complete.pop() ?? '';
    if (rest.length > limits.itemBytes) throw tooLarge(line + 1, limits);
    for (const text of complete) yield { line: ++line, text };
  }
  const last = (rest + decoded()).replace(/\r$/, '');
  if (last) yield { line: ++line, text: last };
}

function tooLarge(line: number, limits: ReadLimits): SbomError {
  return new SbomError('too-large', `line ${line}`, String(limits.itemBytes));
}
