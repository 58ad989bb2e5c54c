import { micromark } from 'micromark';
import type { Label } from '../i18n/localised.ts';

const tag = /<[^>]*>/g;
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * Bounds of Markdown that is parsed. The parser's time is quadratic in some of these and multiplicative in
 * others; within the bounds the worst full-length text takes some tens of milliseconds.
 */
export const markdownBounds = {
  characters: 16_000,
  lines: 1_000,
  /** Nesting of quotes and list items at the start of one line. */
  depth: 8,
  /** Quotes and list items in all lines together. */
  containers: 600,
  /** Leading spaces of a line, which create nested lists. */
  indent: 32,
  /** Runs of `*` and `_`. */
  emphasis: 400,
  /** `[` and `]`: twice the number of links. */
  brackets: 400,
  /** Openings of HTML comments, instructions and declarations; for each the parser searches for the end. */
  comments: 20,
  /** Underlined headings and thematic breaks. */
  underlines: 100,
};

/** Markers of quotes and list items, with the spaces between them. */
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const container = />|[-*+]|\d+[.)]/g;
const underline = /^[ \t>]*(?:=+|-+)[ \t]*$/;

/** Why a text is not rendered as Markdown, for its author; undefined if it is. */
export function markdownFault(source: string): Label | undefined {
  const {
    characters,
    lines: maxLines,
    depth,
    containers: maxContainers,
    indent,
    emphasis,
    brackets,
    comments,
    underlines,
  } = markdownBounds;
  if (source.length > characters) return faults.characters;
  if (count(source, /[*_]+/g) > emphasis) return faults.emphasis;
  if (count(source, /[[\]]/g) > brackets) return faults.brackets;
  if (count(source, /<[!?]/g) > comments) return faults.comments;
  const lines = source.split(/\r\n|\r|\n/);
  if (lines.length > maxLines) return faults.lines;
  let contained = 0;
  let underlined = 0;
  for (const line of lines) {
    const begun = count(containers.exec(line)?.[0] ?? '', container);
    if (begun > depth) return faults.depth;
    contained += begun;
    if (indentOf(line) > indent) return faults.depth;
    if (underline.test(line)) underlined += 1;
  }
  if (contained > maxContainers) return faults.containers;
  return underlined > underlines ? faults.underlines : undefined;
}

/**
 * Renders Markdown as HTML. Raw HTML is shown as text, and unsafe links are dropped. A text beyond the bounds
 * is shown unformatted, in paragraphs.
 */
export function markdownToHtml(source: string): string {
  return markdownFault(source) ? paragraphs(source) : micromark(source);
}

function paragraphs(source: string): string {
  return source
    .split(/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${escaped(paragraph.trim())}</p>`)
    .join('\n');
}

/** The text of HTML from `markdownToHtml`, without tags: for typesetting and search. */
export function textOfHtml(html: string): string {
  return unescapeHtml(html.replace(tag, ''));
}

/** Reverts the escaping of the four characters that the Markdown renderer escapes. */
export function unescapeHtml(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

const escapes = Object.fromEntries(
  Object.entries(entities).map(([entity, character]) => [character, entity]),
);

function indentOf(line: string): number {
  const blanks = /^[ \t]*/.exec(line)?.[0] ?? '';
  return blanks.length + 3 * count(blanks, /\t/g);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

const faults = {
  characters: {
    ja: `Markdownで書ける文章は${markdownBounds.characters.toLocaleString('en')}字までです。短くしてください。`,
    en: `A text in Markdown has at most ${markdownBounds.characters.toLocaleString('en')} characters; shorten it.`,
  },
  lines: {
    ja: `行が多すぎます（${markdownBounds.lines.toLocaleString('en')}行まで）。`,
    en: `There are too many lines; at most ${markdownBounds.lines.toLocaleString('en')}.`,
  },
  depth: {
    ja: `引用（>）や箇条書きの入れ子が深すぎます（${markdownBounds.depth}段まで、行の始めの空白は${markdownBounds.indent}字まで）。`,
    en: `Quotes (>) or lists stand too deep within each other; at most ${markdownBounds.depth} levels, and ${markdownBounds.indent} blanks before a line.`,
  },
  containers: {
    ja: `引用（>）や箇条書きの行が多すぎます（合わせて${markdownBounds.containers}個まで）。`,
    en: `There are too many marks of quotes (>) and list items; at most ${markdownBounds.containers} in all.`,
  },
  emphasis: {
    ja: `強調の印（* や _）が多すぎます（${markdownBounds.emphasis}か所まで）。`,
    en: `There are too many marks of emphasis (* or _); at most ${markdownBounds.emphasis}.`,
  },
  brackets: {
    ja: `角かっこ（[ と ]）が多すぎます（合わせて${markdownBounds.brackets}個まで）。`,
    en: `There are too many square brackets; at most ${markdownBounds.brackets} in all.`,
  },
  comments: {
    ja: `「<!」や「<?」が多すぎます（${markdownBounds.comments}か所まで）。`,
    en: `There are too many “<!” or “<?”; at most ${markdownBounds.comments}.`,
  },
  underlines: {
    ja: `下線だけの行（--- や ===）が多すぎます（${markdownBounds.underlines}行まで）。`,
    en: `There are too many lines of --- or ===; at most ${markdownBounds.underlines}.`,
  },
} satisfies Record<string, Label>;
