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

/** An uploaded file of entries. */
export const importUpload = pgTable(
  'import_upload',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** Organisation of the entries; null for the body itself. */
    ownerId: text('owner_id'),
    author: text('author').notNull(),
    fileName: text('file_name').notNull(),
    /** The file; null once it was read. */
    bytes: bytea('bytes'),
    state: text('state').$type<ImportState>().notNull(),
    /** Why it was refused, or why the last import was rolled back. */
    fault: json('fault').$type<Label>(),
    report: json('report').$type<ReadReport>(),
    choice: json('choice').$type<ImportChoice>(),
    counts: json('counts').$type<OutcomeCounts>(),
    /** Rows of the file; 0 until it was opened. */
    total: integer('total').notNull().default(0),
    /** Rows with errors. */
    faulty: integer('faulty').notNull().default(0),
    /** Number of the last row checked or imported and committed. */
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
    /** Number among the entry rows, from 1. */
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
    /** Id of the new entry, if the row creates one. */
    newId: text('new_id').notNull(),
    outcome: text('outcome').$type<RowOutcome>(),
    /** Why it was refused, or was not sent. */
    remark: json('remark').$type<Label>(),
  },
  (table) => [primaryKey({ columns: [table.uploadId, table.position] })],
);

/** Entry created from a row, so that the same row is not entered twice. */
export const importedEntry = pgTable(
  'imported_entry',
  {
    /** '' for the body itself, since a primary key cannot be null. */
    ownerId: text('owner_id').notNull(),
    kind: text('kind').notNull(),
    /** As `keyOf` makes it. */
    key: text('key').notNull(),
    entryId: text('entry_id').notNull(),
    /** Digest of the row as last imported. */
    rowDigest: text('row_digest').notNull(),
    /** Digest of the draft as imported; a differing draft was edited by hand. */
    draftDigest: text('draft_digest').notNull(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.kind, table.key] })],
);
