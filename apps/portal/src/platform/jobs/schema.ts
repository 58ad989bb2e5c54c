import { bigserial, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Jobs enqueued by committed transactions that the queue has not taken over yet; usually empty. A table of
 * the portal's own, so that enqueuing needs only the current transaction.
 */
export const jobOutbox = pgTable('job_outbox', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  name: text('name').notNull(),
  data: jsonb('data').notNull(),
  /** Id of the job in the queue; derived from the key if there is one, so that the queue accepts it once. */
  jobId: uuid('job_id').notNull(),
  /** Earliest start; null: at once. */
  startAt: timestamp('start_at', { withTimezone: true, mode: 'date' }),
});
