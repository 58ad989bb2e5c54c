import type { VersionTable } from './version-table.ts';

/** One row; versions, packages, advisories and ecosystems by number. */
export interface IntervalRow {
  package: number;
  /** -1 from the beginning of time. */
  low: number;
  /** -1 where it does not end. */
  high: number;
  /** Bits of INCLUDES_HIGH, SEMVER and LAST_KNOWN. */
  flags: number;
  advisory: number;
  ecosystem: number;
}

export const INCLUDES_HIGH = 1;
export const SEMVER = 2;
export const LAST_KNOWN = 4;

const COLUMNS = ['package', 'low', 'high', 'flags', 'advisory', 'ecosystem'] as const;

export type IntervalColumns = Record<(typeof COLUMNS)[number], Int32Array>;

const PREFIX_LENGTH = 6;

/**
 * The beginning of a sort key as a number: a smaller number means an older version, equal numbers mean
 * that the keys themselves must be compared.
 */
export function coarse(key: string): number {
  let number = 0;
  let cut = false;
  for (let i = 0; i < PREFIX_LENGTH; i++) {
    const code: number = cut || i >= key.length ? 0 : Math.min(key.charCodeAt(i), 255);
    cut ||= code === 255;
    number = number * 256 + code;
  }
  return number;
}

/** Affected stretches of versions in flat arrays, those of one package side by side. */
export class IntervalTable {
  readonly columns: IntervalColumns;
  /** Where each package's rows begin; one entry more than there are packages. */
  readonly starts: Int32Array;
  /** Of each row, the coarse beginning and end, side by side. */
  readonly bounds: Float64Array;
  /**
   * Of each package as a whole, the coarse beginning and end of the rows in its ecosystem's order, then of those
   * in that of Semantic Versioning; nothing lies between them where there are no such rows.
   */
  readonly packageBounds: Float64Array;
  /** Vulnerability of each row; rows of one package on one vulnerability are adjacent. */
  readonly vulnerabilities: Int32Array;

  /**
   * @param rows in any order
   * @param vulnerabilityOf by advisory
   */
  constructor(rows: IntervalColumns, packages: number, versions: VersionTable, vulnerabilityOf: Int32Array) {
    this.starts = startsOf(rows.package, packages);
    const vulnerabilities = rows.advisory.map((advisory) => vulnerabilityOf[advisory] ?? 0);
    const order = groupRows(rows.package, this.starts, vulnerabilities);
    this.columns = reorder(rows, order);
    this.vulnerabilities = order.map((row) => vulnerabilities[row] ?? 0);
    this.bounds = boundsOf(this.columns, versions);
    this.packageBounds = packageBoundsOf(this.bounds, this.starts, this.columns.flags);
  }

  get length(): number {
    return this.columns.package.length;
  }
}

/** Columns of the rows kept of those there were, followed by new ones. */
export function joinRows(
  before: IntervalColumns | null,
  keep: (row: number) => boolean,
  added: readonly IntervalRow[],
): IntervalColumns {
  const kept: number[] = [];
  const length = before?.package.length ?? 0;
  for (let row = 0; row < length; row++) if (keep(row)) kept.push(row);
  const column = (name: (typeof COLUMNS)[number]): Int32Array => {
    const values = new Int32Array(kept.length + added.length);
    const old = before?.[name];
    kept.forEach((row, at) => {
      values[at] = old?.[row] ?? 0;
    });
    added.forEach((row, at) => {
      values[kept.length + at] = row[name];
    });
    return values;
  };
  return {
    package: column('package'),
    low: column('low'),
    high: column('high'),
    flags: column('flags'),
    advisory: column('advisory'),
    ecosystem: column('ecosystem'),
  };
}

function boundsOf({ low, high }: IntervalColumns, versions: VersionTable): Float64Array {
  const prefixes = Float64Array.from({ length: versions.size }, (_, number) => coarse(versions.key(number)));
  const bounds = new Float64Array(low.length * 2);
  for (let row = 0; row < low.length; row++) {
    bounds[row * 2] = prefixes[low[row] ?? -1] ?? -1;
    bounds[row * 2 + 1] = prefixes[high[row] ?? -1] ?? Number.POSITIVE_INFINITY;
  }
  return bounds;
}

function packageBoundsOf(bounds: Float64Array, starts: Int32Array, flags: Int32Array): Float64Array {
  const packageBounds = new Float64Array((starts.length - 1) * 4);
  for (let number = 0; number + 1 < starts.length; number++) {
    const [own, semver] = [number * 4, number * 4 + 2];
    for (const at of [own, semver]) packageBounds.set([Number.POSITIVE_INFINITY, -1], at);
    for (let row = starts[number] ?? 0; row < (starts[number + 1] ?? 0); row++) {
      const at = (flags[row] ?? 0) & SEMVER ? semver : own;
      packageBounds[at] = Math.min(packageBounds[at] ?? 0, bounds[row * 2] ?? 0);
      packageBounds[at + 1] = Math.max(packageBounds[at + 1] ?? 0, bounds[row * 2 + 1] ?? 0);
    }
  }
  return packageBounds;
}

function startsOf(packageColumn: Int32Array, packages: number): Int32Array {
  const starts = new Int32Array(packages + 1);
  for (const number of packageColumn) starts[number + 1] = (starts[number + 1] ?? 0) + 1;
  for (let at = 1; at <= packages; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  return starts;
}

function groupRows(packageColumn: Int32Array, starts: Int32Array, ranks: Int32Array): Int32Array {
  const order = new Int32Array(packageColumn.length);
  const next = starts.slice();
  for (let row = 0; row < packageColumn.length; row++) {
    const number = packageColumn[row] ?? 0;
    const at = next[number] ?? 0;
    order[at] = row;
    next[number] = at + 1;
  }
  for (let number = 0; number + 1 < starts.length; number++) {
    const [from = 0, to = 0] = [starts[number], starts[number + 1]];
    if (to - from > 1) order.subarray(from, to).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
  }
  return order;
}

function reorder(rows: IntervalColumns, order: Int32Array): IntervalColumns {
  const column = (values: Int32Array): Int32Array => order.map((row) => values[row] ?? 0);
  return {
    package: column(rows.package),
    low: column(rows.low),
    high: column(rows.high),
    flags: column(rows.flags),
    advisory: column(rows.advisory),
    ecosystem: column(rows.ecosystem),
  };
}
