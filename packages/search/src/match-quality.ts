import type { WantedPart } from './evaluate.ts';
import { PatternCursor } from './pattern-cursor.ts';
import type { PatternOrigin } from './patterns.ts';
import { lowerBound } from './postings.ts';
import type { ResolvedPattern } from './resolve.ts';
import type { Segment } from './segment.ts';

/**
 * How a document matches, by its weakest word. `exact`: every word as entered. `spelling`: in another
 * spelling or inflection. `reading`: by how it is read. `synonym`: by a word of the same meaning. `correction`: the query
 * as corrected. `words`: some of the words only. `pieces`: no word, but pieces of some.
 */
export type Match = PatternOrigin | 'correction' | 'words' | 'pieces';

const FROM_BEST: readonly PatternOrigin[] = ['exact', 'spelling', 'reading', 'synonym'];

/** How much of a query a document holds. */
export interface Held {
  readonly match: Match;
  /** Share of the query's parts that the document holds, weighted by rarity: 0 to 1. */
  readonly share: number;
  /** How many of the query's parts it holds. */
  readonly words: number;
}

/** How a document matches the parts of a query, and how many of them. */
export function heldBy(segment: Segment, doc: number, parts: readonly WantedPart[]): Held {
  let weakest = 0;
  let held = 0;
  let heldWeight = 0;
  let weight = 0;
  for (const part of parts) {
    weight += part.weight;
    const found = part.patterns.find((pattern) => holds(segment, doc, pattern));
    if (!found) continue;
    held++;
    heldWeight += part.weight;
    weakest = Math.max(weakest, FROM_BEST.indexOf(found.origin));
  }
  if (held === parts.length) return { match: FROM_BEST[weakest] ?? 'exact', share: 1, words: held };
  return { match: held === 0 ? 'pieces' : 'words', share: weight > 0 ? heldWeight / weight : 0, words: held };
}

function holds(segment: Segment, doc: number, pattern: ResolvedPattern): boolean {
  if (pattern.slots.length > 1) return new PatternCursor(segment, pattern).read(doc) > 0;
  const { starts, docs } = segment.postings;
  return (pattern.slots[0]?.terms ?? []).some((term) => {
    const end = starts[term + 1] as number;
    const at = lowerBound(docs, doc, starts[term] as number, end);
    return at < end && docs[at] === doc;
  });
}
