import { customType, index, integer, json, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type {
  CellProblem,
  ImportChoice,
  ImportState,
  OutcomeCounts,
  ReadReport,
  RowAction,
  RowOutcome,
} from './model.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A file of entries that somebody uploaded. */
export const importUpload = pgTable(
  'import_upload',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** Organisation that it is entered for; null: the body itself. */
    ownerId: text('owner_id'),
    author: text('author').notNull(),
    fileName: text('file_name').notNull(),
    /** The file; null once it was read. */
    bytes: bytea('bytes'),
    state: text('state').$type<ImportState>().notNull(),
    /** Why it was refused, or why the last attempt to take it was undone. */
    fault: json('fault').$type<Label>(),
    report: json('report').$type<ReadReport>(),
    choice: json('choice').$type<ImportChoice>(),
    counts: json('counts').$type<OutcomeCounts>(),
    /** Rows of the file; 0 until it was opened. */
    total: integer('total').notNull().default(0),
    /** Rows with errors. */
    faulty: integer('faulty').notNull().default(0),
    /** Number of the last row that was checked, or taken, for good. */
    position: integer('position').notNull().default(0),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [index('import_upload_owner').on(table.ownerId, table.createdAt)],
);

/** One row of an upload. */
export const importRow = pgTable(
  'import_row',
  {
    uploadId: text('upload_id')
      .notNull()
      .references(() => importUpload.id, { onDelete: 'cascade' }),
    /** Counted from 1 through the rows that are entries. */
    position: integer('position').notNull(),
    /** Its number in the file, as a spreadsheet shows it. */
    line: integer('line').notNull(),
    cells: json('cells').$type<string[]>().notNull(),
    formValues: json('typed').$type<FormValues>().notNull(),
    key: text('key').notNull(),
    title: text('title').notNull(),
    action: text('action').$type<RowAction>().notNull(),
    problems: json('problems').$type<CellProblem[]>().notNull(),
    warnings: json('warnings').$type<Label[]>().notNull(),
    /** The entry that it becomes, if it becomes a new one. */
    newId: text('new_id').notNull(),
    outcome: text('outcome').$type<RowOutcome>(),
    /** Why it was refused, or was not sent. */
    remark: json('remark').$type<Label>(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.position] })],
);

/** Which entry a row became, so that the same row is never entered twice. */
export const importedEntry = pgTable(
  'imported_entry',
  {
    /** '' for the body itself: a key has no room for null. */
    ownerId: text('owner_id').notNull(),
    kind: text('kind').notNull(),
    /** As `keyOf` makes it. */
    key: text('key').notNull(),
    entryId: text('entry_id').notNull(),
    /** Of the row as it was taken last. */
    rowDigest: text('row_digest').notNull(),
    /** Of the draft as it was written then: another one was changed by hand since. */
    draftDigest: text('draft_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.kind, table.key] })],
);
