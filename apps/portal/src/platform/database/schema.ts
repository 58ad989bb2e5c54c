import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, timestamp } from 'drizzle-orm/pg-core';

/** One row that nodes write to see that they can. */
export const readinessProbe = pgTable(
  'readiness_trial',
  {
    only: boolean('only').primaryKey().default(true),
    triedAt: timestamp('tried_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [check('readiness_trial_one_row', sql`${table.only}`)],
);
