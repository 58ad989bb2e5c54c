import { createHash, randomUUID } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import type { JobType } from './job-type.ts';
import { jobOutbox } from './schema.ts';

/** Channel on which the nodes hear that there is work. */
export const jobsChannel = 'kakehashi_jobs';

export interface EnqueueOptions {
  /** What makes this work one and the same: asked for twice under one key, it is done once. */
  key?: string;
  /** Not before this moment. */
  at?: Date;
}

/**
 * Asks for work as part of a transaction: rolled back, nothing was asked for; committed, nothing is lost, whether
 * or not any node is running jobs now.
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

/** Takes the oldest work out of the outbox, once under each key; what another node is taking is passed over. */
export async function takeFromOutbox(
  tx: Queryable,
  names: readonly string[],
  most: number,
): Promise<OutboxRow[]> {
  const oldest = tx
    .select({ id: jobOutbox.id })
    .from(jobOutbox)
    .where(inArray(jobOutbox.name, [...names]))
    .orderBy(jobOutbox.id)
    .limit(most)
    .for('update', { skipLocked: true });
  const rows = await tx.delete(jobOutbox).where(inArray(jobOutbox.id, oldest)).returning();
  const newestFirst = rows.sort((a, b) => b.id - a.id);
  return [...new Map(newestFirst.map((row) => [row.jobId, row])).values()].reverse();
}

/** A UUID that is the same for the same name and key (RFC 9562, version 8). */
function idOf(name: string, key: string): string {
  const digest = createHash('sha256').update(`${name}\n${key}`).digest();
  digest[6] = (digest.readUInt8(6) & 0x0f) | 0x80;
  digest[8] = (digest.readUInt8(8) & 0x3f) | 0x80;
  const hex = digest.toString('hex', 0, 16);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
