import { createHash } from 'node:crypto';
import { type EntryForm, entryForm } from '../../../../platform/editing/form/entry-form.ts';
import { type FormValues, oneValue } from '../../../../platform/editing/form/form-values.ts';
import { writeInputs } from '../../../../platform/editing/form/inputs.ts';
import { readRecord } from '../../../../platform/editing/form/reading.ts';
import type { Language } from '../../../../platform/i18n/language.ts';
import type { Label } from '../../../../platform/i18n/localised.ts';
import type { Vocabulary } from '../../../../platform/vocabulary/vocabulary.ts';
import {
  addressOf,
  digestOf,
  type ImportColumn,
  importColumns,
  isExample,
  type RecognisedColumns,
  readRow,
} from '../../../editorial/import/index.ts';
import { ownProgrammes, type Run, runKind, runRowKind } from '../kinds/run.ts';

function formOf(kind: typeof runKind | typeof runRowKind): EntryForm {
  const form = entryForm(kind);
  if (!form) throw new Error(`${kind.name} has nested fields`);
  return form;
}

/** The form of one run, and that of a row of a file. */
export const runForm = formOf(runKind);
export const rowForm = formOf(runRowKind);

export const rowColumns: readonly ImportColumn[] = importColumns(rowForm);

/** A programme that a file may name, with its runs. */
export interface OwnProgramme {
  id: string;
  title: { ja: string; en?: string | undefined };
  runs: readonly Run[];
}

/** The vocabulary with the programmes that a file may name. */
export function withProgrammes(vocabulary: Vocabulary, own: readonly OwnProgramme[]): Vocabulary {
  const values = Object.fromEntries(
    own.map(({ id, title }) => [id, { ja: title.ja, en: title.en ?? title.ja }]),
  );
  const label = { ja: '講座', en: 'Programme' };
  return vocabulary.plus(new Map([[ownProgrammes, { label, values }]]));
}

/** What stands in the way of a cell, and how to mend it. */
export interface CellFault {
  /** As a spreadsheet shows it: 3 or C3. */
  place: string;
  heading: Label;
  text: string;
  wrong: Label;
  mend: Label;
}

export interface ReadRun {
  line: number;
  programme: string;
  run: Run;
}

export type RunRow = { ok: true; value: ReadRun } | { ok: false; faults: CellFault[] };

/**
 * Reads a row below the headings.
 * @param own  programmes that the file may name, by id; a file without a column for them needs exactly one
 * @returns undefined for a row that holds nothing, and for the example
 */
export function readRunRow(
  cells: readonly string[],
  line: number,
  recognised: RecognisedColumns,
  own: ReadonlyMap<string, OwnProgramme>,
  vocabulary: Vocabulary,
): RunRow | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  const clocked = cells.map((cell, index) => {
    const name = recognised.at[index]?.name;
    return name === 'from' || name === 'to' ? (clockOf(cell) ?? cell) : cell;
  });
  const read = readRow(rowForm, recognised, clocked, line, vocabulary);
  if (isExample(read.number)) return undefined;
  const [only] = own.size === 1 ? [...own.keys()] : [];
  const named = oneValue(read.formValues, 'programme') || only;
  const formValues: FormValues = {
    state: ['open'],
    ...Object.fromEntries(Object.entries(read.formValues).filter(([, values]) => values.length > 0)),
    ...(named && { programme: [named] }),
  };
  const faults = read.problems.map(({ column, heading, formValues: text, wrong, mend }) => ({
    place: column === null ? String(line) : addressOf(column, line),
    heading,
    text,
    wrong,
    mend,
  }));
  const outcome = readRecord(rowForm, formValues, { vocabulary });
  const faulty = new Set(read.problems.map(({ column }) => column !== null && recognised.at[column]?.name));
  if (!outcome.ok)
    for (const { field = '', message } of outcome.problems) {
      if (faulty.has(field)) continue;
      const column = rowColumns.find(({ name }) => name === field);
      const at = column ? recognised.at.indexOf(column) : -1;
      const text = (formValues[field] ?? []).join('、');
      faults.push({
        place: at < 0 ? String(line) : addressOf(at, line),
        heading: column?.heading ?? runKind.label,
        text,
        wrong: text === '' ? isEmpty : notTaken,
        mend: message,
      });
    }
  if (!outcome.ok || faults.length > 0) return { ok: false, faults };
  const { programme, ...fields } = outcome.value as Omit<Run, 'id'> & { programme: string };
  const run = { id: idOf(read.number, fields, own.get(programme)), ...fields };
  return { ok: true, value: { line, programme, run } };
}

const isEmpty: Label = { ja: '必要な項目が空です。', en: 'A required field is empty.' };
const notTaken: Label = { ja: 'この値は受け付けられません。', en: 'This value cannot be taken.' };

/**
 * A run's id: the number that the file gives it; where it gives none, a digest of when and where it is held, so
 * that the same file again names the same runs, whatever has become of places and prices.
 */
function idOf(number: string, run: Omit<Run, 'id'>, programme: OwnProgramme | undefined): string {
  if (number !== '') return programme?.runs.some(({ id }) => id === number) ? number : `n-${short(number)}`;
  const { days, from = '', place, prefecture = '', venue = '' } = run;
  const same = digestOf({ days, from: [from], place: [place], prefecture: [prefecture], venue: [venue] });
  return `d-${short(same)}`;
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/**
 * `09:30` for 9:30, 9時30分, 午後6時, 09:30:00 and what Excel makes of a time, a share of the day; undefined for
 * what is no time.
 */
export function clockOf(cell: string): string | undefined {
  const text = cell.normalize('NFKC').replace(/\s+/g, '');
  const share = /^0?\.\d+$/.test(text) ? Math.round(Number(text) * 24 * 60) : undefined;
  if (share !== undefined) return clock(Math.floor(share / 60), share % 60);
  const [, half, hours, minutes] =
    /^(午前|午後|am|pm)?(\d{1,2})(?:[:時](?:(\d{1,2})(?::\d{2}|分)?)?|時半)$/i.exec(
      text.replace('時半', '時30分'),
    ) ?? [];
  if (hours === undefined) return undefined;
  const isAfternoon = half !== undefined && /^(午後|pm)$/i.test(half);
  return clock(Number(hours) + (isAfternoon && Number(hours) < 12 ? 12 : 0), Number(minutes ?? 0));
}

function clock(hours: number, minutes: number): string | undefined {
  if (hours > 24 || minutes > 59 || (hours === 24 && minutes > 0)) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** Runs as rows of the template, by column name, in the words of its lists. */
export function filledRows(
  own: readonly OwnProgramme[],
  vocabulary: Vocabulary,
  language: Language,
): Record<string, string>[] {
  const separator = language === 'ja' ? '、' : ', ';
  const said = (list: string, value: string) => {
    const { ja, en } = vocabulary.label(list, value);
    return language === 'en' ? (en ?? ja) : ja;
  };
  return own.flatMap(({ id, runs }) =>
    runs.map((run) => {
      const values = writeInputs(rowForm, { ...run, programme: id });
      const cells = rowForm.fields.map(({ name, node }) => {
        const list = node.type === 'choice' ? node.vocabulary : undefined;
        const words = (values[name] ?? []).map((value) => (list ? said(list, value) : value));
        return [name, words.join(separator)];
      });
      return { ...Object.fromEntries(cells), number: run.id };
    }),
  );
}
