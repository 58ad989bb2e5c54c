import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * A file that bears an entry out, never published. Its bytes lie in the data directory under `id`, which nothing that
 * anybody sent decides.
 */
export const evidenceFile = pgTable(
  'evidence_file',
  {
    id: text('id').primaryKey(),
    /** The entry, sent or not. */
    entryId: text('entry_id').notNull(),
    /** As it was called where it came from, without what is dangerous in names. */
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    /** SHA-256, in hexadecimal. */
    digest: text('digest').notNull(),
    /** `held` until it was scanned; `infected`: only this row is left of it. */
    state: text('state').$type<'held' | 'kept' | 'infected'>().notNull(),
    author: text('author').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('evidence_file_entry').on(table.entryId, table.createdAt)],
);
