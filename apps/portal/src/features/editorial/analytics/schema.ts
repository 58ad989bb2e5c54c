import { customType, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** Count of a subject on one day or in one month; holds no personal data. */
export const figureCount = pgTable(
  'figure_count',
  {
    /** Day in Asia/Tokyo; for a month, its first day. */
    day: date('day', { mode: 'string' }).notNull(),
    grain: text('grain').$type<'day' | 'month'>().notNull(),
    measure: text('measure').notNull(),
    /** A page, host or search term; empty for the total. */
    subject: text('subject').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.grain, table.measure, table.subject] })],
);

/** HyperLogLog registers to estimate a day's visitors; they identify nobody. */
export const visitorSketch = pgTable('visitor_sketch', {
  day: date('day', { mode: 'string' }).primaryKey(),
  registers: bytes('registers').notNull(),
});

/** Salt of the visitor hashes of one day; deleted after the day. */
export const visitorSalt = pgTable('visitor_salt', {
  day: date('day', { mode: 'string' }).primaryKey(),
  salt: bytes('salt').notNull(),
});

/** Ids of batches already added, so that a repeated batch adds nothing. */
export const figureBatch = pgTable('figure_batch', {
  id: uuid('id').primaryKey(),
  writtenAt: timestamp('written_at', { withTimezone: true, mode: 'date' }).notNull(),
});
