import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Frequency } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A saved search that somebody wants news of by mail. Its row goes when they leave: nothing else is kept of them. */
export const alertSubscription = pgTable(
  'alert_subscription',
  {
    id: uuid('id').primaryKey(),
    address: text('address').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** The search as the parameters of its page, always in the same order; empty: everything. */
    search: text('search').notNull(),
    frequency: text('frequency').$type<Frequency>().notNull(),
    /** Null until the holder of the address said yes. */
    confirmedAt: moment('confirmed_at'),
    /** News up to here were sent, or were there before. */
    coveredUntil: moment('covered_until').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('alert_subscription_once').on(table.address, table.search),
    index('alert_subscription_confirmed').on(table.confirmedAt),
    check('alert_subscription_frequency_known', sql`${table.frequency} in ('daily','weekly')`),
  ],
);
