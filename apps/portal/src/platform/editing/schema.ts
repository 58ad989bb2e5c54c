import { bigserial, index, integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { publication } from '../publishing/schema.ts';
import type { FormValues } from './form/form-values.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * Unsent draft of an entry: may be incomplete or invalid. At most one per entry, shared by all its authors;
 * sending it creates a revision and deletes the row.
 */
export const entryDraft = pgTable(
  'entry_draft',
  {
    /** Id of the publication, or its future id. */
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** Owning organisation; null: the body itself. */
    ownerId: text('owner_id'),
    formValues: json('typed').$type<FormValues>().notNull(),
    /** Revision the draft is based on; 0: none yet. */
    basedOn: integer('based_on').notNull(),
    /** Last author. */
    author: text('author').notNull(),
    /** All authors; none of them may approve it. */
    writers: text('writers').array().notNull().default([]),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('entry_draft_owner').on(table.ownerId)],
);

/** A reviewer's comment on an entry or one of its fields. */
export const reviewComment = pgTable(
  'review_comment',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
    /** The revision it refers to. */
    revision: integer('revision').notNull(),
    /** Field name; null: the whole entry. */
    field: text('field'),
    author: text('author').notNull(),
    body: text('body').notNull(),
    createdAt: moment('created_at').notNull(),
    /** When a decision shared it with the authors; null: visible to reviewers only. */
    sharedAt: moment('shared_at'),
  },
  (table) => [index('review_comment_publication').on(table.publicationId, table.id)],
);
