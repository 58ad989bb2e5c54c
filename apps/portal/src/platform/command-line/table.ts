import { fitted, textWidth } from './text-width.ts';

/** A column: its heading, and whether it may be cut short on a narrow terminal. */
export interface Column {
  heading: string;
  /**
   * Columns with 1 are shortened first, down to a few characters, then those with 2; a column without it is
   * never shortened.
   */
  yields?: 1 | 2;
}

interface Style {
  /** Width of the terminal in columns; undefined: unlimited. */
  width: number | undefined;
  heading: (text: string) => string;
}

const gap = '  ';
const narrowest = 12;

/**
 * Lines of the header and the rows; each column is as wide as its widest cell, within the terminal's width.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { width, heading }: Style,
): string[] {
  const headings = columns.map((column) => column.heading);
  const widths = widthsOf(columns, rows, width);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const text = fitted(cell, widths[at] ?? 0);
        return at === cells.length - 1 ? text : text + ' '.repeat((widths[at] ?? 0) - textWidth(text));
      })
      .join(gap)
      .trimEnd();
  return [heading(line(headings)), ...rows.map(line)];
}

/** Whether such a table fits the terminal, once the columns that may be cut are. */
export function fits(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): boolean {
  return width === undefined || totalOf(widthsOf(columns, rows, width)) <= width;
}

function widthsOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): number[] {
  const widths = columns.map(({ heading }, at) =>
    rows.reduce((widest, row) => Math.max(widest, textWidth(row[at] ?? '')), textWidth(heading)),
  );
  if (width === undefined) return widths;
  for (const turn of [1, 2]) {
    const yielding = columns.flatMap(({ yields }, at) => (yields === turn ? [at] : []));
    for (let excess = totalOf(widths) - width; excess > 0; excess = totalOf(widths) - width) {
      const [widest] = yielding.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
      const before = widest === undefined ? 0 : (widths[widest] ?? 0);
      if (widest === undefined || before <= narrowest) break;
      widths[widest] = Math.max(narrowest, before - excess);
    }
  }
  return widths;
}

function totalOf(widths: readonly number[]): number {
  return widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1));
}
