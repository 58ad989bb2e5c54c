import type { WantedPart } from './evaluate.ts';
import { PatternCursor } from './pattern-cursor.ts';
import type { ResolvedPattern } from './resolve.ts';
import type { Segment } from './segment.ts';
import { SlotCursor } from './slot-cursor.ts';

/** Distance in units at which the proximity bonus is half of that of adjacent parts. */
const HALF_DISTANCE = 4;
/** Distance added if words are in reverse order. */
const OTHER_ORDER = 2;

/** Positions of a query part in one document; only the first `count` starts are valid. */
interface Places {
  readonly starts: Uint32Array;
  readonly count: number;
  /** Length of the part in units. */
  readonly length: number;
}

const NOWHERE: Places = { starts: new Uint32Array(0), count: 0, length: 0 };

/** Adds a bonus for documents in which neighbouring query parts are near each other. */
export class Proximity {
  readonly #parts: readonly { readonly finders: readonly PlaceFinder[]; readonly weight: number }[];

  constructor(segment: Segment, parts: readonly WantedPart[]) {
    this.#parts = parts.map(({ patterns, weight }) => ({
      weight,
      finders: patterns.flatMap((pattern) => finderOf(segment, pattern)),
    }));
  }

  /**
   * For each two neighbouring parts, the smaller weight if they are adjacent, decreasing
   * with distance. Documents must be requested in ascending order.
   */
  bonus(doc: number): number {
    let sum = 0;
    let before = NOWHERE;
    let weightBefore = 0;
    for (const { finders, weight } of this.#parts) {
      const places = firstPlaces(finders, doc);
      const distance = nearest(before, places);
      sum += Math.min(weightBefore, weight) / (1 + distance / HALF_DISTANCE);
      before = places;
      weightBefore = weight;
    }
    return sum;
  }
}

/** Finds the places of one pattern in documents asked for in ascending order. */
type PlaceFinder = (doc: number) => Places;

function finderOf(segment: Segment, pattern: ResolvedPattern): PlaceFinder[] {
  const { length } = pattern;
  const [only] = pattern.slots;
  if (!only?.terms.every((term) => segment.hasPositions(term))) return [];
  if (pattern.slots.length > 1) {
    const cursor = new PatternCursor(segment, pattern);
    return [(doc) => ({ count: cursor.read(doc), starts: cursor.starts, length })];
  }
  const cursor = new SlotCursor(segment, only);
  return [
    (doc) => {
      if (!cursor.advance(doc)) return NOWHERE;
      cursor.readPositions(doc);
      return { starts: cursor.positions, count: cursor.count, length };
    },
  ];
}

/** The places of the most valued pattern that the document holds. */
function firstPlaces(finders: readonly PlaceFinder[], doc: number): Places {
  for (const find of finders) {
    const places = find(doc);
    if (places.count > 0) return places;
  }
  return NOWHERE;
}

/** The smallest distance between a place of one part and a place of the next. */
function nearest(before: Places, after: Places): number {
  let distance = Number.POSITIVE_INFINITY;
  for (let i = 0; i < before.count; i++) {
    const a = before.starts[i] as number;
    for (let k = 0; k < after.count; k++) {
      const b = after.starts[k] as number;
      const gap =
        b >= a ? Math.max(0, b - a - before.length) : Math.max(0, a - b - after.length) + OTHER_ORDER;
      if (gap < distance) distance = gap;
    }
  }
  return distance;
}
