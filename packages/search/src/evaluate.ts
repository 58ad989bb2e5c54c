import type { FieldCounts } from './field-counts.ts';
import { type Candidates, MatchBuffers, SegmentMatcher } from './match.ts';
import { normsOf, type Statistics } from './rank.ts';
import type { ResolvedPattern } from './resolve.ts';
import type { Schema } from './schema.ts';
import { MAX_SEGMENT_DOCUMENTS, type Segment } from './segment.ts';

/** A part of a query in one segment: its patterns by descending weight, and its rarity. */
export interface WantedPart {
  readonly patterns: readonly ResolvedPattern[];
  readonly weight: number;
}

/** A small term of a query in one segment; see loose-terms.ts. */
export interface WantedTerm {
  readonly terms: readonly number[];
  readonly weight: number;
  readonly isContent: boolean;
}

/** Matching documents of a segment and their scores, in parallel arrays; only the first `count` are valid. */
export interface Matches {
  readonly docs: Uint16Array;
  readonly count: number;
  readonly scores: Float32Array;
}

/** Up to this many candidates are sorted, to look them up in long postings. */
const MAX_SORTED_CANDIDATES = 2048;

/** Weight of a phrase match, relative to that of separate parts (1 to 2.5 times their weights). */
const WEIGHT_OF_PHRASE = 1.5;

/** Stages of a document: 0 excluded, 1 candidate, plus one per part found. */
const OUT = 0;
const IN = 1;

/** Evaluates queries segment by segment; a result is valid until the next evaluation. */
export class Evaluator {
  readonly #schema: Schema;
  readonly #counts: FieldCounts;
  readonly #statistics: Statistics;
  readonly #buffers = new MatchBuffers();
  /** By document. */
  readonly #scores = new Float32Array(MAX_SEGMENT_DOCUMENTS);
  readonly #docs = new Uint16Array(MAX_SEGMENT_DOCUMENTS);
  readonly #docScores = new Float32Array(MAX_SEGMENT_DOCUMENTS);

  constructor(schema: Schema, counts: FieldCounts, statistics: Statistics) {
    this.#schema = schema;
    this.#counts = counts;
    this.#statistics = statistics;
  }

