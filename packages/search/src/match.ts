import type { FieldCounts } from './field-counts.ts';
import { PatternCursor } from './pattern-cursor.ts';
import { lowerBound } from './postings.ts';
import { saturate } from './rank.ts';
import type { ResolvedPattern } from './resolve.ts';
import { MAX_SEGMENT_DOCUMENTS, type Segment } from './segment.ts';

/** Buffers for matching, reused by successive searches. */
export class MatchBuffers {
  /** Stage of each document; see Evaluator. */
  readonly stage = new Uint8Array(MAX_SEGMENT_DOCUMENTS);
  /** By document, the value of its best match; 0 for none. */
  readonly values = new Float32Array(MAX_SEGMENT_DOCUMENTS);
  /** Documents with a value, unordered; only the first `count` are valid. */
  readonly found = new Uint16Array(MAX_SEGMENT_DOCUMENTS);
  count = 0;
}

/** Documents in ascending order, to look up in long postings instead of reading all of those. */
export type Candidates = Uint16Array;

/** Candidates are looked up one by one if there are this many times fewer of them than postings. */
const WORTH_LOOKING_UP = 8;

/** Finds patterns in one segment. A match scores 1 to 2 times its weight, by frequency and position. */
export class SegmentMatcher {
  readonly #segment: Segment;
  readonly #counts: FieldCounts;
  readonly #norms: Float32Array;
  readonly #buffers: MatchBuffers;

  constructor(segment: Segment, counts: FieldCounts, norms: Float32Array, buffers: MatchBuffers) {
    this.#segment = segment;
    this.#counts = counts;
    this.#norms = norms;
    this.#buffers = buffers;
    buffers.count = 0;
  }

  /**
   * Sets the value of matching documents in a stage that have none yet. Call with patterns in order of
   * descending weight.
   */
  find(pattern: ResolvedPattern, stage: number, candidates?: Candidates): void {
    const [only] = pattern.slots;
    if (pattern.slots.length > 1) this.#findSequence(pattern, stage, candidates);
    else for (const term of only?.terms ?? []) this.#findTerm(term, pattern.weight, stage, candidates);
  }

  /** Adds the value of a term to all its documents in a stage. */
  add(term: number, weight: number, stage: number): void {
    const { starts, docs, counts } = this.#segment.postings;
    const { stage: stages, values, found } = this.#buffers;
    const end = starts[term + 1] as number;
    let { count } = this.#buffers;
    for (let posting = starts[term] as number; posting < end; posting++) {
      const doc = docs[posting] as number;
      if (stages[doc] !== stage) continue;
      const before = values[doc] as number;
      if (before === 0) found[count++] = doc;
      values[doc] = before + weight * (1 + saturate(this.#weightedFrequency(doc, counts[posting] as number)));
    }
    this.#buffers.count = count;
  }

  #findTerm(term: number, weight: number, stage: number, candidates: Candidates | undefined): void {
    const { starts, docs, counts } = this.#segment.postings;
    const { stage: stages, values } = this.#buffers;
    const end = starts[term + 1] as number;
    let posting = starts[term] as number;
    if (candidates && candidates.length * WORTH_LOOKING_UP < end - posting) {
      for (let i = 0; i < candidates.length && posting < end; i++) {
        const doc = candidates[i] as number;
        if (values[doc] !== 0) continue;
        if ((docs[posting] as number) < doc) posting = lowerBound(docs, doc, posting, end);
        if (posting < end && docs[posting] === doc) this.#value(doc, counts[posting] as number, weight);
      }
      return;
    }
    for (; posting < end; posting++) {
      const doc = docs[posting] as number;
      if (stages[doc] === stage && values[doc] === 0) this.#value(doc, counts[posting] as number, weight);
    }
  }

  #value(doc: number, packedCounts: number, weight: number): void {
    this.#buffers.found[this.#buffers.count++] = doc;
    this.#buffers.values[doc] = weight * (1 + saturate(this.#weightedFrequency(doc, packedCounts)));
  }

  #weightedFrequency(doc: number, packedCounts: number): number {
    const { bits, ceiling } = this.#counts;
    const { count } = this.#segment;
    let sum = 0;
    for (let at = doc, rest = packedCounts; rest !== 0; at += count, rest >>= bits) {
      const frequency = rest & ceiling;
      if (frequency !== 0) sum += frequency * (this.#norms[at] as number);
    }
    return sum;
  }

  #findSequence(pattern: ResolvedPattern, stage: number, candidates: Candidates | undefined): void {
    const cursor = new PatternCursor(this.#segment, pattern);
    const looksUp = candidates !== undefined && candidates.length * WORTH_LOOKING_UP < pattern.bound;
    const documents = looksUp ? candidates : (this.#documentsOf(pattern) ?? cursor.documents());
    const { stage: stages, values } = this.#buffers;
    for (let i = 0; i < documents.length; i++) {
      const doc = documents[i] as number;
      if (stages[doc] !== stage || values[doc] !== 0 || cursor.read(doc) === 0) continue;
      let packed = 0;
      for (let k = 0; k < cursor.count; k++) {
        packed = this.#counts.increment(packed, this.#fieldAt(doc, cursor.starts[k] as number));
      }
      this.#value(doc, packed, pattern.weight);
    }
  }

  /** The documents of the links that a pattern needs. */
  #documentsOf({ links }: ResolvedPattern): Uint16Array | undefined {
    if (!links) return undefined;
    const { starts, docs } = this.#segment.postings;
    const all = new Set(links.flatMap((term) => [...docs.subarray(starts[term], starts[term + 1])]));
    return Uint16Array.from(all).sort();
  }

  #fieldAt(doc: number, position: number): number {
    const { fields } = this.#counts;
    const { lengths } = this.#segment.documents;
    let field = 0;
    let end = (lengths[doc * fields] as number) + 1;
    while (position >= end && field + 1 < fields) end += (lengths[doc * fields + ++field] as number) + 1;
    return field;
  }
}
