import { boolean, index, pgTable, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** Somebody outside who asks for an account for their organisation. Deleted some time after it was decided on. */
export const accountRequest = pgTable(
  'account_request',
  {
    id: uuid('id').primaryKey(),
    organisation: varchar('organisation', { length: 120 }).notNull(),
    email: varchar('email', { length: 254 }).notNull(),
    message: varchar('message', { length: 1_000 }).notNull(),
    language: varchar('language', { length: 2 }).$type<'ja' | 'en'>().notNull(),
    createdAt: moment('created_at').notNull(),
    /** When the link in the mail was followed; null: nobody has shown that the address is theirs. */
    confirmedAt: moment('confirmed_at'),
    decidedAt: moment('decided_at'),
    accepted: boolean('accepted'),
  },
  (table) => [index('account_request_open').on(table.decidedAt, table.confirmedAt)],
);
