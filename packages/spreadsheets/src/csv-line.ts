/** What spreadsheets take for the beginning of a formula, also after blanks and in its full-width form. */
const formula = /^\s*[=+\-@\t\r＝＋－＠]/;
const disarmed = /^'\s*[=+\-@\t\r＝＋－＠]/;

/** One line of CSV (RFC 4180) whose cells no program evaluates as formulas. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${escapeFormula(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;
}

/**
 * A text that no spreadsheet runs.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function escapeFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** What was meant by a cell that `escapeFormula` wrote. */
export function unescapeFormula(cell: string): string {
  return disarmed.test(cell) ? cell.slice(1) : cell;
}
