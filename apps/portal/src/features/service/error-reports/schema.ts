import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { publication } from '../../../platform/publishing/schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A visitor's report of an error in a record. */
export const errorReport = pgTable(
  'error_report',
  {
    id: uuid('id').primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
    body: text('body').notNull(),
    /** Address for the reply; null if none was given or the reply was sent. */
    email: text('email'),
    language: text('language').$type<'ja' | 'en'>().notNull(),
    createdAt: moment('created_at').notNull(),
    answeredAt: moment('answered_at'),
  },
  (table) => [index('error_report_publication').on(table.publicationId, table.createdAt)],
);
