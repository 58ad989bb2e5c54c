import { setImmediate } from 'node:timers/promises';
import type { TypesetRun, TypesetText } from '../../../../platform/i18n/typesetting.ts';
import type { PublishedRecord } from '../../../../platform/publishing/published-record.ts';
import { typesetFields } from '../../../../platform/publishing/typesetting.ts';
import { createTypesetter, loadTokenizer } from '../../../../platform/typesetting/japanese-typesetter.ts';

/** Words with their readings. */
export type ReadingWords = Readonly<Record<string, string>>;

/** A text of a published record whose reading would change: the first change with context. */
export interface ChangedText {
  recordId: string;
  before: TypesetText;
  after: TypesetText;
}

/** Characters of context around a change. */
const around = 16;

/** Words whose reading is added, removed or changed. */
export function changedWords(before: ReadingWords, after: ReadingWords): string[] {
  const words = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...words].filter((word) => before[word] !== after[word]);
}

/** Texts of published records whose furigana would change, in record order. */
export async function previewReadings(
  records: Iterable<PublishedRecord>,
  before: ReadingWords,
  after: ReadingWords,
): Promise<ChangedText[]> {
  const words = changedWords(before, after);
  if (words.length === 0) return [];
  const typeset = createTypesetter(await loadTokenizer(), new Map(Object.entries(after)));
  const changed: ChangedText[] = [];
  for (const { id, typesetting } of records) {
    for (const runs of Object.values(typesetting)) {
      const text = runs.map((run) => run.text).join('');
      if (!words.some((word) => text.includes(word))) continue;
      const { 'text.ja': fresh = [] } = await typesetFields({ text: { ja: text } }, typeset);
      const at = firstDifference(runs, fresh);
      if (at !== undefined)
        changed.push({ recordId: id, before: excerpt(runs, at), after: excerpt(fresh, at) });
    }
    await setImmediate();
  }
  return changed;
}

interface Placed {
  start: number;
  run: TypesetRun;
}

function placed(runs: TypesetText): Placed[] {
  let start = 0;
  return runs.map((run) => {
    const here = { start, run };
    start += run.text.length;
    return here;
  });
}

/** Offset of the first difference between two typesettings of a text; undefined if there is none. */
function firstDifference(one: TypesetText, other: TypesetText): number | undefined {
  const readings = (runs: TypesetText) =>
    new Map(
      placed(runs).flatMap(({ start, run }) => (run.reading ? [[start, `${run.text} ${run.reading}`]] : [])),
    );
  const [a, b] = [readings(one), readings(other)];
  const places = [...new Set([...a.keys(), ...b.keys()])].filter((start) => a.get(start) !== b.get(start));
  return places.length > 0 ? Math.min(...places) : undefined;
}

function excerpt(runs: TypesetText, at: number): TypesetText {
  const [from, to] = [at - around, at + around];
  return placed(runs)
    .filter(({ start, run }) => start < to && start + run.text.length > from)
    .map(({ start, run }) => {
      if (run.reading) return run;
      const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
      return { text };
    });
}
