import { index, integer, pgTable, primaryKey, timestamp, varchar } from 'drizzle-orm/pg-core';

/** Use of a quota by a subject in the current period; invalid after `ends_at`. */
export const quotaUse = pgTable(
  'quota_use',
  {
    quota: varchar('quota', { length: 60 }).notNull(),
    scope: varchar('scope', { length: 20 }).notNull(),
    /** Length of the period. */
    seconds: integer('seconds').notNull(),
    /** Id of a user or organisation, or the keyed digest of an address; never an address. */
    subject: varchar('subject', { length: 120 }).notNull(),
    used: integer('used').notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.quota, table.scope, table.seconds, table.subject] }),
    index('quota_use_ends').on(table.endsAt),
  ],
);
