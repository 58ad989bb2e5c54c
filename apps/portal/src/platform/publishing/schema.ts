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
import type { TypesetFields } from './typesetting.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** One thing the public may see, of some kind, through all its revisions. */
export const publication = pgTable(
  'publication',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    state: text('state').$type<State>().notNull(),
    /** The newest revision, whatever its fate. */
    currentRevision: integer('current_revision').notNull(),
    /** The revision the public sees. */
    publishedRevision: integer('published_revision'),
    ownerId: text('owner_id'),
    /** Day the record was entered here (Asia/Tokyo). */
    enteredOn: date('entered_on', { mode: 'string' }).notNull(),
    /** Day its operator last confirmed it; null until the first time. */
    confirmedOn: date('confirmed_on', { mode: 'string' }),
    firstPublishedAt: moment('first_published_at'),
    scheduledFor: moment('scheduled_for'),
    expiresAt: moment('expires_at'),
    /** End of the last day that what the public sees speaks of; null where no day ends it. */
    endsAt: moment('ends_at'),
    /** Digest of the content file that the record came from; null for records entered by people. */
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
 * What a publication said at one time. Rows are added, never changed.
 * `json` and not `jsonb`: the order of keys carries meaning, as in a vocabulary.
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
    /** Everybody who typed some of it. */
    writers: text('writers').array().notNull().default([]),
    reason: text('reason').notNull(),
    minor: boolean('minor').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.publicationId, table.number] })],
);

/** Every change of state, with who and why. Rows are added, never changed. */
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
 * one. `sequence` grows with every change, so that a node asks only for what is newer than what it has.
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
    sequence: bigint('sequence', { mode: 'number' }).notNull(),
  },
  (table) => [index('published_record_sequence').on(table.sequence)],
);
