import { and, eq, lt, sql } from 'drizzle-orm';
import type { Database } from '../../../../platform/database/connection.ts';
import { type Transaction, transact } from '../../../../platform/database/transact.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { figureBatch, figureCount, visitorSketch } from '../schema.ts';
import { addCounts } from './counts.ts';
import { VisitorSketch } from './visitor-sketch.ts';

/** Visitors that must have searched for the same before anybody sees what it was. */
export const fewestSearchers = 3;
/** Days for which counts are kept by day; then only by month. */
const daysKept = 92;
/** Days after which a day's sketch becomes its number: no node adds to it any more. */
const sketchKept = 2;
const batchKept = 24 * 60 * 60 * 1_000;

/**
 * Forgets what is no longer needed: sketches become numbers; searches of a past month by fewer than three visitors
 * go; counts of months long past are added up. Run again, it changes nothing.
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
