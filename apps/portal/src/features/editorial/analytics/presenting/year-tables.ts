import { choose } from '../../../../platform/i18n/language.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { PageContext } from '../../../../platform/web/page-context.ts';
import { writeCount } from '../../../../ui/text/count.ts';
import { callsWithin } from '../../calls/index.ts';
import { actionsWithin } from '../editorial-figures.ts';
import { searchTotals, trafficOver } from '../figures.ts';
import { figureText } from '../messages.ts';
import { fiscalYear, momentsOf } from '../period.ts';
import type { FigureTable } from '../views.ts';

/** Groupings of entries: name of the table and its facet. */
const groups = [
  ['categories', 'category'],
  ['regions', 'region'],
  ['purposes', 'purpose'],
  ['ages', 'age'],
  ['affiliations', 'affiliation'],
] as const;

/** Number of entries per value of each grouping. */
export function groupTables(
  data: readonly unknown[],
  { kinds, vocabulary }: Pick<Platform, 'kinds' | 'vocabulary'>,
  ctx: PageContext,
): FigureTable[] {
  const fields = kinds.listed().flatMap((kind) => kind.fields);
  const words = vocabulary();
  return groups.map(([name, facet]) => {
    const names = new Set(fields.filter(({ marking }) => marking.facet === facet).map((field) => field.name));
    const counts = new Map<string, number>();
    for (const entry of data as readonly Record<string, unknown>[])
      for (const field of names)
        for (const value of [entry[field] ?? []].flat())
          counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    const { title, subject, count } = figureText(ctx).label.tables[name];
    return {
      name,
      title,
      columns: [{ label: subject }, { label: count, numeric: true }],
      rows: [...counts]
        .toSorted(([, a], [, b]) => b - a)
        .map(([value, number]) => [choose(words.label(facet, value), ctx).text, number]),
      bars: true,
    };
  });
}

/** Activity of a fiscal year compared with the year before. */
export async function activityTable(
  { connection }: Pick<Platform, 'connection'>,
  kinds: readonly string[],
  year: number,
  ctx: PageContext,
): Promise<FigureTable> {
  const { db } = connection;
  const { label } = figureText(ctx);
  const figuresOf = async (of: number) => {
    const period = fiscalYear(of);
    const traffic = await trafficOver(db, period);
    const actions = await actionsWithin(db, kinds, period);
    const { calls, entries } = await callsWithin(db, momentsOf(period));
    return new Map([
      ...actions,
      ['views', traffic.reduce((sum, { views }) => sum + views, 0)],
      ['visitors', traffic.reduce((sum, { visitors }) => sum + visitors, 0)],
      ['calls', calls],
      ['callEntries', entries],
      ...Object.entries(await searchTotals(db, period)),
    ]);
  };
  const [now, before] = [await figuresOf(year), await figuresOf(year - 1)];
  const { title, subject, count, before: earlier, change } = label.tables.activity;
  return {
    name: 'activity',
    title,
    columns: [
      { label: subject },
      { label: count, numeric: true },
      { label: earlier, numeric: true },
      { label: change, numeric: true },
    ],
    rows: Object.entries(label.year.activities).map(([name, words]) => {
      const [a, b] = [now.get(name) ?? 0, before.get(name) ?? 0];
      return [words, a, b, a === b ? '±0' : a > b ? `＋${writeCount(a - b)}` : `−${writeCount(b - a)}`];
    }),
  };
}
