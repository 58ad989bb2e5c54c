import { index, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * An evidence file of an entry, never published. Stored in the data directory under `id`, which does not depend
 * on user input.
 */
export const evidenceFile = pgTable(
  'evidence_file',
  {
    id: text('id').primaryKey(),
    /** The entry, sent or not. */
    entryId: text('entry_id').notNull(),
    /** Original file name, sanitised. */
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    /** Bytes. */
    size: integer('size').notNull(),
    /** SHA-256, in hexadecimal. */
    digest: text('digest').notNull(),
    /** `held` until scanned; `infected`: the file was deleted, only this row remains. */
    state: text('state').$type<'held' | 'kept' | 'infected'>().notNull(),
    author: text('author').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('evidence_file_entry').on(table.entryId, table.createdAt)],
);
