import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  integer,
  json,
  timestamp,
  uniqueIndex,
  varchar,
} from 'drizzle-orm/pg-core';
import { organisationTable } from '../../src/platform/database/organisation-table.ts';

export const notebook = organisationTable(
  'trial_notebook',
  { id: varchar('id', { length: 100 }).notNull(), title: varchar('title', { length: 100 }).notNull() },
  ['id'],
  (table) => [uniqueIndex('trial_notebook_title').on(table.organisationId, table.title)],
);

export const note = organisationTable(
  'trial_note',
  {
    id: varchar('id', { length: 100 }).notNull(),
    notebookId: varchar('notebook_id', { length: 100 }).notNull(),
    text: varchar('text', { length: 500 }).notNull(),
    opened: integer('opened').notNull().default(0),
    bytes: bigint('bytes', { mode: 'number' }),
    answers: json('answers'),
    writtenAt: timestamp('written_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  ['id'],
  (table) => [
    foreignKey({
      name: 'trial_note_notebook',
      columns: [table.organisationId, table.notebookId],
      foreignColumns: [notebook.organisationId, notebook.id],
    }),
    check('trial_note_longest', sql`length(${table.answers}::text) <= 2000`),
  ],
);
