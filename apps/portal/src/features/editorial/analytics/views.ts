import type { Period } from './period.ts';

/** A table cell; CSV export uses its text or number. */
export type Cell = string | number | { text: string; href: string };

/** A table of figures, for the page and its CSV export. */
export interface FigureTable {
  /** Name in URLs. */
  name: string;
  title: string;
  columns: readonly { label: string; numeric?: boolean }[];
  rows: readonly (readonly Cell[])[];
  /** Note shown above the table. */
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
  /** Last day covered, if the year is not over. */
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
