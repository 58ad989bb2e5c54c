import { MAX_OKURIGANA } from './okurigana.ts';
import { NO_POSITIONS } from './postings.ts';
import type { ResolvedPattern } from './resolve.ts';
import type { Segment } from './segment.ts';
import { coveringSlots, firstAfter, occursAt, SlotCursor } from './slot-cursor.ts';

/** Finds occurrences of a multi-slot pattern, document by document in ascending order. */
export class PatternCursor {
  /** Start positions in the document last read; only the first `count` are valid. */
  starts = NO_POSITIONS;
  count = 0;
  /** In reading order for a loose pattern; for an exact one those that verify it, the rarest first. */
  readonly #slots: readonly SlotCursor[];
  readonly #rarestFirst: readonly SlotCursor[];
  readonly #loose: boolean;

  constructor(segment: Segment, pattern: ResolvedPattern) {
    const slots = pattern.slots.map((slot) => new SlotCursor(segment, slot));
    this.#loose = pattern.loose;
    this.#rarestFirst = pattern.loose
      ? [...slots].sort((a, b) => a.frequency - b.frequency)
      : coveringSlots(slots);
    this.#slots = pattern.loose ? slots : this.#rarestFirst;
  }

  /** Documents that may hold the pattern, ascending. */
  documents(): Uint16Array {
    return (this.#rarestFirst[0] as SlotCursor).documents();
  }

  /** Finds start positions in a document; returns their number. */
  read(doc: number): number {
    this.count = 0;
    const slots = this.#rarestFirst;
    for (let i = 0; i < slots.length; i++) if (!(slots[i] as SlotCursor).advance(doc)) return 0;
    if (this.#loose) this.#readLoose(doc);
    else this.#readExact(doc);
    return this.count;
  }

  /** Positions at which all slots match at their offsets. */
  #readExact(doc: number): void {
    const slots = this.#slots;
    const rarest = slots[0] as SlotCursor;
    rarest.readPositions(doc);
    let read = 1;
    for (let i = 0; i < rarest.count; i++) {
      const start = (rarest.positions[i] as number) - rarest.offset;
      let at = 1;
      for (; at < slots.length; at++) {
        const slot = slots[at] as SlotCursor;
        if (at === read) {
          slot.readPositions(doc);
          read++;
        }
        if (!occursAt(slot, start)) break;
      }
      if (at === slots.length) this.#push(start);
    }
  }

  /** Places where the slots follow each other with at most okurigana between. */
  #readLoose(doc: number): void {
    const [first, ...rest] = this.#slots as [SlotCursor, ...SlotCursor[]];
    for (const slot of this.#slots) slot.readPositions(doc);
    for (let i = 0; i < first.count; i++) {
      const start = first.positions[i] as number;
      let position = start;
      const follows = rest.every((slot) => {
        const next = firstAfter(slot, position);
        if (next > position + 1 + MAX_OKURIGANA) return false;
        position = next;
        return true;
      });
      if (follows) this.#push(start);
    }
  }

  #push(start: number): void {
    if (this.count === this.starts.length) {
      const wider = new Uint32Array(Math.max(8, this.count * 2));
      wider.set(this.starts);
      this.starts = wider;
    }
    this.starts[this.count++] = start;
  }
}
