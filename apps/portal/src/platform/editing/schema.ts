import { bigserial, index, integer, json, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { publication } from '../publishing/schema.ts';
import type { FormValues } from './form/form-values.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/**
 * What is being written and was not sent yet: as typed, so that it may be incomplete or wrong. An entry has at most
 * one, shared by all who write on it. Sent, it becomes a revision and this row goes.
 */
export const entryDraft = pgTable(
  'entry_draft',
  {
    /** Id of the publication, or the one it will have once it is sent. */
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** Organisation that enters it; null: the body itself. */
    ownerId: text('owner_id'),
    formValues: json('typed').$type<FormValues>().notNull(),
    /** The revision it started from; 0: none yet. */
    basedOn: integer('based_on').notNull(),
    /** Who typed last. */
    author: text('author').notNull(),
    /** Everybody who typed: none of them approves it. */
    writers: text('writers').array().notNull().default([]),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('entry_draft_owner').on(table.ownerId)],
);

/** What a reviewer says of an entry, or of one field of it. */
export const reviewComment = pgTable(
  'review_comment',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
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
