import type { FieldCounts } from './field-counts.ts';
import type { LooseTerm } from './loose-terms.ts';
import { frequencyBound, SegmentMatcher, termNumbers } from './match.ts';
import type { Pattern } from './patterns.ts';
import { normsOf, type Statistics, saturate } from './rank.ts';
import type { Schema } from './schema.ts';
import { MAX_SEGMENT_DOCUMENTS, type Segment } from './segment.ts';

/** A part of a query with all the ways to find it. */
export interface Wanted {
  readonly patterns: readonly Pattern[];
  /** How much it tells that a document holds the part. */
  readonly weight: number;
}

/** A loose term with its weight in this index. */
export interface WeighedTerm extends LooseTerm {
  readonly frequency: number;
}

/** The matching documents of a segment with their scores; valid until the next evaluation. */
export interface Matches {
  readonly docs: ArrayLike<number>;
  readonly scores: Float32Array;
}

/** Evaluates queries segment by segment in buffers that are used again and again. */
export class Evaluator {
  readonly #schema: Schema;
  readonly #counts: FieldCounts;
  readonly #statistics: Statistics;
  /** How many parts a document has matched so far, plus one; 0 for documents out of the running. */
  readonly #stage = new Uint8Array(MAX_SEGMENT_DOCUMENTS);
  readonly #scores = new Float32Array(MAX_SEGMENT_DOCUMENTS);
  readonly #best = new Float32Array(MAX_SEGMENT_DOCUMENTS);

  constructor(schema: Schema, counts: FieldCounts, statistics: Statistics) {
    this.#schema = schema;
    this.#counts = counts;
    this.#statistics = statistics;
  }

  /** Documents that hold every part and nothing excluded. */
  all(segment: Segment, wanted: readonly Wanted[], excluded: readonly Pattern[]): Matches {
    const matcher = this.#start(segment, excluded);
    const order = wanted
      .map((part) => ({ part, bound: boundOf(segment, part) }))
      .sort((a, b) => a.bound - b.bound);
    if (order.some(({ bound }) => bound === 0)) return { docs: [], scores: this.#scores };
    let docs: number[] = [];
    for (const [i, { part }] of order.entries()) {
      docs = this.#matchPart(matcher, part, i + 1);
      for (const doc of docs) {
        this.#stage[doc] = i + 2;
        const value = part.weight * (this.#best[doc] as number);
        this.#scores[doc] = i === 0 ? value : (this.#scores[doc] as number) + value;
        this.#best[doc] = 0;
      }
    }
    return { docs, scores: this.#scores };
  }

  /** Documents that hold any part, or a piece of one, and nothing excluded. */
  any(
    segment: Segment,
    wanted: readonly Wanted[],
    loose: readonly WeighedTerm[],
    excluded: readonly Pattern[],
  ): Matches {
    const matcher = this.#start(segment, excluded);
    const docs: number[] = [];
    const scores = this.#scores.fill(0, 0, segment.count);
    const gain = (weight: number) => (doc: number, weightedFrequency: number) => {
      const before = scores[doc] as number;
      if (before === 0) docs.push(doc);
      scores[doc] = before + weight * (1 + saturate(weightedFrequency));
    };
    for (const part of wanted) {
      for (const doc of this.#matchPart(matcher, part, 1)) {
        if (scores[doc] === 0) docs.push(doc);
        scores[doc] = (scores[doc] as number) + part.weight * (this.#best[doc] as number);
        this.#best[doc] = 0;
      }
    }
    for (const { name, weight, isContent } of loose) {
      if (!isContent) continue;
      for (const term of termNumbers(segment, name)) matcher.matchTerm(term, this.#stage, 1, gain(weight));
    }
    // What follows only raises documents already found.
    for (const doc of docs) this.#stage[doc] = 2;
    for (const { name, weight, isContent } of loose) {
      if (isContent) continue;
      for (const term of termNumbers(segment, name)) matcher.matchTerm(term, this.#stage, 2, gain(weight));
    }
    return { docs, scores };
  }

  /** All live documents, with score 1. */
  everything(segment: Segment, excluded: readonly Pattern[]): Matches {
    this.#start(segment, excluded);
    const docs: number[] = [];
    for (let doc = 0; doc < segment.count; doc++) if (this.#stage[doc] === 1) docs.push(doc);
    this.#scores.fill(1, 0, segment.count);
    return { docs, scores: this.#scores };
  }

  #start(segment: Segment, excluded: readonly Pattern[]): SegmentMatcher {
    const norms = normsOf(segment, this.#schema, this.#statistics);
    const matcher = new SegmentMatcher(segment, this.#counts, norms);
    this.#stage.set(segment.live);
    for (const pattern of excluded) {
      const found: number[] = [];
      matcher.match(pattern, this.#stage, 1, (doc) => found.push(doc));
      for (const doc of found) this.#stage[doc] = 0;
    }
    return matcher;
  }

  /** The documents in a stage that match a part in any way; the best value of each is left in `#best`. */
  #matchPart(matcher: SegmentMatcher, part: Wanted, stage: number): number[] {
    const docs: number[] = [];
    const best = this.#best;
    for (const pattern of part.patterns) {
      const { weight } = pattern;
      matcher.match(pattern, this.#stage, stage, (doc, weightedFrequency) => {
        const value = weight * (1 + saturate(weightedFrequency));
        const before = best[doc] as number;
        if (before === 0) docs.push(doc);
        if (value > before) best[doc] = value;
      });
    }
    return docs;
  }
}

function boundOf(segment: Segment, part: Wanted): number {
  return part.patterns.reduce((sum, pattern) => sum + frequencyBound(segment, pattern), 0);
}
