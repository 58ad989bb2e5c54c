import type { FieldCounts } from './field-counts.ts';
import { MAX_OKURIGANA } from './okurigana.ts';
import type { Pattern, Slot, TermName } from './patterns.ts';
import { lowerBound, PositionReader } from './postings.ts';
import type { Segment } from './segment.ts';

/** So many words or pairs that begin alike are followed at most. */
const MAX_TERMS_PER_SLOT = 64;

/** Is told of every matching document and its weighted frequency. */
export type MatchVisitor = (doc: number, weightedFrequency: number) => void;

/** The postings of one term in one segment, read forwards. */
class TermCursor {
  readonly term: number;
  readonly end: number;
  at: number;

  constructor(segment: Segment, term: number) {
    this.term = term;
    this.at = segment.postings.starts[term] as number;
    this.end = segment.postings.starts[term + 1] as number;
  }
}

/** A slot in one segment: the union of its terms. */
class SlotCursor {
  readonly offset: number;
  readonly cursors: readonly TermCursor[];
  readonly frequency: number;
  readonly isWord: boolean;
  positions = new Uint32Array(32);
  count = 0;
  readonly #segment: Segment;
  readonly #readers: readonly PositionReader[];

  constructor(segment: Segment, slot: Slot) {
    this.#segment = segment;
    this.offset = slot.offset;
    this.isWord = slot.terms.some(({ kind }) => kind === 'word' || kind === 'word-beginning');
    this.cursors = termsOf(segment, slot).map((term) => new TermCursor(segment, term));
    this.frequency = this.cursors.reduce((sum, cursor) => sum + cursor.end - cursor.at, 0);
    this.#readers = this.cursors.map(() => new PositionReader(segment.postings));
  }

  /** True where the slot has a term in `doc`; documents must be asked for in ascending order. */
  advance(doc: number): boolean {
    const { docs } = this.#segment.postings;
    let found = false;
    for (const cursor of this.cursors) {
      if (cursor.at < cursor.end && (docs[cursor.at] as number) < doc) {
        cursor.at = lowerBound(docs, doc, cursor.at, cursor.end);
      }
      if (cursor.at < cursor.end && docs[cursor.at] === doc) found = true;
    }
    return found;
  }

  /** Reads the positions in the document last found, ascending. */
  readPositions(doc: number): void {
    const { docs } = this.#segment.postings;
    this.count = 0;
    for (const [i, cursor] of this.cursors.entries()) {
      if (cursor.at >= cursor.end || docs[cursor.at] !== doc) continue;
      const reader = this.#readers[i] as PositionReader;
      const read = reader.read(cursor.at);
      if (this.count + read > this.positions.length) {
        const wider = new Uint32Array((this.count + read) * 2);
        wider.set(this.positions);
        this.positions = wider;
      }
      for (let k = 0; k < read; k++) this.positions[this.count + k] = reader.positions[k] as number;
      this.count += read;
    }
    if (this.cursors.length > 1) this.positions.subarray(0, this.count).sort();
  }

  /** All documents of the slot, ascending. */
  documents(): Uint16Array {
    const { docs } = this.#segment.postings;
    const [first] = this.cursors;
    if (this.cursors.length === 1 && first) return docs.subarray(first.at, first.end);
    const all = new Set<number>();
    for (const cursor of this.cursors)
      for (let i = cursor.at; i < cursor.end; i++) all.add(docs[i] as number);
    return Uint16Array.from(all).sort();
  }
}

/** The numbers of a slot's terms that the segment has. */
function termsOf(segment: Segment, slot: Slot): number[] {
  const terms = slot.terms.flatMap((name) => termNumbers(segment, name));
  return terms.length > MAX_TERMS_PER_SLOT ? terms.slice(0, MAX_TERMS_PER_SLOT) : terms;
}

export function termNumbers(segment: Segment, name: TermName): number[] {
  switch (name.kind) {
    case 'coded':
      return present(segment.codedTerm(name.family, name.key));
    case 'word':
      return present(segment.wordTerm(name.word));
    case 'word-beginning':
      return numbersBetween(segment.wordsBeginningWith(name.beginning));
    case 'kana-after':
      return numbersBetween(segment.pairsWithKana(name.unit));
  }
}

function present(term: number): number[] {
  return term < 0 ? [] : [term];
}

function numbersBetween([from, to]: [number, number]): number[] {
  return Array.from({ length: Math.min(to - from, MAX_TERMS_PER_SLOT) }, (_, i) => from + i);
}

/** How many documents of the segment can match at most. */
export function frequencyBound(segment: Segment, pattern: Pattern): number {
  let bound = Number.POSITIVE_INFINITY;
  for (const slot of pattern.slots) {
    let frequency = 0;
    for (const term of termsOf(segment, slot)) frequency += segment.documentFrequency(term);
    if (frequency < bound) bound = frequency;
    if (bound === 0) return 0;
  }
  return bound;
}

