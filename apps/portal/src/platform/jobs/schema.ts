import { bigserial, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Work that a committed transaction asked for and that the queue has not taken over yet: usually empty.
 * It belongs to the portal's own tables, so that asking for work needs nothing but the transaction at hand.
 */
export const jobOutbox = pgTable('job_outbox', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  name: text('name').notNull(),
  data: jsonb('data').notNull(),
  /** Id of the job in the queue; the same for the same key, so that the queue takes it once. */
  jobId: uuid('job_id').notNull(),
  /** Not before; absent: at once. */
  startAt: timestamp('start_at', { withTimezone: true, mode: 'date' }),
});
