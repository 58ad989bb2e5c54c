import { diffArrays } from 'diff';

export interface DiffPart {
  type: 'kept' | 'removed' | 'added';
  text: string;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
/**
 * Above this many changed words, both texts are shown whole: a word-by-word difference would be unreadable.
 */
const maxChanges = 1_000;

/** Word difference of two texts, in reading order. */
export function diffText(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const changes = diffArrays(a, b, { maxEditLength: maxChanges });
  if (!changes) return whole(a, b);
  return changes.map(({ value, added, removed }) => ({
    type: added ? 'added' : removed ? 'removed' : 'kept',
    text: value.join(''),
  }));
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** The texts as one replacement, without their common beginning and end. */
function whole(a: readonly string[], b: readonly string[]): DiffPart[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const parts: DiffPart[] = [
    { type: 'kept', text: a.slice(0, start).join('') },
    { type: 'removed', text: a.slice(start, a.length - end).join('') },
    { type: 'added', text: b.slice(start, b.length - end).join('') },
    { type: 'kept', text: a.slice(a.length - end).join('') },
  ];
  return parts.filter(({ text }) => text !== '');
}
