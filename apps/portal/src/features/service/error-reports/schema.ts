import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { publication } from '../../../platform/publishing/schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What a visitor says is wrong with a record. */
export const errorReport = pgTable(
  'error_report',
  {
    id: uuid('id').primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
    body: text('body').notNull(),
    /** For the answer; null once there was one, or where none was given. */
    email: text('email'),
    language: text('language').$type<'ja' | 'en'>().notNull(),
    createdAt: moment('created_at').notNull(),
    answeredAt: moment('answered_at'),
  },
  (table) => [index('error_report_publication').on(table.publicationId, table.createdAt)],
);
