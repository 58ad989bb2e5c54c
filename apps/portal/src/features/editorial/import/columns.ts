import {
  type EntryField,
  type EntryForm,
  inputsOf,
  labelOfInput,
} from '../../../platform/editing/form/entry-form.ts';
import type { Label } from '../../../platform/i18n/localised.ts';

/** A column that a file may have. */
export interface ImportColumn {
  /** Name of its input, or `number`. */
  name: string;
  /** Absent for the row's own number. */
  field?: EntryField;
  heading: Label;
  required: boolean;
}

export const numberColumn: ImportColumn = {
  name: 'number',
  heading: { ja: '管理番号', en: 'Your number' },
  required: false,
};

/** Heading of the error column in a corrected file. */
export const errorsHeading: Label = {
  ja: '誤り（直したら送り直せます）',
  en: 'Errors (mend and upload again)',
};

/** Columns of a kind, derived from its declaration. */
export function importColumns(form: EntryForm): ImportColumn[] {
  const inputs = form.fields.filter(isInFile).flatMap((field) =>
    inputsOf(field).map((name) => ({
      name,
      field,
      heading: labelOfInput(field, name),
      required: field.required && (name === field.name || name === `${field.name}.ja`),
    })),
  );
  return [numberColumn, ...inputs];
}

/** Whether a field can be filled in from a file: a picture cannot. */
const isInFile = ({ node }: EntryField): boolean => node.type !== 'picture';

export interface RecognisedColumns {
  /** Index of the heading row, from 0. */
  row: number;
  headings: string[];
  /** Column at each position; several positions may map to a multi-value column. */
  at: readonly (ImportColumn | undefined)[];
  ignored: string[];
  missing: Label[];
}

/** Number of first rows searched for headings, since sheets often have a title above the table. */
const lookedRows = 10;

/**
 * Finds the heading row and maps its columns: by label in either language, with or without the mark
 * for required fields, or by field name. A trailing number denotes a further column of the same field.
 * @returns undefined if no row has at least two known headings
 */
export function recogniseColumns(
  rows: readonly (readonly string[])[],
  columns: readonly ImportColumn[],
): RecognisedColumns | undefined {
  const known = knownHeadings(columns);
  const candidates = rows.slice(0, lookedRows).map((cells, row) => {
    const at = cells.map((cell) => columnOf(cell, known));
    return { row, cells, at, count: new Set(at.filter(Boolean)).size };
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (most, each) => (each.count > (most?.count ?? 1) ? each : most),
    undefined,
  );
  if (!best) return undefined;
  const found = new Set(best.at);
  const errors = [errorsHeading.ja, errorsHeading.en].map(bare);
  return {
    row: best.row,
    headings: [...best.cells],
    at: best.at,
    ignored: best.cells.filter(
      (cell, index) => cell.trim() && !best.at[index] && !errors.includes(bare(cell)),
    ),
    missing: columns.filter((column) => column.required && !found.has(column)).map(({ heading }) => heading),
  };
}

function knownHeadings(columns: readonly ImportColumn[]): Map<string, ImportColumn> {
  const known = new Map<string, ImportColumn>();
  // In reverse, so that an ambiguous label means the Japanese wording.
  for (const column of columns.toReversed()) {
    const { name, field, heading } = column;
    if (name.endsWith('.ja') && field) known.set(bare(field.label.ja), column);
    for (const words of [name, heading.ja, heading.en]) known.set(bare(words), column);
  }
  return known;
}

/** Longest heading in characters. */
const longestHeading = 200;

function columnOf(cell: string, known: ReadonlyMap<string, ImportColumn>): ImportColumn | undefined {
  if (cell.length > longestHeading) return undefined;
  const words = bare(cell);
  return known.get(words) ?? severalOf(known.get(words.replace(/\d+$/, '')));
}

function severalOf(column: ImportColumn | undefined): ImportColumn | undefined {
  const node = column?.field?.node;
  const several =
    node?.type === 'lines' ||
    node?.type === 'records' ||
    node?.type === 'days' ||
    (node?.type === 'choice' && node.many);
  return several ? column : undefined;
}

/** Normalises a heading: ignores width, case, blanks and marks. */
function bare(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[*※]|[([]?(必須|required)[)\]]?$/g, '')
    .replace(/\s+/g, '');
}

/** Whether a row is the template's example. */
export function isExample(number: string): boolean {
  return /^(例|記入例|example|例\/example)$/i.test(number.normalize('NFKC').replace(/\s+/g, ''));
}
