import { sql } from 'drizzle-orm';
import { check, index, integer, timestamp, varchar } from 'drizzle-orm/pg-core';
import { organisationTable } from '../../../platform/database/organisation-table.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** What people of an organisation are to learn, as it told. */
export const postedNeed = organisationTable(
  'posted_need',
  {
    id: varchar('id', { length: 100 }).notNull(),
    /** Role and skill of the `kakehashi` framework. */
    role: varchar('role', { length: 60 }).notNull(),
    skill: varchar('skill', { length: 60 }).notNull(),
    /** JIS X 0401. */
    prefecture: varchar('prefecture', { length: 60 }).notNull(),
    industry: varchar('industry', { length: 60 }).notNull(),
    size: varchar('size', { length: 60 }).notNull(),
    people: integer('people').notNull(),
    /** Month by which they are to have learned it, `yyyy-mm`. */
    wantedBy: varchar('wanted_by', { length: 60 }).notNull(),
    postedAt: moment('posted_at').notNull(),
    closedAt: moment('closed_at'),
    /** Month of the release that counts it, `yyyy-mm`; null: none yet. Never changed once set. */
    releasedIn: varchar('released_in', { length: 60 }),
  },
  ['id'],
  (table) => [
    index('posted_need_posted').on(table.organisationId, table.postedAt),
    check('posted_need_people_positive', sql`${table.people} > 0`),
  ],
);
