/** A value of a quasi-identifier, made less exact step by step; the last step is the same for all values. */
export interface Hierarchy {
  /** How many steps there are above the value itself. */
  readonly steps: number;
  /** The value at a step from 0 (as it is) to `steps`. */
  at(value: string, step: number): string;
}

const ANY = '*';

/** A hierarchy from a table: for each value, what it becomes at step 1, 2, …; what the table lacks becomes any. */
export function hierarchyOf(table: Readonly<Record<string, readonly string[]>>): Hierarchy {
  const wider = Math.max(0, ...Object.values(table).map((steps) => steps.length));
  return {
    steps: wider + 1,
    at(value, step) {
      if (step === 0) return value;
      return step > wider ? ANY : (table[value]?.[step - 1] ?? ANY);
    },
  };
}

/** A value or nothing. */
export const SUPPRESSION: Hierarchy = { steps: 1, at: (value, step) => (step === 0 ? value : ANY) };

const REGIONS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [
    ['北海道', '東日本'],
    ['東北', '東日本'],
    ['関東', '東日本'],
    ['中部', '東日本'],
    ['近畿', '西日本'],
    ['中国・四国', '西日本'],
    ['九州・沖縄', '西日本'],
  ].map(([region, half]) => [region as string, [half as string]]),
);

/** Day or month → quarter → half-year → year → any; values as `2024-04-01`, `2024-04` or `2024-Q2`. */
const TIME_HIERARCHY: Hierarchy = {
  steps: 4,
  at(value, step) {
    const [, year, quarter, month] = /^(\d{4})(?:-(?:Q([1-4])|(\d{2})))?/.exec(value) ?? [];
    if (step === 0) return value;
    if (step >= 4 || year === undefined) return ANY;
    const q = quarter ? Number(quarter) : month ? Math.ceil(Number(month) / 3) : undefined;
    if (step === 3 || q === undefined) return year;
    return step === 2 ? `${year}-H${q <= 2 ? 1 : 2}` : `${year}-Q${q}`;
  },
};

/** Numbers of people: bands by statistics on firms → small, medium, large → any. Values are numbers or bands. */
const SIZE_HIERARCHY: Hierarchy = {
  steps: 3,
  at(value, step) {
    if (step === 0) return value;
    const least = Number(/\d[\d,]*/.exec(value.normalize('NFKC'))?.[0].replace(/,/g, '') ?? Number.NaN);
    if (step >= 3 || Number.isNaN(least)) return ANY;
    if (step === 1) return least < 50 ? '1-49' : least < 300 ? '50-299' : least < 1000 ? '300-999' : '1000-';
    return least < 300 ? '1-299' : '300-';
  },
};

export const DEFAULT_HIERARCHIES: Readonly<Record<string, Hierarchy>> = {
  industry: SUPPRESSION,
  size: SIZE_HIERARCHY,
  region: hierarchyOf(REGIONS),
  time: TIME_HIERARCHY,
  attack: SUPPRESSION,
};
