import { type BenefitResult, calculate, parseCase, type Text } from '@kakehashi/benefits';
import { parse } from 'csv-parse/sync';
import { columnOption, describeCase } from './case-options.ts';

/** One row of a table of cases: its answer or its errors. */
export type AnsweredRow =
  | { readonly line: number; readonly result: BenefitResult }
  | { readonly line: number; readonly errors: readonly RowError[] };

export interface RowError {
  readonly code: string;
  readonly field: string;
  readonly text: Text;
}

/** The file is not a table of cases. */
export class CaseFileError extends Error {
  override readonly name = 'CaseFileError';
  readonly text: Text;

  constructor(ja: string, en: string) {
    super(en);
    this.text = { ja, en };
  }
}

interface CsvRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Answers every row of a CSV file in UTF-8 or Shift_JIS, whose headings are the command's option names
 * or the fields' Japanese names; several fees stand in columns headed fee, or fee1, fee2 and so on.
 *
 * @throws CaseFileError if the file is not such a table; errors of a row are returned in its place
 */
export function answerCaseFile(bytes: Uint8Array): AnsweredRow[] {
  const [headings, ...rows] = readRows(decode(bytes));
  if (headings === undefined || rows.length === 0) {
    throw new CaseFileError(
      '見出しの行と、1行以上の事例が必要です。',
      'A heading and at least one case are needed.',
    );
  }
  const options = headings.record.map((heading) => {
    const option = columnOption(heading);
    if (option !== undefined) return option;
    throw new CaseFileError(`分からない列です: ${heading}`, `unknown column: ${heading}`);
  });
  return rows.map(({ record, info }) => {
    if (record.length > options.length) return { line: info.lines, errors: [tooManyCells] };
    const parsed = parseCase(
      describeCase(record.flatMap((cell, index) => pair(options[index], cell.trim()))),
    );
    return parsed.ok
      ? { line: info.lines, result: calculate(parsed.case) }
      : { line: info.lines, errors: parsed.errors };
  });
}

const tooManyCells: RowError = {
  code: 'too-many-cells',
  field: '',
  text: { ja: '見出しより多くの値があります。', en: 'There are more values than headings.' },
};

function pair<O>(option: O | undefined, cell: string): [O, string][] {
  return option === undefined ? [] : [[option, cell]];
}

function readRows(text: string): CsvRow[] {
  try {
    return parse(text, {
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
      trim: true,
    }) as unknown as CsvRow[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CaseFileError(`CSVとして読めません（${reason}）`, `not readable as CSV (${reason})`);
  }
}

/** Decodes invalid UTF-8 as Shift_JIS, the default of Japanese spreadsheets for CSV. */
function decode(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {}
  }
  throw new CaseFileError(
    'UTF-8でもShift_JISでもない文字があります。',
    'The text is neither UTF-8 nor Shift_JIS.',
  );
}
