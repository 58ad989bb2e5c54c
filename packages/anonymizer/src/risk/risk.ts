import { DEFAULT_HIERARCHIES, type Hierarchy, SUPPRESSION } from './hierarchy.ts';

/** A record of a set that is published; values that are missing count as one value. */
export type RiskCase = Readonly<Record<string, string | number | null | undefined>>;

export interface RiskOptions {
  /** What others may know of a case: industry, size, region and time if not given. */
  readonly quasiIdentifiers?: readonly string[];
  /** What they should not learn from it: attack if not given. */
  readonly sensitive?: readonly string[];
  /** How many cases must look alike; 3 if not given. */
  readonly k?: number;
  /** How many values of each sensitive field cases that look alike must have; 2 if not given. */
  readonly l?: number;
  readonly hierarchies?: Readonly<Record<string, Hierarchy>>;
  /** How many cases may be left out rather than made less exact; none if not given. */
  readonly mayLeaveOut?: number;
}

export interface RiskyCase {
  readonly index: number;
  /** How many cases look like it, itself among them. */
  readonly alike: number;
  /** The least number of values that a sensitive field has among them. */
  readonly diversity: number;
  /** The smallest sets of quasi-identifiers by which fewer than `k` cases look like it. */
  readonly standsOutBy: readonly (readonly string[])[];
}

export interface Mending {
  /** For each quasi-identifier the step of its hierarchy. */
  readonly steps: Readonly<Record<string, number>>;
  /** Cases to be left out besides. */
  readonly leaveOut: readonly number[];
  /** From 0 (nothing changed) to 1 (nothing said any more). */
  readonly loss: number;
}

export interface Risk {
  /** The fewest cases that look alike; 0 where there are none. */
  readonly k: number;
  /** The fewest values of a sensitive field among cases that look alike. */
  readonly l: number;
  readonly risky: readonly RiskyCase[];
  /** What would mend it at the least loss; undefined where nothing is risky or nothing helps. */
  readonly mending: Mending | undefined;
}

interface Settings {
  readonly quasiIdentifiers: readonly string[];
  readonly sensitive: readonly string[];
  readonly k: number;
  readonly l: number;
  readonly hierarchies: readonly Hierarchy[];
  readonly mayLeaveOut: number;
}

/** Sets of more quasi-identifiers are not tried one by one. */
const MOST_QUASI_IDENTIFIERS = 10;

/**
 * How well the cases of a set hide among each other: k-anonymity and l-diversity over their quasi-identifiers, which
 * cases stand out, and which generalisation mends it at the least loss. The loss is the mean over quasi-identifiers of
 * the share of its hierarchy that each is raised by; a case that is left out loses all.
 */
export function risk(cases: readonly RiskCase[], options: RiskOptions = {}): Risk {
  const settings = settingsOf(options);
  const none = settings.quasiIdentifiers.map(() => 0);
  const classes = classesOf(cases, none, settings);
  const failing = failingCases(cases, classes, settings);
  const sizes = [...classes.values()].map((members) => members.length);
  const risky = [...failing]
    .sort((a, b) => a - b)
    .map((index) => {
      const members = classes.get(keyOf(cases[index] as RiskCase, none, settings)) as number[];
      return {
        index,
        alike: members.length,
        diversity: diversityOf(cases, members, settings),
        standsOutBy: smallestDistinctions(cases, index, settings),
      };
    });
  return {
    k: sizes.length === 0 ? 0 : Math.min(...sizes),
    l:
      sizes.length === 0
        ? 0
        : Math.min(...[...classes.values()].map((one) => diversityOf(cases, one, settings))),
    risky,
    mending: risky.length === 0 ? undefined : cheapestMending(cases, settings),
  };
}

function settingsOf(options: RiskOptions): Settings {
  const quasiIdentifiers = options.quasiIdentifiers ?? ['industry', 'size', 'region', 'time'];
  if (quasiIdentifiers.length > MOST_QUASI_IDENTIFIERS)
    throw new RangeError(`At most ${MOST_QUASI_IDENTIFIERS} quasi-identifiers can be weighed`);
  return {
    quasiIdentifiers,
    sensitive: options.sensitive ?? ['attack'],
    k: options.k ?? 3,
    l: options.l ?? 2,
    hierarchies: quasiIdentifiers.map(
      (field) => options.hierarchies?.[field] ?? DEFAULT_HIERARCHIES[field] ?? SUPPRESSION,
    ),
    mayLeaveOut: options.mayLeaveOut ?? 0,
  };
}

