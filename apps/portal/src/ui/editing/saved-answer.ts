import type { Saved } from '../../platform/editing/drafts.ts';
import { type Newer, seenIn, writeSeen } from '../../platform/editing/merging.ts';

/** An input that two people changed, in the words of its reader. */
export interface EditConflictView {
  input: string;
  label: string;
  mine: string;
  theirs: string;
  /** What stands there now, as its inputs hold it. */
  values: readonly string[];
  /** Fingerprint of that: with it in `seen`, one's own value may take its place. */
  print: string;
  /** Fingerprint of what the author saw before; empty: nothing. */
  before: string;
  newer: Newer;
}

/** An input in words. */
type InWords = (input: string, values: readonly string[]) => { label: string; shown: string } | undefined;

/** What clashes, as a page shows it. */
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

/** What a page that saves by itself is told. */
export function savedAnswer(saved: Saved, inWords: InWords) {
  return { saved: true, seen: writeSeen(saved.seen), conflicts: editConflictViews(saved, inWords) };
}
