import { csvLine, type WrittenCell, type WrittenColumn, writeXlsx } from '@kakehashi/spreadsheets';
import type { Language } from '../../../platform/i18n/language.ts';
import { errorsHeading, type ImportColumn, recogniseColumns } from './columns.ts';
import type { CellProblem, ReadReport } from './model.ts';
import { type ChoiceLists, sheetNames } from './template.ts';

/** A row of an upload with its problems. */
export interface JudgedRow {
  cells: readonly string[];
  problems: readonly CellProblem[];
}

/**
 * The uploaded rows, with faulty cells marked and commented, an error column at the end, and the choice lists
 * of the template.
 */
export async function correctedExcel(
  { headings }: ReadReport,
  rows: readonly JudgedRow[],
  columns: readonly ImportColumn[],
  lists: ChoiceLists,
  language: Language,
): Promise<Buffer> {
  const at = recogniseColumns([headings], columns)?.at ?? [];
  const heading = [...headings, errorsHeading[language]];
  return writeXlsx([
    {
      name: sheetNames.entries[language],
      columns: heading.map((_, index): WrittenColumn => {
        const choices = lists.choicesOf(at[index]?.name ?? '');
        return { width: index === headings.length ? 60 : 24, ...(choices && { choices }) };
      }),
      frozenRows: 1,
      rows: [
        heading.map((text): WrittenCell => ({ text, style: 'heading' })),
        ...rows.map(({ cells, problems }): WrittenCell[] => [
          ...headings.map((_, column): WrittenCell => {
            const here = problems.filter((problem) => problem.column === column);
            const text = cells[column] ?? '';
            if (here.length === 0) return { text };
            return {
              text,
              style: 'faulty',
              note: here.map((problem) => problemText(problem, language)).join('\n'),
            };
          }),
          { text: allOf(problems, language) },
        ]),
      ],
    },
    lists.sheet,
  ]);
}

/** The same as CSV in UTF-8 with byte order mark; escapes cells that look like formulas. */
export function correctedCsv(
  { headings }: ReadReport,
  rows: readonly JudgedRow[],
  language: Language,
): string {
  const lines = rows.map(({ cells, problems }) =>
    csvLine([...headings.map((_, column) => cells[column] ?? ''), allOf(problems, language)]),
  );
  return `\ufeff${csvLine([...headings, errorsHeading[language]])}${lines.join('')}`;
}

function allOf(problems: readonly CellProblem[], language: Language): string {
  return problems
    .map((problem) => `${problem.heading[language]}: ${problemText(problem, language)}`)
    .join('\n');
}

function problemText({ wrong, mend }: CellProblem, language: Language): string {
  return `${wrong[language]} ${mend[language]}`;
}
