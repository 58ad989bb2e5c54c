import { createHash, randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import type { JobType } from './job-type.ts';
import { jobOutbox } from './schema.ts';

/** Notification channel for new jobs. */
export const jobsChannel = 'kakehashi_jobs';

export interface EnqueueOptions {
  /** Idempotency key: jobs enqueued under the same key run once. */
  key?: string;
  /** Earliest start. */
  at?: Date;
}

/**
 * Enqueues a job as part of a transaction: rolled back, there is no job; committed, the job is not lost, even
 * if no node is processing jobs.
 */
export async function enqueue<Data>(
  tx: Queryable,
  type: JobType<Data>,
  data: Data,
  options: EnqueueOptions = {},
): Promise<void> {
  const { key, at } = options;
  const jobId = key === undefined ? randomUUID() : idOf(type.name, key);
  await tx
    .insert(jobOutbox)
    .values({ name: type.name, data: type.data.parse(data), jobId, startAt: at ?? null });
  await tx.execute(sql`select pg_notify(${jobsChannel}, '')`);
}

type OutboxRow = typeof jobOutbox.$inferSelect;

/** Takes the oldest jobs from the outbox, one per key; rows that another node is taking are skipped. */
export async function takeFromOutbox(
  tx: Queryable,
  names: readonly string[],
  maxJobs: number,
): Promise<OutboxRow[]> {
  const oldest = tx
    .select({ id: jobOutbox.id })
    .from(jobOutbox)
    .where(inArray(jobOutbox.name, [...names]))
    .orderBy(jobOutbox.id)
    .limit(maxJobs)
    .for('update', { skipLocked: true });
  const rows = await tx.delete(jobOutbox).where(inArray(jobOutbox.id, oldest)).returning();
  const newestFirst = rows.sort((a, b) => b.id - a.id);
  return [...new Map(newestFirst.map((row) => [row.jobId, row])).values()].reverse();
}

/** A deterministic UUID for a name and key (RFC 9562, version 8). */
function idOf(name: string, key: string): string {
  const digest = createHash('sha256').update(`${name}\n${key}`).digest();
  digest[6] = (digest.readUInt8(6) & 0x0f) | 0x80;
  digest[8] = (digest.readUInt8(8) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
