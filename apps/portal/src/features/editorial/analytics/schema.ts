import { customType, date, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** How often something happened on one day, or within one month: nothing in it leads to a person. */
export const figureCount = pgTable(
  'figure_count',
  {
    /** Day in Asia/Tokyo; of a month its first. */
    day: date('day', { mode: 'string' }).notNull(),
    grain: text('grain').$type<'day' | 'month'>().notNull(),
    measure: text('measure').notNull(),
    /** A page, a host, a search; empty for all of them together. */
    subject: text('subject').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.grain, table.measure, table.subject] })],
);

/** Registers from which the number of a day's visitors is estimated; they hold no visitor. */
export const visitorSketch = pgTable('visitor_sketch', {
  day: date('day', { mode: 'string' }).primaryKey(),
  registers: bytes('registers').notNull(),
});

/** What visitors are told apart with for one day; destroyed when the day is over. */
export const visitorSalt = pgTable('visitor_salt', {
  day: date('day', { mode: 'string' }).primaryKey(),
  salt: bytes('salt').notNull(),
});

/** Batches of counts that were taken in: one that is sent again adds nothing. */
export const figureBatch = pgTable('figure_batch', {
  id: uuid('id').primaryKey(),
  writtenAt: timestamp('written_at', { withTimezone: true, mode: 'date' }).notNull(),
});
