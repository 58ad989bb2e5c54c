import { findReferences } from '../references/find-references.ts';
import type { Reference, TextPlace } from '../references/reference.ts';
import { isElement, type LawElement } from '../texts/law-text.ts';

/** A range of a text to be linked. */
export interface LinkSpan {
  start: number;
  end: number;
  reference: Reference;
}

/**
 * Ranges of a text to link. For a reference that contains another, only the part behind its brackets.
 * They do not overlap and are in order.
 */
export function linkSpans(text: string, references: readonly Reference[]): LinkSpan[] {
  const spans: LinkSpan[] = [];
  const outer: Reference[] = [];
  for (const [index, reference] of references.entries()) {
    const next = references[index + 1];
    if (next !== undefined && next.start < reference.end) outer.push(reference);
    else spans.push({ start: reference.start, end: reference.end, reference });
  }
  for (const reference of outer) {
    const inner =
      Math.max(text.lastIndexOf('）', reference.end - 1), text.lastIndexOf(')', reference.end - 1)) + 1;
    const start = Math.max(inner, reference.start);
    if (start < reference.end && !spans.some((span) => span.start < reference.end && span.end > start))
      spans.push({ start, end: reference.end, reference });
  }
  return spans.sort((a, b) => a.start - b.start);
}

/** The spans in each text node of a provision, by the element that holds it and the node's index. */
export type NodeSpans = ReadonlyMap<LawElement, ReadonlyMap<number, LinkSpan[]>>;

/** References in a provision, read as one text so that 同項 in an item knows what its paragraph named. */
export function spansOf(element: LawElement, place: TextPlace): NodeSpans {
  const pieces: { parent: LawElement; index: number; start: number; length: number }[] = [];
  let text = '';
  function read(parent: LawElement): void {
    for (const [index, child] of parent.children.entries()) {
      if (isElement(child)) {
        if (child.name === 'Rt') continue;
        const line = lineStart(child);
        if (line !== undefined) text += line;
        if (!isNumber.test(child.name)) read(child);
      } else {
        pieces.push({ parent, index, start: text.length, length: child.length });
        text += child;
      }
    }
  }
  read(element);

  const found = new Map<LawElement, Map<number, LinkSpan[]>>();
  const spans = linkSpans(text, findReferences(text, place));
  let next = 0;
  for (const { parent, index, start, length } of pieces) {
    while (next < spans.length && (spans[next] as LinkSpan).end <= start) next += 1;
    for (let at = next; at < spans.length && (spans[at] as LinkSpan).start < start + length; at += 1) {
      const span = spans[at] as LinkSpan;
      const within = {
        start: Math.max(0, span.start - start),
        end: Math.min(length, span.end - start),
        reference: span.reference,
      };
      const nodes = found.get(parent) ?? new Map<number, LinkSpan[]>();
      nodes.set(index, [...(nodes.get(index) ?? []), within]);
      found.set(parent, nodes);
    }
  }
  return found;
}

/** Elements that number a provision, which are not references. */
const isNumber =
  /^(?:ArticleTitle|ArticleCaption|ParagraphNum|ItemTitle|Subitem\d+Title|AppdxTableTitle|RelatedArticleNum)$/;

/** A line as statutes are set, by which the finder knows where the text behind it stands. */
function lineStart({ name, attributes }: LawElement): string | undefined {
  if (name === 'Paragraph') return `\n${attributes.Num ?? ''}　`;
  if (name === 'Item') return `\n${itemNumber(attributes.Num ?? '')}　`;
  return /^(?:Subitem\d+|TableColumn|Article)$/.test(name) ? '\n' : undefined;
}

const itemNumber = (number: string): string => number.split('_').map(kanjiDigits).join('の');

const kanjiDigits = (number: string): string =>
  number.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] as string);
