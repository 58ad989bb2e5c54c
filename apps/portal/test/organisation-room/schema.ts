import { foreignKey, integer, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import { organisationTable } from '../../src/platform/database/organisation-table.ts';

export const notebook = organisationTable(
  'trial_notebook',
  { id: text('id').notNull(), title: text('title').notNull() },
  ['id'],
  (table) => [uniqueIndex('trial_notebook_title').on(table.organisationId, table.title)],
);

export const note = organisationTable(
  'trial_note',
  {
    id: text('id').notNull(),
    notebookId: text('notebook_id').notNull(),
    text: text('text').notNull(),
    opened: integer('opened').notNull().default(0),
    writtenAt: timestamp('written_at', { withTimezone: true, mode: 'date' }).notNull(),
  },
  ['id'],
  (table) => [
    foreignKey({
      name: 'trial_note_notebook',
      columns: [table.organisationId, table.notebookId],
      foreignColumns: [notebook.organisationId, notebook.id],
    }),
  ],
);
