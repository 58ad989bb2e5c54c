import { randomBytes } from 'node:crypto';
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../../../../platform/database/connection.ts';
import { transact } from '../../../../platform/database/transact.ts';
import { figureBatch, figureCount, visitorSalt, visitorSketch } from '../schema.ts';
import type { Batch } from './tally.ts';
import { VisitorSketch } from './visitor-sketch.ts';

/** Rows of one statement: each has five of the 65,535 parameters that PostgreSQL takes. */
const rowsAtOnce = 5_000;

/** Adds a node's batch to the totals. Idempotent by batch. */
export async function takeIn(db: Database, batch: Batch, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    const fresh = await tx
      .insert(figureBatch)
      .values({ id: batch.id, writtenAt: now })
      .onConflictDoNothing()
      .returning();
    if (fresh.length === 0) return;
    // The same order on all nodes prevents deadlocks.
    const rows = batch.counts
      .map((row) => ({ ...row, grain: 'day' as const }))
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    await addCounts(tx, rows);
    for (const { day, sketch } of batch.sketches.toSorted((a, b) => a.day.localeCompare(b.day)))
      await mergeSketch(tx, day, sketch);
  });
}

function keyOf({ day, measure, subject }: Batch['counts'][number]): string {
  return `${day} ${measure} ${subject}`;
}

/** Adds to the stored counts. */
export async function addCounts(
  tx: Queryable,
  rows: readonly (typeof figureCount.$inferInsert)[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await tx
      .insert(figureCount)
      .values(rows.slice(start, start + rowsAtOnce))
      .onConflictDoUpdate({
        target: [figureCount.day, figureCount.grain, figureCount.measure, figureCount.subject],
        set: { count: sql`${figureCount.count} + excluded.count` },
      });
}

async function mergeSketch(tx: Queryable, day: string, seen: VisitorSketch): Promise<void> {
  const { registers } = new VisitorSketch();
  await tx.insert(visitorSketch).values({ day, registers }).onConflictDoNothing();
  const ofDay = eq(visitorSketch.day, day);
  const [row] = await tx.select().from(visitorSketch).where(ofDay).for('update');
  const all = new VisitorSketch(row?.registers);
  all.merge(seen);
  await tx.update(visitorSketch).set({ registers: all.registers }).where(ofDay);
}

/** Salts of the given days, shared by all nodes and created on first use. Deletes those of earlier days. */
export async function saltsFor(db: Queryable, days: readonly string[]): Promise<Map<string, Uint8Array>> {
  const [earliest = ''] = days.toSorted();
  await db.delete(visitorSalt).where(lt(visitorSalt.day, earliest));
  await db
    .insert(visitorSalt)
    .values(days.map((day) => ({ day, salt: randomBytes(32) })))
    .onConflictDoNothing();
  const rows = await db
    .select()
    .from(visitorSalt)
    .where(and(inArray(visitorSalt.day, [...days])));
  return new Map(rows.map(({ day, salt }) => [day, salt]));
}
