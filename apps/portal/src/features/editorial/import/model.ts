import { createHash } from 'node:crypto';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Label } from '../../../platform/i18n/localised.ts';

/** Where an upload stands. */
export type ImportState = 'reading' | 'refused' | 'checked' | 'running' | 'done';

/** What is wrong with one cell, and how to mend it. */
export interface CellProblem {
  /** Place of the column in the file, from 0; null where the file has no such column. */
  column: number | null;
  heading: Label;
  formValues: string;
  wrong: Label;
  mend: Label;
}

/** What taking a row would do. */
export type RowAction = 'new' | 'update' | 'unchanged';

/** What became of a row that was taken. */
export type RowOutcome = 'draft' | 'sent' | 'unchanged' | 'refused';

/** What was read of a file, told to whoever sent it. */
export interface ReadReport {
  format: 'xlsx' | 'csv';
  encoding?: string;
  sheetName?: string;
  /** Rows that are hidden in the file; they were read. */
  hiddenRows?: number[];
  /** Merged cells whose value was read for every row that they span. */
  merged?: string[];
  /** The heading row as it stands in the file. */
  headings: string[];
  /** Columns that nobody asked for. */
  ignored: string[];
  /** Required columns that are not there. */
  missing: Label[];
}

export interface ImportChoice {
  /**
   * `all`: every row or none; `valid`: the rows without errors; `drafts`: what became drafts before and still is,
   * as it stands now.
   */
  rows: 'all' | 'valid' | 'drafts';
  /** Whether entries are sent for review at once; else they become drafts. */
  send: boolean;
  /** For the reviewer, of every entry that is sent. */
  reason: string;
}

export type OutcomeCounts = Record<RowOutcome, number>;

/** Fingerprint of what stands in inputs: the same for the same values, in whatever order the inputs come. */
export function digestOf(formValues: FormValues): string {
  const filled = Object.entries(formValues)
    .map(([input, values]) => [input, values.filter((value) => value !== '')] as const)
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(filled)).digest('base64url');
}

/** What makes a row the same as one that was taken before: its own number, or else everything it says. */
export function keyOf(number: string, formValues: FormValues): string {
  return number === '' ? `content:${digestOf(formValues)}` : `number:${number}`;
}

/** The number that a row's key was made of; empty where it has none. */
export function numberOf(key: string): string {
  return key.startsWith('number:') ? key.slice('number:'.length) : '';
}