  /**
   * Documents that hold every part and nothing excluded.
   * @param phrases  documents with one of these rank above those with separate parts
   */
  all(
    segment: Segment,
    parts: readonly WantedPart[],
    excluded: readonly ResolvedPattern[],
    phrases: readonly ResolvedPattern[] = [],
  ): Matches {
    if (parts.some(({ patterns }) => patterns.length === 0)) return this.#matches(0);
    const matcher = this.#start(segment, excluded);
    const { stage, values, found } = this.#buffers;
    const docs = this.#docs;
    const scores = this.#docScores;
    let candidates: Candidates | undefined;
    for (const [i, { patterns, weight }] of rarestFirst(parts).entries()) {
      this.#buffers.count = 0;
      for (const pattern of patterns) matcher.find(pattern, IN + i, candidates);
      const { count } = this.#buffers;
      for (let k = 0; k < count; k++) {
        const doc = found[k] as number;
        docs[k] = doc;
        scores[k] = weight * (values[doc] as number) + (i === 0 ? 0 : (this.#scores[doc] as number));
        values[doc] = 0;
      }
      if (count === 0) return { docs, count, scores };
      if (i + 1 === parts.length) {
        const all = { docs, count, scores };
        if (phrases.length > 0) this.#raise(all, phrases, parts, matcher);
        return all;
      }
      for (let k = 0; k < count; k++) {
        const doc = docs[k] as number;
        stage[doc] = IN + i + 1;
        this.#scores[doc] = scores[k] as number;
      }
      candidates = count <= MAX_SORTED_CANDIDATES ? docs.slice(0, count).sort() : undefined;
    }
    return this.#matches(0);
  }

  /** Ranks documents that contain a phrase above all others. */
  #raise(
    { docs, count, scores }: Matches,
    phrases: readonly ResolvedPattern[],
    parts: readonly WantedPart[],
    matcher: SegmentMatcher,
  ): void {
    const { stage, values } = this.#buffers;
    const weight = WEIGHT_OF_PHRASE * parts.reduce((sum, part) => sum + part.weight, 0);
    const candidates = count <= MAX_SORTED_CANDIDATES ? docs.slice(0, count).sort() : undefined;
    for (let k = 0; k < count; k++) stage[docs[k] as number] = IN + parts.length;
    for (const phrase of phrases) {
      this.#buffers.count = 0;
      matcher.find(phrase, IN + parts.length, candidates);
      for (let k = 0; k < count; k++) {
        const doc = docs[k] as number;
        if (values[doc] === 0) continue;
        scores[k] = (scores[k] as number) + weight * (values[doc] as number);
        values[doc] = 0;
      }
    }
  }

  /** Documents that hold any part, or a piece of one, and nothing excluded. */
  any(
    segment: Segment,
    parts: readonly WantedPart[],
    terms: readonly WantedTerm[],
    excluded: readonly ResolvedPattern[],
  ): Matches {
    const matcher = this.#start(segment, excluded);
    const { stage, values, found } = this.#buffers;
    this.#scores.fill(0, 0, segment.count);
    let count = 0;
    const settle = () => {
      for (let k = 0; k < this.#buffers.count; k++) {
        const doc = found[k] as number;
        if (this.#scores[doc] === 0) this.#docs[count++] = doc;
        this.#scores[doc] = (this.#scores[doc] as number) + (values[doc] as number);
        values[doc] = 0;
      }
      this.#buffers.count = 0;
    };
    for (const { patterns, weight } of parts) {
      for (const pattern of patterns) matcher.find({ ...pattern, weight: pattern.weight * weight }, IN);
      settle();
    }
    for (const { terms: numbers, weight, isContent } of terms) {
      if (isContent) for (const term of numbers) matcher.add(term, weight, IN);
    }
    settle();
    // The remaining terms only raise scores of documents already found.
    for (let k = 0; k < count; k++) stage[this.#docs[k] as number] = IN + 1;
    for (const { terms: numbers, weight, isContent } of terms) {
      if (!isContent) for (const term of numbers) matcher.add(term, weight, IN + 1);
    }
    settle();
    return this.#matches(count);
  }

  /** All live documents except excluded ones, with score 1. */
  everything(segment: Segment, excluded: readonly ResolvedPattern[]): Matches {
    this.#start(segment, excluded);
    this.#scores.fill(1, 0, segment.count);
    let count = 0;
    for (let doc = 0; doc < segment.count; doc++) {
      if (this.#buffers.stage[doc] === IN) this.#docs[count++] = doc;
    }
    return this.#matches(count);
  }

  #matches(count: number): Matches {
    for (let k = 0; k < count; k++) this.#docScores[k] = this.#scores[this.#docs[k] as number] as number;
    return { docs: this.#docs, count, scores: this.#docScores };
  }

  #start(segment: Segment, excluded: readonly ResolvedPattern[]): SegmentMatcher {
    const norms = normsOf(segment, this.#schema, this.#statistics);
    const { stage, values, found } = this.#buffers;
    stage.set(segment.live);
    const matcher = new SegmentMatcher(segment, this.#counts, norms, this.#buffers);
    for (const pattern of excluded) matcher.find(pattern, IN);
    for (let k = 0; k < this.#buffers.count; k++) {
      const doc = found[k] as number;
      stage[doc] = OUT;
      values[doc] = 0;
    }
    this.#buffers.count = 0;
    return matcher;
  }
}

function rarestFirst(parts: readonly WantedPart[]): WantedPart[] {
  const boundOf = ({ patterns }: WantedPart) => patterns.reduce((sum, { bound }) => sum + bound, 0);
  return parts.length === 1 ? [...parts] : [...parts].sort((a, b) => boundOf(a) - boundOf(b));
}
