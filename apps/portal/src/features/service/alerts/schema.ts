import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import type { Language } from '../../../platform/i18n/language.ts';
import type { Frequency } from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A subscription of an address to a search. Deleted on unsubscribing; no other data of the subscriber is kept. */
export const alertSubscription = pgTable(
  'alert_subscription',
  {
    id: uuid('id').primaryKey(),
    address: text('address').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** The search as query parameters in canonical order; empty if it has no conditions. */
    search: text('search').notNull(),
    frequency: text('frequency').$type<Frequency>().notNull(),
    /** Null until the subscription is confirmed. */
    confirmedAt: moment('confirmed_at'),
    /** Changes up to this moment were sent, or preceded the subscription. */
    coveredUntil: moment('covered_until').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('alert_subscription_once').on(table.address, table.search),
    index('alert_subscription_confirmed').on(table.confirmedAt),
    check('alert_subscription_frequency_known', sql`${table.frequency} in ('daily','weekly')`),
  ],
);
