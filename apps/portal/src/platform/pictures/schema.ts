import { sql } from 'drizzle-orm';
import { check, customType, pgTable, primaryKey, timestamp, varchar } from 'drizzle-orm/pg-core';
import { largestStored } from './limits.ts';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/**
 * Pictures of entries, as they were encoded here. A picture belongs to one entry: under another's id it does
 * not exist, even for who knows its name.
 */
export const picture = pgTable(
  'picture',
  {
    /** The entry, sent or not. */
    entryId: varchar('entry_id', { length: 200 }).notNull(),
    /** See `picture.ts`. */
    file: varchar('file', { length: 40 }).notNull(),
    bytes: bytea('bytes').notNull(),
    author: varchar('author', { length: 200 }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.file] }),
    check('picture_size', sql.raw(`octet_length(bytes) <= ${largestStored}`)),
  ],
);
