import type { TextView } from './views.ts';

/** Most records compared side by side. */
export const mostCompared = 4;

export interface ComparisonRowView {
  label: TextView;
  /** For each record its texts; empty where nothing is known. */
  cells: TextView[][];
  /** Whether the records say different things here, in whatever order. */
  differs: boolean;
}

/** A row of a comparison: what each record says of one thing. */
export function comparisonRow<Compared>(
  label: TextView,
  compared: readonly Compared[],
  read: (one: Compared) => TextView[],
): ComparisonRowView {
  const cells = compared.map(read);
  const said = cells.map((texts) =>
    texts
      .map(({ text }) => text)
      .sort()
      .join('\n'),
  );
  return { label, cells, differs: new Set(said).size > 1 };
}
