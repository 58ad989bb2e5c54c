import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../../../../platform/database/connection.ts';
import { type Transaction, transact } from '../../../../platform/database/transact.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { figureBatch, figureCount, visitorSketch } from '../schema.ts';
import { addCounts } from './counts.ts';
import { VisitorSketch } from './visitor-sketch.ts';

/** Minimum number of different visitors for a search term to be shown. */
export const fewestSearchers = 3;
/** Days for which daily counts are kept; older ones are merged by month. */
const daysKept = 92;
/** Days after which a day's sketch is replaced by its estimate; no node adds to it by then. */
const sketchKept = 2;
const batchKept = 24 * 60 * 60 * 1_000;

/**
 * Reduces stored figures: replaces old sketches by estimates, deletes past months' searches by fewer than three
 * visitors, and merges old daily counts by month. Idempotent.
 */
export async function keepLess(db: Database, now: Date): Promise<void> {
  const daysAgo = (days: number) => dayInTokyo(new Date(now.getTime() - days * 24 * 60 * 60 * 1_000));
  await transact(db, async (tx) => {
    await tx.delete(figureBatch).where(lt(figureBatch.writtenAt, new Date(now.getTime() - batchKept)));
    await sketchesToNumbers(tx, daysAgo(sketchKept));
    await forgetRareSearches(tx, firstOfMonth(daysAgo(0)));
    await addUpMonths(tx, firstOfMonth(daysAgo(daysKept)));
  });
}

function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

async function sketchesToNumbers(tx: Transaction, before: string): Promise<void> {
  const over = await tx.delete(visitorSketch).where(lt(visitorSketch.day, before)).returning();
  const rows = over.map(({ day, registers }) => ({
    day,
    grain: 'day' as const,
    measure: 'visitors',
    subject: '',
    count: new VisitorSketch(registers).estimate(),
  }));
  await addCounts(tx, rows);
}

async function forgetRareSearches(tx: Transaction, before: string): Promise<void> {
  await tx.execute(sql`
    delete from figure_count using (
      select measure, subject, date_trunc('month', day) as month from figure_count
      where measure in ('search', 'no-result') and grain = 'day' and day < ${before}
      group by measure, subject, month having sum(count) < ${fewestSearchers}
    ) rare
    where figure_count.measure = rare.measure and figure_count.subject = rare.subject
      and figure_count.grain = 'day' and date_trunc('month', figure_count.day) = rare.month`);
}

async function addUpMonths(tx: Transaction, before: string): Promise<void> {
  const days = and(eq(figureCount.grain, 'day'), lt(figureCount.day, before));
  const month = sql`date_trunc('month', ${figureCount.day})`;
  const sums = await tx
    .select({
      day: sql<string>`${month}::date::text`,
      measure: figureCount.measure,
      subject: figureCount.subject,
      count: sql<number>`sum(${figureCount.count})::int`,
    })
    .from(figureCount)
    .where(days)
    .groupBy(month, figureCount.measure, figureCount.subject);
  await addCounts(
    tx,
    sums.map((sum) => ({ ...sum, grain: 'month' as const })),
  );
  await tx.delete(figureCount).where(days);
}
