import { bigserial, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { publication } from '../../../platform/publishing/schema.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const publicationId = () =>
  text('publication_id')
    .notNull()
    .references(() => publication.id);

/** Who reviews an entry. */
export const reviewAssignment = pgTable('review_assignment', {
  publicationId: publicationId().primaryKey(),
  userId: text('user_id').notNull(),
  at: moment('at').notNull(),
});

/** What a reviewer says of an entry, or of one field of it. */
export const reviewComment = pgTable(
  'review_comment',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    publicationId: publicationId(),
    /** The revision it speaks of. */
    revision: integer('revision').notNull(),
    /** Name of the field; null: the entry as a whole. */
    field: text('field'),
    author: text('author').notNull(),
    body: text('body').notNull(),
    createdAt: moment('created_at').notNull(),
    /** When a decision carried it to whoever entered it; null: among the reviewers only. */
    sharedAt: moment('shared_at'),
  },
  (table) => [index('review_comment_publication').on(table.publicationId, table.id)],
);

/** Somebody who must not judge an entry, as they said themselves. */
export const reviewConflict = pgTable(
  'review_conflict',
  {
    publicationId: publicationId(),
    userId: text('user_id').notNull(),
    reason: text('reason').notNull(),
    declaredAt: moment('declared_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.userId] })],
);

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
