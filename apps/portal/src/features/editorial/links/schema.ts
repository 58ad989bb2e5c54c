import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { publication } from '../../../platform/publishing/schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** An address that entries link to, and what became of calling it. */
export const linkCheck = pgTable('link_check', {
  url: text('url').primaryKey(),
  checkedAt: moment('checked_at').notNull(),
  /** What the server answered; null where it did not. */
  status: integer('status'),
  /** Why it did not answer, as `OutboundErrorCode`. */
  failure: text('failure'),
  /** Where it has moved for good. */
  movedTo: text('moved_to'),
  /** Tries in a row that failed. */
  failures: integer('failures').notNull(),
  failingSince: moment('failing_since'),
  /** When the owners were told of this failure. */
  toldAt: moment('told_at'),
});

/** Links with which a revision may be published although they are dead or nobody could call them. */
export const linkOverride = pgTable(
  'link_override',
  {
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
    revision: integer('revision').notNull(),
    urls: text('urls').array().notNull(),
    reason: text('reason').notNull(),
    userId: text('user_id').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.revision] })],
);
