import type { LawText } from './law-text.ts';

/** Revisions of laws, by the first day each is in force. */
export class LawRevisions {
  readonly #byLaw = new Map<string, LawText[]>();

  /** Adds a revision, replacing one of the same day. Returns false for a text without an id. */
  add(text: LawText): boolean {
    if (text.id === undefined) return false;
    const others = (this.#byLaw.get(text.id) ?? []).filter((other) => from(other) !== from(text));
    this.#byLaw.set(
      text.id,
      [...others, text].sort((a, b) => (from(a) < from(b) ? -1 : 1)),
    );
    return true;
  }

  /** All revisions of a law, the earliest first. */
  of(law: string): readonly LawText[] {
    return this.#byLaw.get(law) ?? [];
  }

  /** The text in force on a day (YYYY-MM-DD). */
  inForce(law: string, date: string): LawText | undefined {
    return this.of(law).findLast((text) => from(text) <= date);
  }
}

const from = (text: LawText): string => text.effectiveFrom ?? '';
