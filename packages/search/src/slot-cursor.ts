import { lowerBound, NO_POSITIONS, PositionReader } from './postings.ts';
import type { ResolvedSlot } from './resolve.ts';
import type { Segment } from './segment.ts';

/** The postings of one term, read forwards. */
interface TermCursor {
  readonly end: number;
  at: number;
  readonly reader: PositionReader;
}

/** Walks the documents of a slot, the union of its terms, in ascending order. */
export class SlotCursor {
  readonly offset: number;
  readonly isWord: boolean;
  readonly frequency: number;
  /** Positions in the document last read; only the first `count` count. */
  positions = NO_POSITIONS;
  count = 0;
  readonly #docs: Uint16Array;
  readonly #cursors: readonly TermCursor[];
  readonly #only: TermCursor | undefined;

  constructor(segment: Segment, slot: ResolvedSlot) {
    const { starts, docs } = segment.postings;
    this.offset = slot.offset;
    this.isWord = slot.isWord;
    this.frequency = slot.frequency;
    this.#docs = docs;
    this.#cursors = slot.terms.map((term) => ({
      at: starts[term] as number,
      end: starts[term + 1] as number,
      reader: new PositionReader(segment.postings),
    }));
    this.#only = this.#cursors.length === 1 ? this.#cursors[0] : undefined;
  }

  /** True where the slot has a term in `doc`. */
  advance(doc: number): boolean {
    if (this.#only) return this.#advanceTerm(this.#only, doc);
    let found = false;
    for (const cursor of this.#cursors) if (this.#advanceTerm(cursor, doc)) found = true;
    return found;
  }

  /** Reads the positions in the document last found, ascending. */
  readPositions(doc: number): void {
    if (this.#only) {
      this.count = this.#only.reader.read(this.#only.at);
      this.positions = this.#only.reader.positions;
      return;
    }
    const all: number[] = [];
    for (const cursor of this.#cursors) {
      if (cursor.at >= cursor.end || this.#docs[cursor.at] !== doc) continue;
      const count = cursor.reader.read(cursor.at);
      for (let i = 0; i < count; i++) all.push(cursor.reader.positions[i] as number);
    }
    this.positions = Uint32Array.from(all).sort();
    this.count = all.length;
  }

  /** All documents of the slot, ascending. */
  documents(): Uint16Array {
    if (this.#only) return this.#docs.subarray(this.#only.at, this.#only.end);
    const all = new Set<number>();
    for (const { at, end } of this.#cursors) for (let i = at; i < end; i++) all.add(this.#docs[i] as number);
    return Uint16Array.from(all).sort();
  }

  #advanceTerm(cursor: TermCursor, doc: number): boolean {
    const docs = this.#docs;
    let at = cursor.at;
    // The next posting is so often the one sought that a search for it would cost more.
    if (at < cursor.end && (docs[at] as number) < doc) at++;
    if (at < cursor.end && (docs[at] as number) < doc) at = lowerBound(docs, doc, at, cursor.end);
    cursor.at = at;
    return at < cursor.end && docs[at] === doc;
  }
}

/** Whether the slot occurs at its offset from `start`. */
export function occursAt(slot: SlotCursor, start: number): boolean {
  const sought = start + slot.offset;
  const { positions, count } = slot;
  for (let i = 0; i < count; i++) {
    const position = positions[i] as number;
    if (position >= sought) return position === sought;
  }
  return false;
}

/** The slot's first position after another; infinity where there is none. */
export function firstAfter(slot: SlotCursor, position: number): number {
  for (let i = 0; i < slot.count; i++) {
    if ((slot.positions[i] as number) > position) return slot.positions[i] as number;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * The slots that verify an exact pattern. Pairs overlap, so that every second one covers the text, and the
 * rarest pair of all joins them where it spares work; words are always needed.
 */
export function coveringSlots(slots: readonly SlotCursor[]): SlotCursor[] {
  let rarest = slots[0] as SlotCursor;
  for (const slot of slots) if (slot.frequency < rarest.frequency) rarest = slot;
  let coveredTo = -1;
  const chosen = slots.filter((slot, i) => {
    if (slot.isWord) return true;
    const next = slots[i + 1];
    const isLastOfRun = !next || next.isWord || next.offset !== slot.offset + 1;
    const isNeeded = slot.offset >= coveredTo || isLastOfRun;
    if (isNeeded) coveredTo = slot.offset + 2;
    return isNeeded;
  });
  const rarestChosen = Math.min(...chosen.map(({ frequency }) => frequency));
  if (rarest.frequency * 2 < rarestChosen) chosen.push(rarest);
  return chosen.sort((a, b) => a.frequency - b.frequency);
}
