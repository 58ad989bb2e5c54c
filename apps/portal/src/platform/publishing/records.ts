import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { type PublishedChange, type PublishedRecord, publishedChannel } from './published-record.ts';
import { publishedRecord } from './schema.ts';
import type { TypesetFields } from './typesetting.ts';

/** Advisory lock number, the same on all nodes: sequence numbers are assigned to one commit at a time. */
const sequenceLock = 7_220_913;

/** Changes after a sequence number, oldest first. */
export async function changesSince(db: Queryable, sequence: number): Promise<PublishedChange[]> {
  const rows = await db
    .select()
    .from(publishedRecord)
    .where(gt(publishedRecord.sequence, sequence))
    .orderBy(asc(publishedRecord.sequence));
  return rows.map((row): PublishedChange => {
    if (row.removed) return { removed: true, sequence: row.sequence, id: row.publicationId };
    const { publicationId, removed: _, ...record } = row;
    return { removed: false, sequence: row.sequence, record: { id: publicationId, ...record } };
  });
}

/** Makes a record public when the transaction commits. */
export async function show(
  tx: Queryable,
  record: Omit<PublishedRecord, 'sequence' | 'typesetting'> & { typesetting: TypesetFields },
): Promise<void> {
  const sequence = await nextSequence(tx);
  const { id, ...columns } = record;
  const row = { publicationId: id, ...columns, removed: false, sequence };
  await tx
    .insert(publishedRecord)
    .values(row)
    .onConflictDoUpdate({ target: publishedRecord.publicationId, set: row });
  await announce(tx, sequence);
}

/**
 * Removes a record from the public site when the transaction commits.
 * @returns whether it was public
 */
export async function hide(tx: Queryable, id: string): Promise<boolean> {
  const sequence = await nextSequence(tx);
  const hidden = await tx
    .update(publishedRecord)
    .set({ removed: true, sequence })
    .where(and(eq(publishedRecord.publicationId, id), eq(publishedRecord.removed, false)))
    .returning({ id: publishedRecord.publicationId });
  await announce(tx, sequence);
  return hidden.length > 0;
}

/** The public version of a record. */
export async function shownRecord(
  tx: Queryable,
  id: string,
): Promise<typeof publishedRecord.$inferSelect | undefined> {
  const row = await everShown(tx, id);
  return row?.removed === false ? row : undefined;
}

/** What of a record is public, or was when it was last public. */
export async function everShown(
  tx: Queryable,
  id: string,
): Promise<typeof publishedRecord.$inferSelect | undefined> {
  const [row] = await tx.select().from(publishedRecord).where(eq(publishedRecord.publicationId, id));
  return row;
}

/** Whether a record is public. */
export async function isShown(tx: Queryable, id: string): Promise<boolean> {
  return (await shownRecord(tx, id)) !== undefined;
}

async function nextSequence(tx: Queryable): Promise<number> {
  // Without the lock a higher number could commit first, and a node that has seen it would never fetch the
  // lower one.
  await tx.execute(sql`select pg_advisory_xact_lock(${sequenceLock})`);
  const [row] = await tx
    .select({ next: sql<string>`coalesce(max(${publishedRecord.sequence}), 0) + 1` })
    .from(publishedRecord);
  return Number(row?.next ?? 1);
}

async function announce(tx: Queryable, sequence: number): Promise<void> {
  await tx.execute(sql`select pg_notify(${publishedChannel}, ${String(sequence)})`);
}
