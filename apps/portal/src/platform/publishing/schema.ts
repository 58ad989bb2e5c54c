import { sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  index,
  integer,
  json,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Action, State } from './model.ts';
import type { RecordChange } from './published-record.ts';
import type { TypesetFields } from './typesetting.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** A publication of some kind, with all its revisions. */
export const publication = pgTable(
  'publication',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    state: text('state').$type<State>().notNull(),
    /** The newest revision, in whatever state. */
    currentRevision: integer('current_revision').notNull(),
    /** The public revision. */
    publishedRevision: integer('published_revision'),
    ownerId: text('owner_id'),
    /** Day the record was entered here (Asia/Tokyo). */
    enteredOn: date('entered_on', { mode: 'string' }).notNull(),
    /** Day its operator last confirmed it; null: never. */
    confirmedOn: date('confirmed_on', { mode: 'string' }),
    firstPublishedAt: moment('first_published_at'),
    scheduledFor: moment('scheduled_for'),
    expiresAt: moment('expires_at'),
    /** End of the public revision's last day; null if it has none. */
    endsAt: moment('ends_at'),
    /** Digest of the content file that the record was loaded from; null for records entered by people. */
    contentDigest: text('content_digest'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    index('publication_kind_state').on(table.kind, table.state),
    check(
      'publication_state_known',
      sql`${table.state} in ('draft','submitted','in-review','changes-requested','scheduled','published','suspended','expired','withdrawn')`,
    ),
  ],
);

/**
 * Content of a publication at one time. Append-only. `json` rather than `jsonb`, since the order of keys
 * matters, for example in a vocabulary.
 */
export const revision = pgTable(
  'revision',
  {
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
    number: integer('number').notNull(),
    data: json('data').$type<object>().notNull(),
    /** Who sent it. */
    author: text('author').notNull(),
    /** All authors of its content. */
    writers: text('writers').array().notNull().default([]),
    reason: text('reason').notNull(),
    minor: boolean('minor').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.number] })],
);

/** Every change of state, with author and reason. Append-only. */
export const transition = pgTable(
  'transition',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    publicationId: text('publication_id')
      .notNull()
      .references(() => publication.id),
    action: text('action').$type<Action>().notNull(),
    fromState: text('from_state').$type<State>(),
    toState: text('to_state').$type<State>().notNull(),
    revision: integer('revision').notNull(),
    actor: text('actor').notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [index('transition_publication').on(table.publicationId, table.id)],
);

/**
 * What the nodes hold in memory: a record for each published publication, and a tombstone for each withdrawn
 * one. `sequence` increases with every change, so that a node fetches only newer changes.
 */
export const publishedRecord = pgTable(
  'published_record',
  {
    publicationId: text('publication_id')
      .primaryKey()
      .references(() => publication.id),
    kind: text('kind').notNull(),
    removed: boolean('removed').notNull().default(false),
    data: json('data').$type<object>().notNull(),
    typesetting: jsonb('typesetting').$type<TypesetFields>().notNull(),
    enteredOn: date('entered_on', { mode: 'string' }).notNull(),
    confirmedOn: date('confirmed_on', { mode: 'string' }),
    publishedAt: moment('published_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    expiresAt: moment('expires_at'),
    changes: jsonb('changes').$type<readonly RecordChange[]>().notNull().default([]),
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
  },
  (table) => [
    index('published_record_sequence').on(table.sequence),
    check('published_record_changes_length', sql`length(${table.changes}::text) <= 50000`),
  ],
);
