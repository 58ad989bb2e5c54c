import { fitted, textWidth } from './text-width.ts';

/** A column: its heading, and whether it may be cut short on a narrow terminal. */
export interface Column {
  heading: string;
  isFlexible?: boolean;
}

const gap = '  ';
const narrowest = 12;

/** Rows under headings, each column as wide as its widest cell, as far as the terminal allows. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  style: { width: number | undefined; heading: (text: string) => string },
): string {
  const headings = columns.map(({ heading }) => heading);
  const widths = columns.map((_, at) =>
    Math.max(...[headings, ...rows].map((row) => textWidth(row[at] ?? ''))),
  );
  if (style.width !== undefined) shrink(widths, columns, style.width);
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => {
        const width = widths[at] ?? 0;
        const text = fitted(cell, width);
        return at === cells.length - 1 ? text : text + ' '.repeat(width - textWidth(text));
      })
      .join(gap)
      .trimEnd();
  return [style.heading(line(headings)), ...rows.map(line)].map((text) => `${text}\n`).join('');
}

function shrink(widths: number[], columns: readonly Column[], width: number): void {
  const total = () => widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1));
  while (total() > width) {
    const flexible = columns.flatMap(({ isFlexible }, at) => (isFlexible ? [at] : []));
    const [widest] = flexible.sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
    if (widest === undefined || (widths[widest] ?? 0) <= narrowest) return;
    widths[widest] = Math.max(narrowest, (widths[widest] ?? 0) - (total() - width));
  }
}
