import { and, desc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { fewestSearchers } from './counting/keeping.ts';
import type { Measure } from './counting/tally.ts';
import { VisitorSketch } from './counting/visitor-sketch.ts';
import { addMonths, daysFrom, daysOfMonth, monthsOf, type Period } from './period.ts';
import { figureCount, visitorSketch } from './schema.ts';

type Months = Pick<Period, 'from' | 'to'>;

/** Pages and visitors of one day or month. */
export interface Traffic {
  /** `YYYY-MM-DD` or `YYYY-MM` */
  time: string;
  views: number;
  /** Estimated; of a month the sum of its days. */
  visitors: number;
}

/** Pages shown and visitors over time: by day within one month, else by month. */
export async function trafficOver(db: Queryable, period: Months): Promise<Traffic[]> {
  const byDay = period.from === period.to && (await hasDays(db, period));
  const times = byDay ? daysOfMonth(period.from) : monthsOf(period);
  const width = byDay ? 10 : 7;
  const views = new Map<string, number>();
  const visitors = new Map<string, number>();
  const { first, after } = daysFrom(period);
  const counted = await db
    .select({
      day: figureCount.day,
      measure: figureCount.measure,
      count: sql<number>`sum(${figureCount.count})::int`,
    })
    .from(figureCount)
    .where(and(within(period), sql`${figureCount.measure} in ('page', 'visitors')`))
    .groupBy(figureCount.day, figureCount.measure);
  for (const { day, measure, count } of counted)
    add(measure === 'page' ? views : visitors, day.slice(0, width), count);
  const sketches = await db
    .select()
    .from(visitorSketch)
    .where(and(gte(visitorSketch.day, first), lt(visitorSketch.day, after)));
  for (const { day, registers } of sketches)
    add(visitors, day.slice(0, width), new VisitorSketch(registers).estimate());
  return times.map((time) => ({ time, views: views.get(time) ?? 0, visitors: visitors.get(time) ?? 0 }));
}

function add(sums: Map<string, number>, time: string, count: number): void {
  sums.set(time, (sums.get(time) ?? 0) + count);
}

async function hasDays(db: Queryable, period: Months): Promise<boolean> {
  const [old] = await db
    .select({ day: figureCount.day })
    .from(figureCount)
    .where(and(within(period), eq(figureCount.grain, 'month')))
    .limit(1);
  return old === undefined;
}

export interface Ranked {
  subject: string;
  count: number;
}

/** Highest counts of a measure; search terms only from `fewestSearchers` visitors on. */
export async function maxCounted(
  db: Queryable,
  measure: Measure,
  period: Months,
  maxRows: number,
): Promise<Ranked[]> {
  const count = sql<number>`sum(${figureCount.count})::int`;
  const fewest = measure === 'search' || measure === 'no-result' ? fewestSearchers : 1;
  return db
    .select({ subject: figureCount.subject, count })
    .from(figureCount)
    .where(and(within(period), eq(figureCount.measure, measure), ne(figureCount.subject, '')))
    .groupBy(figureCount.subject)
    .having(gte(count, fewest))
    .orderBy(desc(count), figureCount.subject)
    .limit(maxRows);
}

/** Opinions of a page in a period, and the reasons given. */
export interface PageOpinions {
  page: string;
  useful: number;
  notUseful: number;
  /** By reason, the most frequent first. */
  reasons: readonly { reason: string; count: number }[];
}

/** Opinions of pages, those that most found of no use first. */
export async function opinionsOf(db: Queryable, period: Months, most: number): Promise<PageOpinions[]> {
  const rows = await db
    .select({
      measure: figureCount.measure,
      subject: figureCount.subject,
      count: sql<number>`sum(${figureCount.count})::int`,
    })
    .from(figureCount)
    .where(
      and(
        within(period),
        sql`${figureCount.measure} in ('useful', 'not-useful', 'not-useful-because')`,
        ne(figureCount.subject, ''),
      ),
    )
    .groupBy(figureCount.measure, figureCount.subject);
  const pages = new Map<
    string,
    { useful: number; notUseful: number; reasons: { reason: string; count: number }[] }
  >();
  for (const { measure, subject, count } of rows) {
    const [page = '', reason = ''] = subject.split(' ');
    const opinions = pages.get(page) ?? { useful: 0, notUseful: 0, reasons: [] };
    if (measure === 'useful') opinions.useful += count;
    else if (measure === 'not-useful') opinions.notUseful += count;
    else opinions.reasons.push({ reason, count });
    pages.set(page, opinions);
  }
  return [...pages]
    .map(([page, { reasons, ...sums }]) => ({
      page,
      ...sums,
      reasons: reasons.sort((a, b) => b.count - a.count || a.reason.localeCompare(b.reason)),
    }))
    .sort((a, b) => b.notUseful - a.notUseful || b.useful - a.useful || a.page.localeCompare(b.page))
    .slice(0, most);
}

/** Searches in a period, and how many had no results. */
export async function searchTotals(
  db: Queryable,
  period: Months,
): Promise<{ searches: number; withoutResult: number }> {
  const rows = await db
    .select({ subject: figureCount.subject, count: sql<number>`sum(${figureCount.count})::int` })
    .from(figureCount)
    .where(and(within(period), eq(figureCount.measure, 'searches')))
    .groupBy(figureCount.subject);
  return {
    searches: rows.reduce((sum, { count }) => sum + count, 0),
    withoutResult: rows.find(({ subject }) => subject === 'no-result')?.count ?? 0,
  };
}

/**
 * Views of a page this month and last month.
 * @param today  `YYYY-MM-DD`
 */
export async function viewsOf(
  db: Queryable,
  page: string,
  today: string,
): Promise<{ thisMonth: number; lastMonth: number }> {
  const month = today.slice(0, 7);
  const count = async (of: string) => {
    const [row] = await db
      .select({ count: sql<number>`coalesce(sum(${figureCount.count}), 0)::int` })
      .from(figureCount)
      .where(
        and(within({ from: of, to: of }), eq(figureCount.measure, 'page'), eq(figureCount.subject, page)),
      );
    return row?.count ?? 0;
  };
  return { thisMonth: await count(month), lastMonth: await count(addMonths(month, -1)) };
}

/**
 * How often each redirect was used, this month and in the twelve months that end with it.
 * @param today  `YYYY-MM-DD`
 */
export async function redirectUses(
  db: Queryable,
  today: string,
): Promise<Map<string, { month: number; year: number }>> {
  const to = today.slice(0, 7);
  const rows = await db
    .select({
      from: figureCount.subject,
      year: sql<number>`sum(${figureCount.count})::int`,
      month: sql<number>`coalesce(sum(${figureCount.count}) filter (where ${figureCount.day} >= ${`${to}-01`}), 0)::int`,
    })
    .from(figureCount)
    .where(and(within({ from: addMonths(to, -11), to }), eq(figureCount.measure, 'redirect')))
    .groupBy(figureCount.subject);
  return new Map(rows.map(({ from, month, year }) => [from, { month, year }]));
}

function within(period: Months) {
  const { first, after } = daysFrom(period);
  return and(gte(figureCount.day, first), lt(figureCount.day, after));
}
