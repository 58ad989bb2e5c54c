import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { publication } from '../../../platform/publishing/schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const publicationId = () =>
  text('publication_id')
    .notNull()
    .references(() => publication.id);

/** Reviewer of an entry. */
export const reviewAssignment = pgTable('review_assignment', {
  publicationId: publicationId().primaryKey(),
  userId: text('user_id').notNull(),
  at: moment('at').notNull(),
});

/** A user's declared conflict of interest on an entry. */
export const reviewConflict = pgTable(
  'review_conflict',
  {
    publicationId: publicationId(),
    userId: text('user_id').notNull(),
    reason: text('reason').notNull(),
    declaredAt: moment('declared_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.userId] })],
);
