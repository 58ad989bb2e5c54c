export interface DiffPart {
  sort: 'kept' | 'removed' | 'added';
  text: string;
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });
/** Above so many comparisons the texts are shown whole: nobody reads such a difference word by word. */
const mostComparisons = 1_000_000;

/** What was taken out of a text and put into it, word by word, in reading order. */
export function diffText(before: string, after: string): DiffPart[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const middle = compared(a.slice(start, a.length - end), b.slice(start, b.length - end));
  const kept = (words: string[]): DiffPart[] => [{ sort: 'kept', text: words.join('') }];
  return joined([...kept(a.slice(0, start)), ...middle, ...kept(a.slice(a.length - end))]);
}

function wordsOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** By the longest common subsequence. */
function compared(a: readonly string[], b: readonly string[]): DiffPart[] {
  if (a.length * b.length > mostComparisons)
    return [
      { sort: 'removed', text: a.join('') },
      { sort: 'added', text: b.join('') },
    ];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      common[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ sort: 'kept', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      parts.push({ sort: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      parts.push({ sort: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return parts;
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  for (const { sort, text } of parts) {
    const last = runs.at(-1);
    if (text === '') continue;
    if (last?.sort === sort) last.text += text;
    else runs.push({ sort, text });
  }
  return runs;
}
