import type { Mention, Span } from '../mention.ts';
import { overlaps } from '../mention.ts';
import { DATE_RULES } from './date-rules.ts';
import { NETWORK_RULES } from './network-rules.ts';
import { NUMBER_RULES } from './number-rules.ts';
import { QUANTITY_RULES } from './quantity-rules.ts';
import type { IdentifierRule } from './rule.ts';
import { TECHNICAL_RULES } from './technical-rules.ts';

/** How many signs before a match a check may look at. */
const CONTEXT = 12;
const RULES: readonly IdentifierRule[] = [
  ...NETWORK_RULES,
  ...TECHNICAL_RULES,
  ...NUMBER_RULES,
  ...DATE_RULES,
  ...QUANTITY_RULES,
];

/** What cannot be part of anything else: an address within a URL is part of the URL. */
const WHOLE = new Set(['url', 'email', 'file-path', 'hash', 'crypto-address']);

/**
 * Identifiers of a text, none overlapping: those of higher confidence first, then the longer.
 *
 * @param plain the text in one width, with the offsets of the text
 */
export function findIdentifiers(text: string, plain: string): Mention[] {
  const found: Mention[] = [];
  for (const { type, pattern, confidence, check } of RULES) {
    pattern.lastIndex = 0;
    for (const match of plain.matchAll(pattern)) {
      const [start, end] = trimmed(plain, match.index, match.index + match[0].length);
      if (start >= end) continue;
      if (check && !check(plain.slice(start, end), plain.slice(Math.max(0, start - CONTEXT), start)))
        continue;
      found.push({ start, end, text: text.slice(start, end), type, confidence, source: 'rule' });
    }
  }
  return withoutOverlaps(found, (mention) => (WHOLE.has(mention.type) ? 1 : 0));
}

function trimmed(text: string, from: number, to: number): [number, number] {
  let start = from;
  let end = to;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  return [start, end];
}

/** Of mentions that overlap, the one with the higher rank, the longer, the surer; in the order of the text. */
export function withoutOverlaps<M extends Mention>(
  mentions: readonly M[],
  rank: (mention: M) => number,
): M[] {
  const length = ({ start, end }: Span) => end - start;
  const ordered = [...mentions].sort(
    (a, b) => rank(b) - rank(a) || length(b) - length(a) || b.confidence - a.confidence || a.start - b.start,
  );
  const kept: M[] = [];
  for (const mention of ordered) if (!kept.some((other) => overlaps(other, mention))) kept.push(mention);
  return kept.sort((a, b) => a.start - b.start);
}
