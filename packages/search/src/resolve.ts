import type { Pattern, PatternOrigin, Slot, TermName } from './patterns.ts';
import type { Segment } from './segment.ts';
import { Family } from './terms.ts';

/** Most terms matched by a prefix slot. */
const MAX_TERMS_PER_SLOT = 64;

/** A slot in one segment: the numbers of its terms there. */
export interface ResolvedSlot {
  readonly offset: number;
  /** A whole word of letters, rather than a pair of characters. */
  readonly isWord: boolean;
  readonly terms: readonly number[];
  /** Postings of all its terms. */
  readonly frequency: number;
}

/** A pattern in a segment that has all its slots. */
export interface ResolvedPattern {
  readonly slots: readonly ResolvedSlot[];
  readonly loose: boolean;
  readonly origin: PatternOrigin;
  /** A match needs one of these terms; undefined where it needs none. */
  readonly links: readonly number[] | undefined;
  readonly weight: number;
  /** Length in units, as the pattern was written. */
  readonly length: number;
  /** How many documents can match at most. */
  readonly bound: number;
}

/** The pattern in terms of a segment, or undefined where the segment cannot hold it. */
export function resolvePattern(segment: Segment, pattern: Pattern): ResolvedPattern | undefined {
  const slots: ResolvedSlot[] = [];
  let bound = Number.POSITIVE_INFINITY;
  for (const slot of pattern.slots) {
    const resolved = resolveSlot(segment, slot);
    if (resolved.frequency === 0) return undefined;
    slots.push(resolved);
    bound = Math.min(bound, resolved.frequency);
  }
  if (pattern.besides) {
    const found = termNumbers(segment, pattern.besides);
    if (found.reduce((sum, term) => sum + segment.documentFrequency(term), 0) === bound) return undefined;
  }
  const links = pattern.needsLink ? linksOf(segment, pattern) : undefined;
  if (links?.length === 0) return undefined;
  return {
    slots,
    loose: pattern.loose,
    origin: pattern.origin,
    links,
    weight: pattern.weight,
    length: pattern.text.length,
    bound,
  };
}

function linksOf(segment: Segment, pattern: Pattern): number[] {
  const names = pattern.slots.flatMap(({ terms }) => terms);
  const links = names.filter((name) => name.kind === 'coded' && name.family === Family.Link);
  return links.flatMap((name) => termNumbers(segment, name));
}

function resolveSlot(segment: Segment, slot: Slot): ResolvedSlot {
  const terms: number[] = [];
  let frequency = 0;
  let isWord = false;
  for (const name of slot.terms) {
    isWord ||= name.kind === 'word' || name.kind === 'word-beginning';
    for (const term of termNumbers(segment, name)) {
      if (terms.length === MAX_TERMS_PER_SLOT) break;
      terms.push(term);
      frequency += segment.documentFrequency(term);
    }
  }
  return { offset: slot.offset, isWord, terms, frequency };
}

/** The numbers a term name has in a segment: none where the segment lacks it, several for a beginning. */
export function termNumbers(segment: Segment, name: TermName): number[] {
  switch (name.kind) {
    case 'coded':
      return present(segment.codedTerm(name.family, name.key));
    case 'word':
      return present(segment.wordTerm(name.word));
    case 'word-beginning':
      return numbersBetween(segment.wordsBeginningWith(name.beginning));
    case 'kana-after':
      return numbersBetween(segment.pairsWithHiragana(name.unit));
  }
}

function present(term: number): number[] {
  return term < 0 ? [] : [term];
}

function numbersBetween([from, to]: [number, number]): number[] {
  return Array.from({ length: Math.min(to - from, MAX_TERMS_PER_SLOT) }, (_, i) => from + i);
}
