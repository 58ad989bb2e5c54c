import { createHash } from 'node:crypto';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import type { Label } from '../../../platform/i18n/localised.ts';

/** State of an upload. */
export type ImportState = 'reading' | 'refused' | 'checked' | 'running' | 'done';

/** Problem of one cell, and how to correct it. */
export interface CellProblem {
  /** Column index in the file, from 0; null if the file has no such column. */
  column: number | null;
  heading: Label;
  formValues: string;
  wrong: Label;
  mend: Label;
}

/** What importing a row would do. */
export type RowAction = 'new' | 'update' | 'unchanged';

/** Outcome of an imported row. */
export type RowOutcome = 'draft' | 'sent' | 'unchanged' | 'refused';

/** What was read from a file, shown to the uploader. */
export interface ReadReport {
  format: 'xlsx' | 'csv';
  encoding?: string;
  sheetName?: string;
  /** Hidden rows of the file, which were read. */
  hiddenRows?: number[];
  /** Merged cells whose value was read for every row that they span. */
  merged?: string[];
  /** The heading row of the file. */
  headings: string[];
  /** Unknown columns, which were ignored. */
  ignored: string[];
  /** Missing required columns. */
  missing: Label[];
}

export interface ImportChoice {
  /**
   * `all`: every row or none; `valid`: rows without errors; `drafts`: entries imported as drafts that still are,
   * in their current state.
   */
  rows: 'all' | 'valid' | 'drafts';
  /** Whether entries are sent for review at once; else they become drafts. */
  send: boolean;
  /** For the reviewer, of every entry that is sent. */
  reason: string;
}

export type OutcomeCounts = Record<RowOutcome, number>;

/** Digest of form values, independent of the order of inputs. */
export function digestOf(formValues: FormValues): string {
  const filled = Object.entries(formValues)
    .map(([input, values]) => [input, values.filter((value) => value !== '')] as const)
    .filter(([, values]) => values.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(filled)).digest('base64url');
}

/** Key that identifies a row across imports: its number, otherwise all its content. */
export function keyOf(number: string, formValues: FormValues): string {
  return number === '' ? `content:${digestOf(formValues)}` : `number:${number}`;
}

/** Row number contained in a key; empty if there is none. */
export function numberOf(key: string): string {
  return key.startsWith('number:') ? key.slice('number:'.length) : '';
}
