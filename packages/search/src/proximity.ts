import type { WantedPart } from './evaluate.ts';
import { PatternCursor } from './pattern-cursor.ts';
import type { ResolvedPattern } from './resolve.ts';
import type { Segment } from './segment.ts';
import { SlotCursor } from './slot-cursor.ts';

/** At this distance, in units, nearness is worth half of what standing side by side is. */
const HALF_DISTANCE = 4;
/** Words in the other order are a little further apart. */
const OTHER_ORDER = 2;

/** Where a part of the query starts and ends in one document. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** Rewards documents where neighbouring parts of the query stand near each other. */
export class Proximity {
  readonly #parts: readonly { readonly finders: readonly PartFinder[]; readonly weight: number }[];

  constructor(segment: Segment, parts: readonly WantedPart[]) {
    this.#parts = parts.map(({ patterns, weight }) => ({
      weight,
      finders: patterns.map((pattern) => new PartFinder(segment, pattern)),
    }));
  }

  /**
   * For every two neighbouring parts, the weight of the lesser one where they stand side by side, and less
   * with distance. Documents must be asked for in ascending order.
   */
  bonus(doc: number): number {
    let sum = 0;
    let before: readonly Place[] = [];
    let weightBefore = 0;
    for (const { finders, weight } of this.#parts) {
      const places = finders.flatMap((finder) => finder.places(doc));
      const distance = nearest(before, places);
      sum += Math.min(weightBefore, weight) / (1 + distance / HALF_DISTANCE);
      before = places;
      weightBefore = weight;
    }
    return sum;
  }
}

/** The places of one pattern of a part. */
class PartFinder {
  readonly #length: number;
  readonly #sequence: PatternCursor | undefined;
  readonly #slot: SlotCursor | undefined;

  constructor(segment: Segment, pattern: ResolvedPattern) {
    this.#length = pattern.length;
    const [only] = pattern.slots;
    if (pattern.slots.length > 1) this.#sequence = new PatternCursor(segment, pattern);
    else if (only?.terms.every((term) => segment.hasPositions(term)))
      this.#slot = new SlotCursor(segment, only);
  }

  places(doc: number): Place[] {
    let starts = new Uint32Array(0);
    if (this.#sequence && this.#sequence.read(doc) > 0) {
      starts = this.#sequence.starts.subarray(0, this.#sequence.count);
    } else if (this.#slot?.advance(doc)) {
      this.#slot.readPositions(doc);
      starts = this.#slot.positions.subarray(0, this.#slot.count);
    }
    return Array.from(starts, (start) => ({ start, end: start + this.#length }));
  }
}

/** The smallest distance between a place of one part and a place of the next. */
function nearest(before: readonly Place[], after: readonly Place[]): number {
  let distance = Number.POSITIVE_INFINITY;
  for (const a of before) {
    for (const b of after) {
      const gap = b.start >= a.end ? b.start - a.end : a.start >= b.end ? a.start - b.end + OTHER_ORDER : 0;
      if (gap < distance) distance = gap;
    }
  }
  return distance;
}
