import { boolean, index, pgTable, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A request for an organisation's account. Deleted 30 days after the decision, or 90 after its confirmation if nobody decided. */
export const accountRequest = pgTable(
  'account_request',
  {
    id: uuid('id').primaryKey(),
    organisation: varchar('organisation', { length: 120 }).notNull(),
    email: varchar('email', { length: 254 }).notNull(),
    message: varchar('message', { length: 1_000 }).notNull(),
    language: varchar('language', { length: 2 }).$type<'ja' | 'en'>().notNull(),
    createdAt: moment('created_at').notNull(),
    /** When the address was confirmed by the link in the mail; null if it is not confirmed. */
    confirmedAt: moment('confirmed_at'),
    decidedAt: moment('decided_at'),
    accepted: boolean('accepted'),
  },
  (table) => [index('account_request_open').on(table.decidedAt, table.confirmedAt)],
);
