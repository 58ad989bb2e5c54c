import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Sheet, SheetError, sheetLimits } from '@kakehashi/spreadsheets';
import { and, eq } from 'drizzle-orm';
import { transact } from '../../../platform/database/transact.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Platform } from '../../../platform/platform.ts';
import { readSheet } from '../../../platform/workers/sheet-reading.ts';
import {
  type ImportColumn,
  importColumns,
  isExample,
  type RecognisedColumns,
  recogniseColumns,
} from './columns.ts';
import { fillMerged } from './merged-cells.ts';
import type { CellProblem, ReadReport } from './model.ts';
import { checkRow, type ReadRow, readRow } from './row-check.ts';
import { importRow, importUpload } from './schema.ts';
import { knownEntries } from './taken.ts';
import { findUpload, type Upload } from './uploads.ts';

type Dependencies = Pick<Platform, 'connection' | 'vocabulary' | 'now'>;

const rowsAtOnce = 100;
/** Characters of rows checked before yielding to the event loop. */
const charactersAtOnce = 200_000;
const maxRows = 5_000;

/** Reads an uploaded file and checks its rows in batches. A retry starts from the first row. */
export async function readUpload(
  dependencies: Dependencies,
  forms: ReadonlyMap<string, EntryForm>,
  id: string,
): Promise<void> {
  const { db } = dependencies.connection;
  const upload = await findUpload(db, id);
  const form = upload && forms.get(upload.kind);
  const [held] = await db
    .select({ bytes: importUpload.bytes })
    .from(importUpload)
    .where(eq(importUpload.id, id));
  if (!upload || !form || !held?.bytes || upload.state !== 'reading') return;
  await db.delete(importRow).where(eq(importRow.uploadId, id));
  const columns = importColumns(form);
  try {
    const known = columns.flatMap(({ name, heading, field }) => [
      name,
      heading.ja,
      heading.en,
      field?.label.ja ?? '',
    ]);
    const sheet = await readSheet(held.bytes, sheetLimits, known.filter(Boolean));
    const recognised = recogniseColumns(sheet.rows, columns);
    if (!recognised) return refuse(dependencies, id, noHeadings);
    const { hiddenRows = [], merged = [] } = sheet.read;
    const { rows: whole, filled } = fillMerged(sheet.rows, merged, recognised.row);
    const rows = await entryRows(dependencies, form, { ...sheet, rows: whole }, recognised);
    if (rows.length === 0) return refuse(dependencies, id, noRows);
    if (rows.length > maxRows) return refuse(dependencies, id, tooManyRows);
    await checkAll(dependencies, form, upload, rows, columns, recognised);
    const { headings, ignored, missing } = recognised;
    const { format, encoding, sheetName } = sheet.read;
    const below = hiddenRows.filter((line) => line > recognised.row + 1);
    const report: ReadReport = {
      format,
      ...(encoding && { encoding }),
      ...(sheetName && { sheetName }),
      ...(below.length > 0 && { hiddenRows: below }),
      ...(filled.length > 0 && { merged: filled }),
      headings,
      ignored,
      missing,
    };
    await settle(dependencies, id, { state: 'checked', report, bytes: null });
  } catch (error) {
    if (!(error instanceof SheetError)) throw error;
    await refuse(dependencies, id, error.text);
  }
}

/** The rows below the headings that are entries: neither blank nor the template's example. */
async function entryRows(
  { vocabulary }: Dependencies,
  form: EntryForm,
  sheet: Sheet,
  recognised: RecognisedColumns,
): Promise<ReadRow[]> {
  const words = vocabulary();
  const rows: ReadRow[] = [];
  let read = 0;
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= recognised.row || cells.every((cell) => cell.trim() === '')) continue;
    const row = readRow(form, recognised, cells, index + 1, words);
    if (!isExample(row.number)) rows.push(row);
    read += lengthOf(cells);
    if (rows.length % rowsAtOnce === 0 || read > charactersAtOnce) {
      read = 0;
      await setImmediate();
    }
  }
  return rows;
}

async function checkAll(
  { connection, vocabulary, now }: Dependencies,
  form: EntryForm,
  upload: Upload,
  rows: readonly ReadRow[],
  columns: readonly ImportColumn[],
  recognised: RecognisedColumns,
): Promise<void> {
  const { db } = connection;
  const first = new Map<string, number>();
  let faulty = 0;
  for (let from = 0, next = 0; from < rows.length; from = next) {
    next = endOfBatch(rows, from);
    const batch = rows.slice(from, next);
    const known = await knownEntries(db, upload, batch);
    const words = vocabulary();
    const checked = batch.map((row, index) => {
      const judged = checkRow(form, row, columns, recognised, known.get(row.key), words);
      const same = first.get(row.key);
      if (same === undefined) first.set(row.key, row.line);
      else judged.problems.push(repeated(row, same));
      return {
        uploadId: upload.id,
        position: from + index + 1,
        line: row.line,
        cells: [...row.cells],
        formValues: row.formValues,
        key: row.key,
        title: row.title,
        action: judged.action,
        problems: judged.problems,
        warnings: judged.warnings,
        newId: randomUUID(),
      };
    });
    faulty += checked.filter(({ problems }) => problems.length > 0).length;
    const position = from + batch.length;
    await transact(db, async (tx) => {
      await tx.insert(importRow).values(checked);
      await tx
        .update(importUpload)
        .set({ total: rows.length, position, faulty, updatedAt: now() })
        .where(eq(importUpload.id, upload.id));
    });
    await setImmediate();
  }
}

/** End index (exclusive) of the batch that starts at a row. */
function endOfBatch(rows: readonly ReadRow[], from: number): number {
  let end = from;
  for (let read = 0; end < rows.length && end < from + rowsAtOnce && read < charactersAtOnce; end += 1)
    read += lengthOf(rows[end]?.cells ?? []);
  return end;
}

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + cell.length, 0);
}

function repeated({ number }: ReadRow, line: number): CellProblem {
  const heading: Label = { ja: number ? '管理番号' : '行全体', en: number ? 'Your number' : 'The whole row' };
  const wrong: Label = {
    ja: number ? `${line}行目と同じ番号です。` : `${line}行目と同じ内容です。`,
    en: number ? `Row ${line} has the same number.` : `Row ${line} says the same.`,
  };
  const mend: Label = { ja: 'どちらかの行を消すか、直してください。', en: 'Delete or change one of them.' };
  return { column: null, heading, formValues: number, wrong, mend };
}

function refuse(dependencies: Dependencies, id: string, fault: Label): Promise<void> {
  return settle(dependencies, id, { state: 'refused', fault, bytes: null });
}

async function settle(
  { connection, now }: Dependencies,
  id: string,
  outcome: Partial<typeof importUpload.$inferInsert>,
): Promise<void> {
  await connection.db
    .update(importUpload)
    .set({ ...outcome, updatedAt: now() })
    .where(and(eq(importUpload.id, id), eq(importUpload.state, 'reading')));
}

const noHeadings: Label = {
  ja: '項目の名前の行が見つかりませんでした。見本ファイルの1行目（項目の名前）を、そのまま使ってください。',
  en: 'No row of headings was found. Use the first row of the template as it is.',
};
const noRows: Label = {
  ja: '取り込む行がありません。見本ファイルの例の行の下に、1行に1つずつ書いてください。',
  en: 'There are no rows to take. Write one entry a row below the example of the template.',
};
const tooManyRows: Label = {
  ja: '一度に取り込めるのは5,000行までです。ファイルを分けてください。',
  en: 'At most 5,000 rows are taken at a time. Divide the file.',
};
