import type { Place } from '../advice/answers.ts';
import {
  type Offer,
  type OfferedRun,
  type ProgrammeLevel,
  programmeLevels,
  runsFrom,
} from '../advice/offers.ts';
import type { Quarter } from './quarters.ts';

/** What one person is to take. */
export interface Wanted {
  /** Place of the person in the team. */
  readonly person: number;
  /** Lower programme levels first. */
  readonly offers: readonly Offer[];
}

export interface ScheduleLimits {
  readonly quarters: readonly Quarter[];
  /** Yen with tax for the whole team over all quarters; undefined: no limit. */
  readonly budget: number | undefined;
  /** Hours that one person may learn in a quarter. */
  readonly hoursPerQuarter: number;
  readonly place: Place;
  /** Nothing begins before this day, `yyyy-mm-dd`. */
  readonly today: string;
}

/** Somebody takes a programme in a quarter. */
export interface Assignment {
  readonly person: number;
  readonly offer: Offer;
  /** Place of the quarter. A programme counts in the quarter in which it begins. */
  readonly quarter: number;
  /** Undefined: it can be begun at any time. */
  readonly run: OfferedRun | undefined;
  readonly price: number;
}

/** Why a programme found no room. */
export type UnplacedReason =
  /** The budget is used up. */
  | 'budget'
  /** The person has no hours left in any quarter in which it could begin. */
  | 'hours'
  /** No run that the person can reach begins in these quarters, or all places are taken by the team. */
  | 'no-run'
  /** One that leads up to it found no room. */
  | 'waits';

interface Unplaced {
  readonly person: number;
  readonly offer: Offer;
  readonly reason: UnplacedReason;
}

export interface Schedule {
  readonly assignments: readonly Assignment[];
  readonly unplaced: readonly Unplaced[];
}

/** What one person has been given. */
interface Diary {
  readonly hours: number[];
  /** Quarter and first day of the last programme of each level that was placed. */
  readonly placed: { level: ProgrammeLevel; quarter: number; starts: string | undefined }[];
  readonly missed: Offer[];
}

/**
 * Who takes what when: level by level, so that everybody gets the first steps before anybody the last, each in the
 * earliest quarter that has room. A programme never comes before one of a lower level of the same person.
 */
export function scheduleOf(wanted: readonly Wanted[], limits: ScheduleLimits): Schedule {
  const { quarters, budget = Number.POSITIVE_INFINITY } = limits;
  const assignments: Assignment[] = [];
  const unplaced: Unplaced[] = [];
  const taken = new Map<string, number>();
  let spent = 0;
  const diaries = new Map<number, Diary>(
    wanted.map(({ person }) => [person, { hours: quarters.map(() => 0), placed: [], missed: [] }]),
  );
  for (const level of programmeLevels) {
    for (const { person, offer } of inTurn(wanted, level)) {
      const diary = diaries.get(person);
      if (!diary) continue;
      const outcome = place(offer, diary, { ...limits, left: budget - spent }, taken);
      if (typeof outcome === 'string') {
        unplaced.push({ person, offer, reason: outcome });
        diary.missed.push(offer);
        continue;
      }
      const { quarter, run, price } = outcome;
      spent += price;
      diary.hours[quarter] = (diary.hours[quarter] ?? 0) + offer.hours;
      diary.placed.push({ level, quarter, starts: run?.starts });
      if (run) taken.set(seatOf(offer, run), (taken.get(seatOf(offer, run)) ?? 0) + 1);
      assignments.push({ person, offer, quarter, run, price });
    }
  }
  return { assignments, unplaced };
}

/** Everybody's first programme of a level, then everybody's second, and so on. */
function inTurn(wanted: readonly Wanted[], level: ProgrammeLevel): { person: number; offer: Offer }[] {
  const lists = wanted.map(({ person, offers }) =>
    offers.filter((offer) => offer.level === level).map((offer) => ({ person, offer })),
  );
  const most = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: most }, (_, turn) => lists.flatMap((list) => list[turn] ?? [])).flat();
}

function place(
  offer: Offer,
  { hours, placed, missed }: Diary,
  limits: ScheduleLimits & { left: number },
  taken: ReadonlyMap<string, number>,
): Pick<Assignment, 'quarter' | 'run' | 'price'> | UnplacedReason {
  const teaches = new Set(offer.skills.map(({ id }) => id));
  const isLower = ({ level }: { level: ProgrammeLevel }) =>
    programmeLevels.indexOf(level) < programmeLevels.indexOf(offer.level);
  if (missed.some((before) => isLower(before) && before.skills.some(({ id }) => teaches.has(id))))
    return 'waits';
  const lower = placed.filter(isLower);
  const earliest = Math.max(0, ...lower.map(({ quarter }) => quarter));
  const after =
    lower
      .flatMap(({ starts }) => starts ?? [])
      .sort()
      .at(-1) ?? '';
  let reason: UnplacedReason = 'no-run';
  for (let quarter = earliest; quarter < limits.quarters.length; quarter++) {
    const chosen = bookingIn(offer, limits, quarter, after, taken);
    if (!chosen) continue;
    if ((hours[quarter] ?? 0) + offer.hours > limits.hoursPerQuarter) {
      if (reason === 'no-run') reason = 'hours';
      continue;
    }
    if (chosen.price > limits.left) {
      reason = 'budget';
      continue;
    }
    return { quarter, ...chosen };
  }
  return reason;
}

function bookingIn(
  offer: Offer,
  { quarters, place: from, today }: ScheduleLimits,
  at: number,
  after: string,
  taken: ReadonlyMap<string, number>,
): { run: OfferedRun | undefined; price: number } | undefined {
  const quarter = quarters[at];
  if (!quarter || quarter.to < today) return undefined;
  const run = runsFrom(offer, from).find(
    (each) =>
      each.starts >= quarter.from &&
      each.starts <= quarter.to &&
      each.starts >= today &&
      each.starts >= after &&
      (taken.get(seatOf(offer, each)) ?? 0) < (each.capacity ?? Number.POSITIVE_INFINITY),
  );
  if (run) return { run, price: run.price };
  return offer.anyTime ? { run: undefined, price: offer.price } : undefined;
}

function seatOf({ id }: Offer, run: OfferedRun): string {
  return `${id} ${run.id}`;
}

/** Hours and yen of a quarter. */
export interface Sum {
  readonly hours: number;
  readonly price: number;
}

export function sumOf(assignments: readonly Assignment[]): Sum {
  return assignments.reduce(
    (sum, { offer, price }) => ({ hours: sum.hours + offer.hours, price: sum.price + price }),
    { hours: 0, price: 0 },
  );
}
