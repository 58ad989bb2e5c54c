import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { publication } from '../../../platform/publishing/schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A linked URL and its last check. */
export const linkCheck = pgTable('link_check', {
  url: text('url').primaryKey(),
  checkedAt: moment('checked_at').notNull(),
  /** HTTP status; null if there was no response. */
  status: integer('status'),
  /** Error code if there was no response, an `OutboundErrorCode`. */
  failure: text('failure'),
  /** Target of a permanent redirect. */
  movedTo: text('moved_to'),
  /** Consecutive failures. */
  failures: integer('failures').notNull(),
  failingSince: moment('failing_since'),
  /** When the owners were notified of this failure. */
  notifiedAt: moment('told_at'),
});

/** Links overridden for a revision, although dead or unchecked. */
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
