import type { Saved } from '../../platform/editing/drafts.ts';
import { type Newer, seenIn, writeSeen } from '../../platform/editing/merging.ts';

/** An input that two people changed, localised for its reader. */
export interface EditConflictView {
  input: string;
  label: string;
  mine: string;
  theirs: string;
  /** The stored value, as its inputs hold it. */
  values: readonly string[];
  /** Fingerprint of the stored value; sent in `seen`, it allows replacing that value. */
  print: string;
  /** Fingerprint of what the author saw before; empty: none. */
  before: string;
  newer: Newer;
}

/** An input's label and value for display. */
type InWords = (input: string, values: readonly string[]) => { label: string; shown: string } | undefined;

/** Conflicts for display. */
export function editConflictViews({ conflicts, newer, seen }: Saved, inWords: InWords): EditConflictView[] {
  return conflicts.flatMap(({ input, mine, theirs }) => {
    const [own, others] = [inWords(input, mine), inWords(input, theirs)];
    if (!own || !others) return [];
    const print = seenIn({ [input]: theirs }, [input])[input] ?? '';
    const { label, shown } = own;
    return [
      {
        input,
        label,
        mine: shown,
        theirs: others.shown,
        values: theirs,
        print,
        before: seen[input] ?? '',
        newer,
      },
    ];
  });
}

/** Response to a background save. */
export function savedAnswer(saved: Saved, inWords: InWords) {
  return { saved: true, seen: writeSeen(saved.seen), conflicts: editConflictViews(saved, inWords) };
}