/** Finds patterns in one segment. */
export class SegmentMatcher {
  readonly #segment: Segment;
  readonly #counts: FieldCounts;
  readonly #norms: Float32Array;

  constructor(segment: Segment, counts: FieldCounts, norms: Float32Array) {
    this.#segment = segment;
    this.#counts = counts;
    this.#norms = norms;
  }

  /** Visits the matching documents among those whose `stage` is `wanted`. */
  match(pattern: Pattern, stage: Uint8Array, wanted: number, visit: MatchVisitor): void {
    const [only] = pattern.slots;
    if (pattern.slots.length === 1 && only) {
      for (const term of termsOf(this.#segment, only)) this.matchTerm(term, stage, wanted, visit);
    } else {
      this.#matchSequence(pattern, stage, wanted, visit);
    }
  }

  /** Visits the documents of one term. */
  matchTerm(term: number, stage: Uint8Array, wanted: number, visit: MatchVisitor): void {
    const { starts, docs, counts } = this.#segment.postings;
    const end = starts[term + 1] as number;
    for (let posting = starts[term] as number; posting < end; posting++) {
      const doc = docs[posting] as number;
      if (stage[doc] === wanted) visit(doc, this.#weightedFrequency(doc, counts[posting] as number));
    }
  }

  #weightedFrequency(doc: number, packed: number): number {
    const { bits, ceiling } = this.#counts;
    const { count } = this.#segment;
    let sum = 0;
    let rest = packed;
    for (let at = doc; rest !== 0; at += count, rest >>= bits) {
      const frequency = rest & ceiling;
      if (frequency !== 0) sum += frequency * (this.#norms[at] as number);
    }
    return sum;
  }

  #matchSequence(pattern: Pattern, stage: Uint8Array, wanted: number, visit: MatchVisitor): void {
    const slots = pattern.slots.map((slot) => new SlotCursor(this.#segment, slot));
    if (slots.some(({ frequency }) => frequency === 0)) return;
    const sought = pattern.loose ? slots : rarestCover(slots);
    const rarest = sought.reduce((best, slot) => (slot.frequency < best.frequency ? slot : best));
    const others = sought.filter((slot) => slot !== rarest).sort((a, b) => a.frequency - b.frequency);
    const documents = rarest.documents();
    for (let i = 0; i < documents.length; i++) {
      const doc = documents[i] as number;
      if (stage[doc] !== wanted || !others.every((slot) => slot.advance(doc))) continue;
      rarest.advance(doc);
      for (const slot of sought) slot.readPositions(doc);
      const packed = pattern.loose ? this.#countLoose(doc, slots) : this.#countExact(doc, rarest, others);
      if (packed !== 0) visit(doc, this.#weightedFrequency(doc, packed));
    }
  }

  /** Counts by field the places where all slots stand at their offsets. */
  #countExact(doc: number, rarest: SlotCursor, others: readonly SlotCursor[]): number {
    let packed = 0;
    for (let i = 0; i < rarest.count; i++) {
      const start = (rarest.positions[i] as number) - rarest.offset;
      let holds = true;
      for (let k = 0; holds && k < others.length; k++) holds = includes(others[k] as SlotCursor, start);
      if (holds) packed = this.#counts.increment(packed, this.#fieldAt(doc, start));
    }
    return packed;
  }

  /** Counts by field the places where the slots follow each other with at most okurigana between. */
  #countLoose(doc: number, slots: readonly SlotCursor[]): number {
    const [first, ...rest] = slots;
    if (!first) return 0;
    let packed = 0;
    for (let i = 0; i < first.count; i++) {
      const start = first.positions[i] as number;
      let position = start;
      const follows = rest.every((slot) => {
        const next = firstAfter(slot, position);
        if (next > position + 1 + MAX_OKURIGANA) return false;
        position = next;
        return true;
      });
      if (follows) packed = this.#counts.increment(packed, this.#fieldAt(doc, start));
    }
    return packed;
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

function includes(slot: SlotCursor, start: number): boolean {
  const sought = start + slot.offset;
  for (let i = 0; i < slot.count; i++) {
    const position = slot.positions[i] as number;
    if (position >= sought) return position === sought;
  }
  return false;
}

function firstAfter(slot: SlotCursor, position: number): number {
  for (let i = 0; i < slot.count; i++) {
    if ((slot.positions[i] as number) > position) return slot.positions[i] as number;
  }
  return Number.POSITIVE_INFINITY;
}

/** Pairs overlap: the rarest that together cover the whole pattern are enough to verify it, together with
 * its words, which must be whole. */
function rarestCover(slots: readonly SlotCursor[]): SlotCursor[] {
  const covered = new Set<number>();
  return [...slots]
    .sort((a, b) => a.frequency - b.frequency)
    .filter((slot) => {
      if (slot.isWord) return true;
      const adds = !covered.has(slot.offset) || !covered.has(slot.offset + 1);
      covered.add(slot.offset).add(slot.offset + 1);
      return adds;
    });
}
