import type { Period } from './period.ts';

/** A cell as a page shows it; a CSV file gets its text or its number. */
export type Cell = string | number | { text: string; href: string };

/** A table of figures, the same on the page and in its CSV file. */
export interface FigureTable {
  /** Its name in addresses. */
  name: string;
  title: string;
  columns: readonly { label: string; numeric?: boolean }[];
  rows: readonly (readonly Cell[])[];
  /** What to know before reading it. */
  note?: string;
  /** Whether the last column's numbers are drawn as bars too. */
  bars?: boolean;
}

/** Bars over time, and a line above them; either may end before the times do. */
export interface FigureChart {
  /** Short names of the times, in order. */
  times: readonly string[];
  bars: { label: string; values: readonly (number | null)[] };
  line: { label: string; values: readonly (number | null)[] };
}

interface Total {
  label: string;
  value: number;
}

export interface ChartedTable {
  table: FigureTable;
  chart: FigureChart;
}

export interface DashboardView {
  period: Period;
  totals: readonly Total[];
  traffic: ChartedTable;
  reviews: ChartedTable;
  tables: readonly FigureTable[];
  exportHref(table: string): string;
  yearHref: string;
}

export interface YearView {
  /** As in 令和8年度（2026年度）. */
  name: string;
  from: string;
  to: string;
  /** Day up to which the year has come, where it is not over. */
  soFar: string | undefined;
  activity: FigureTable;
  traffic: ChartedTable;
  reviews: ChartedTable;
  shown: { day: string; count: number };
  catalogue: readonly FigureTable[];
  searched: readonly FigureTable[];
  earlierHref: string;
  laterHref: string | undefined;
}
