import { currentFormValues } from '../../../platform/editing/drafts.ts';
import { type Entry, isOpen } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { type FormValues, oneValue } from '../../../platform/editing/form/form-values.ts';
import { readRecord } from '../../../platform/editing/form/reading.ts';
import type { Label } from '../../../platform/i18n/localised.ts';
import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';
import { readCell } from './cells.ts';
import { type ImportColumn, numberColumn, type RecognisedColumns } from './columns.ts';
import { type CellProblem, digestOf, keyOf, type RowAction } from './model.ts';

/** A parsed row, before it is matched with an existing entry. */
export interface ReadRow {
  /** Its number in the file, as a spreadsheet shows it. */
  line: number;
  cells: readonly string[];
  number: string;
  /** Only the inputs that the file has a column for; an empty cell empties its input. */
  formValues: FormValues;
  key: string;
  title: string;
  problems: CellProblem[];
  /** Remarks on cells whose interpretation may surprise. */
  remarks: Label[];
}

const longestNumber = 100;

/** Reads the cells of a row. */
export function readRow(
  form: EntryForm,
  { at }: RecognisedColumns,
  cells: readonly string[],
  line: number,
  vocabulary: Vocabulary,
): ReadRow {
  const formValues: Record<string, string[]> = {};
  const problems: CellProblem[] = [];
  const remarks: Label[] = [];
  let number = '';
  for (const [column, is] of at.entries()) {
    const cell = cells[column] ?? '';
    if (!is) continue;
    if (!is.field) {
      number = cell.normalize('NFKC').trim();
      if (number.length > longestNumber)
        problems.push({ column, heading: is.heading, formValues: cell, ...tooLong });
      continue;
    }
    const reading = readCell(is.field, cell, vocabulary);
    if (reading.ok && reading.remark) remarks.push(inColumn(is.heading, reading.remark));
    if (reading.ok) formValues[is.name] = joined(is, formValues[is.name] ?? [], reading.value);
    else problems.push({ column, heading: is.heading, formValues: cell, ...reading.fault });
  }
  const title = oneValue(formValues, `${form.kind.card?.title}.ja`);
  return { line, cells, number, formValues, key: keyOf(number, formValues), title, problems, remarks };
}

/** An existing entry that matches a row. */
export interface KnownEntry {
  entry: Entry;
  /** Digests of the last import under the row's key; absent if entered by hand. */
  taken?: { rowDigest: string; draftDigest: string };
}

export interface CheckedRow {
  action: RowAction;
  /** Form values of the entry after the import. */
  merged: FormValues;
  problems: CellProblem[];
  warnings: Label[];
}

/** Validates a row against its kind and the entry it would change. */
export function checkRow(
  form: EntryForm,
  row: ReadRow,
  columns: readonly ImportColumn[],
  { at }: RecognisedColumns,
  known: KnownEntry | undefined,
  vocabulary: Vocabulary,
): CheckedRow {
  const merged = { ...(known ? currentFormValues(form, known.entry) : {}), ...row.formValues };
  const unchanged = known?.taken?.rowDigest === digestOf(row.formValues);
  if (unchanged && row.problems.length === 0)
    return { action: 'unchanged', merged, problems: [], warnings: [] };
  const problems = [...row.problems];
  const refusal = known && refusalOf(known);
  if (refusal)
    problems.push({
      column: placeOf(at, numberColumn),
      heading: numberColumn.heading,
      formValues: row.number,
      ...refusal,
    });
  const former = known?.entry.sent?.revision.data;
  const outcome = readRecord(form, merged, { vocabulary, former });
  const faulty = new Set(row.problems.map(({ column }) => (column === null ? undefined : at[column]?.name)));
  if (!outcome.ok)
    for (const { field, message } of outcome.problems) {
      const column = columns.find(({ name }) => name === field);
      if (!column || faulty.has(column.name)) continue;
      const formValues = (row.formValues[column.name] ?? []).join('\n');
      const wrong = formValues === '' ? isEmpty : notTaken;
      problems.push({
        column: placeOf(at, column),
        heading: column.heading,
        formValues,
        wrong,
        mend: message,
      });
    }
  return {
    action: known ? 'update' : 'new',
    merged,
    problems,
    warnings: [...row.remarks, ...(known ? warningsOn(known) : [])],
  };
}

/** Why a row cannot change its entry now; undefined if it can. */
export function refusalOf({ entry, taken }: KnownEntry): { wrong: Label; mend: Label } | undefined {
  if (!isOpen(entry)) return underReview;
  if (entry.draft && digestOf(entry.draft.formValues) !== taken?.draftDigest) return editedByHand;
  return undefined;
}

function warningsOn({ entry, taken }: KnownEntry): Label[] {
  return entry.sent && !entry.draft && taken ? [changesSent] : [];
}

function joined({ field }: ImportColumn, before: readonly string[], values: readonly string[]): string[] {
  if (field?.node.type === 'lines') return [[...before, ...values].filter(Boolean).join('\n')];
  return [...new Set([...before, ...values])];
}

/** A remark with the column that it is about. */
function inColumn({ ja, en }: Label, remark: Label): Label {
  return { ja: `${ja}：${remark.ja}`, en: `${en}: ${remark.en}` };
}

function placeOf(at: RecognisedColumns['at'], column: ImportColumn): number | null {
  const place = at.indexOf(column);
  return place < 0 ? null : place;
}

const isEmpty: Label = { ja: '必要な項目が空です。', en: 'A required field is empty.' };
const notTaken: Label = { ja: 'この値は受け付けられません。', en: 'This value cannot be taken.' };
const tooLong = {
  wrong: { ja: '管理番号が長すぎます。', en: 'The number is too long.' },
  mend: { ja: '100文字までにしてください。', en: 'Keep it to 100 characters.' },
};
const underReview = {
  wrong: {
    ja: 'この登録は審査中か、取り下げ済みのため、いまは書き換えられません。',
    en: 'This entry is being reviewed or was withdrawn, and cannot be changed now.',
  },
  mend: {
    ja: '審査が終わってから送り直すか、この行を除いてください。',
    en: 'Upload it again after the review, or leave the row out.',
  },
};
const editedByHand = {
  wrong: {
    ja: 'この登録には、画面で書きかけた変更があります。',
    en: 'Somebody is changing this entry in the form.',
  },
  mend: {
    ja: '書きかけの変更を送るか捨ててから、送り直してください。',
    en: 'Send or discard those changes, then upload it again.',
  },
};
const changesSent: Label = {
  ja: '前に取り込んだあとの版を、この行の内容に変えます。',
  en: 'Changes the entry as it stands now to what this row says.',
};
