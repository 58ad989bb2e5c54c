import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, timestamp } from 'drizzle-orm/pg-core';

/** A single row that nodes update to check that the database accepts writes. */
export const readinessProbe = pgTable(
  'readiness_trial',
  {
    only: boolean('only').primaryKey().default(true),
    triedAt: timestamp('tried_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [check('readiness_trial_one_row', sql`${table.only}`)],
);
