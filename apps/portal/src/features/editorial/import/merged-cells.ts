/** Cells of one column that are merged over several rows, both from 0. */
interface Span {
  address: string;
  column: number;
  from: number;
  to: number;
}

/**
 * Fills vertically merged cells below the headings: a value that spans several rows of a column
 * applies to each. Cells merged across columns are unchanged (value in the first).
 * @param merged  addresses such as `B3:B5`
 * @returns the rows, and the addresses that a value was taken from
 */
export function fillMerged(
  rows: readonly (readonly string[])[],
  merged: readonly string[],
  headingRow: number,
): { rows: string[][]; filled: string[] } {
  const whole = rows.map((row) => [...row]);
  const filled: string[] = [];
  for (const { address, column, from, to } of merged.flatMap((each) => spanOf(each) ?? [])) {
    const value = whole[from]?.[column] ?? '';
    if (from <= headingRow || value === '') continue;
    for (const row of whole.slice(from + 1, to + 1)) {
      // A row without other content is not a row.
      if (row.every((cell) => cell.trim() === '')) continue;
      while (row.length <= column) row.push('');
      row[column] ||= value;
    }
    filled.push(address);
  }
  return { rows: whole, filled };
}

function spanOf(address: string): Span | undefined {
  const [, first = '', from = '', last = '', to = ''] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(address) ?? [];
  if (first === '' || first.toUpperCase() !== last.toUpperCase() || Number(to) <= Number(from))
    return undefined;
  return { address, column: columnOf(first), from: Number(from) - 1, to: Number(to) - 1 };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** Address of a cell as a spreadsheet shows it. @param column  from 0 @param line  from 1 */
export function addressOf(column: number, line: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters + line;
}