function valueIn(one: RiskCase, field: string): string {
  return String(one[field] ?? '');
}

function keyOf(one: RiskCase, steps: readonly number[], { quasiIdentifiers, hierarchies }: Settings): string {
  return JSON.stringify(
    quasiIdentifiers.map((field, index) =>
      (hierarchies[index] as Hierarchy).at(valueIn(one, field), steps[index] as number),
    ),
  );
}

/** Cases that look alike, by their generalised values. */
function classesOf(
  cases: readonly RiskCase[],
  steps: readonly number[],
  settings: Settings,
): Map<string, number[]> {
  const classes = new Map<string, number[]>();
  for (const [index, one] of cases.entries()) {
    const key = keyOf(one, steps, settings);
    const members = classes.get(key);
    if (members) members.push(index);
    else classes.set(key, [index]);
  }
  return classes;
}

function diversityOf(
  cases: readonly RiskCase[],
  members: readonly number[],
  { sensitive }: Settings,
): number {
  if (sensitive.length === 0) return Number.POSITIVE_INFINITY;
  return Math.min(
    ...sensitive.map(
      (field) => new Set(members.map((index) => valueIn(cases[index] as RiskCase, field))).size,
    ),
  );
}

function failingCases(
  cases: readonly RiskCase[],
  classes: ReadonlyMap<string, readonly number[]>,
  settings: Settings,
): Set<number> {
  const failing = new Set<number>();
  for (const members of classes.values())
    if (members.length < settings.k || diversityOf(cases, members, settings) < settings.l)
      for (const index of members) failing.add(index);
  return failing;
}

/** The smallest sets of fields by which a case looks like fewer than k; none where only diversity fails. */
function smallestDistinctions(
  cases: readonly RiskCase[],
  index: number,
  { quasiIdentifiers, k }: Settings,
): string[][] {
  const own = cases[index] as RiskCase;
  const found: number[] = [];
  const sets = Array.from({ length: 2 ** quasiIdentifiers.length - 1 }, (_, i) => i + 1).sort(
    (a, b) => bits(a) - bits(b) || a - b,
  );
  for (const set of sets) {
    if (found.some((smaller) => (smaller & set) === smaller)) continue;
    const fields = quasiIdentifiers.filter((_, field) => set & (1 << field));
    const alike = cases.filter((one) => fields.every((field) => valueIn(one, field) === valueIn(own, field)));
    if (alike.length < k) found.push(set);
  }
  return found.map((set) => quasiIdentifiers.filter((_, field) => set & (1 << field)));
}

function bits(set: number): number {
  return set === 0 ? 0 : (set & 1) + bits(set >> 1);
}

/** Of all steps of all fields, those that lose least; the first in the order of the fields where several do. */
function cheapestMending(cases: readonly RiskCase[], settings: Settings): Mending | undefined {
  const { hierarchies, quasiIdentifiers, mayLeaveOut } = settings;
  const raised = (steps: readonly number[]) =>
    steps.reduce((sum, step, index) => sum + step / (hierarchies[index] as Hierarchy).steps, 0) /
    steps.length;
  const all = [...combinations(hierarchies.map(({ steps }) => steps))]
    .map((steps) => ({ steps, raised: raised(steps) }))
    .sort((a, b) => a.raised - b.raised);
  let best: Mending | undefined;
  for (const { steps, raised: lost } of all) {
    if (best && lost >= best.loss) break;
    const leaveOut = failingCases(cases, classesOf(cases, steps, settings), settings);
    if (leaveOut.size > mayLeaveOut || leaveOut.size === cases.length) continue;
    const share = leaveOut.size / cases.length;
    const loss = lost * (1 - share) + share;
    if (best && loss >= best.loss) continue;
    best = {
      steps: Object.fromEntries(quasiIdentifiers.map((field, index) => [field, steps[index] as number])),
      leaveOut: [...leaveOut].sort((a, b) => a - b),
      loss,
    };
  }
  return best;
}

function* combinations(most: readonly number[]): Generator<number[]> {
  if (most.length === 0) {
    yield [];
    return;
  }
  const [first = 0, ...rest] = most;
  for (let step = 0; step <= first; step++) for (const others of combinations(rest)) yield [step, ...others];
}
