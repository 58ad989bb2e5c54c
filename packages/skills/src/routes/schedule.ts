import { gapOf } from '../distance/gap.ts';
import type { AskedItems, IndexedFramework } from '../distance/indexed-framework.ts';
import { addHeld, type HeldLevels, lackingWeight, shareOf } from '../distance/measure.ts';
import { coverageOf } from '../programmes/coverage.ts';
import type { PlacedProgramme, ProgrammeUse } from '../programmes/programme.ts';
import { addDays, addMonths, later } from './days.ts';
import { rejected } from './rejections.ts';
import type { Opening, RejectedRoute, Route, RouteOptions, RouteStep } from './route.ts';

/** A step before programmes and days are found for it. */
export interface PlannedStep {
  readonly kind: RouteStep['kind'];
  readonly role: string | null;
  readonly asked: AskedItems;
  /** Weight of the role that the step leads to. */
  readonly weight: number;
}

const DAYS_A_WEEK = 7;

/** Finds programmes, days and openings for the steps of a route, or says at which step there are none. */
export function schedule(
  index: IndexedFramework,
  from: HeldLevels,
  goal: AskedItems,
  plan: readonly PlannedStep[],
  programmes: readonly PlacedProgramme[],
  options: RouteOptions,
): Route | RejectedRoute {
  const roles = plan.map(({ role }) => role);
  const highest = index.framework.levels.length;
  const held = from.slice();
  const steps: RouteStep[] = [];
  let learnt = 0;
  let now = options.start;
  for (const [at, { kind, role, asked, weight }] of plan.entries()) {
    const { missing, missingWeight } = gapOf(index, held, asked);
    const share = shareOf(missingWeight, weight);
    const day = now;
    const open = programmes.filter((placed) => isOpen(placed, day));
    const cover = coverageOf(index, open, asked, held);
    if (options.programmesOnly === true && cover.missing.length > 0) {
      return rejected('not-taught', roles, at + 1, share, { items: cover.missing.length });
    }
    let until = day === undefined ? undefined : doneBy(cover.programmes, day, options.hoursPerWeek ?? 4);
    if (kind === 'move' && role !== null && options.openings !== undefined) {
      const opening = firstOpening(options.openings, role, until);
      if (opening === undefined) {
        return rejected('no-opening', roles, at + 1, share, { ...(until !== undefined && { day: until }) });
      }
      if (until !== undefined) until = later(until, opening.from ?? until);
    }
    if (until !== undefined && options.deadline !== undefined && until > options.deadline) {
      return rejected('after-deadline', roles, at + 1, share, { day: until });
    }
    addHeld(held, asked);
    learnt += missingWeight;
    const taught = new Set(cover.covered);
    steps.push({
      kind,
      role,
      share,
      missing,
      programmes: cover.programmes,
      atWork: missing.map(({ id }) => id).filter((id) => !taught.has(id)),
      hours: cover.hours,
      ...(day !== undefined && until !== undefined && { from: day, until }),
      remaining: shareOf(lackingWeight(goal, held, highest), goal.weight),
    });
    now = until === undefined || kind === 'study' ? until : addMonths(until, options.monthsInPost ?? 0);
  }
  const until = steps.at(-1)?.until;
  return {
    steps,
    hours: steps.reduce((sum, { hours }) => sum + hours, 0),
    learnt,
    ...(until !== undefined && { until }),
  };
}

function isOpen({ programme }: PlacedProgramme, day: string | undefined): boolean {
  const { starts, capacity } = programme;
  return capacity !== 0 && (day === undefined || starts === undefined || starts >= day);
}

/** Programmes with days run beside each other; those without are taken one after the other, so many hours a week. */
function doneBy(programmes: readonly ProgrammeUse[], day: string, hoursPerWeek: number): string {
  let done = day;
  let undatedHours = 0;
  for (const { starts, ends, hours = 0 } of programmes) {
    if (ends !== undefined) done = later(done, ends);
    else if (starts !== undefined) done = later(done, addDays(starts, weeks(hours, hoursPerWeek)));
    else undatedHours += hours;
  }
  return later(done, addDays(day, weeks(undatedHours, hoursPerWeek)));
}

function weeks(hours: number, hoursPerWeek: number): number {
  return Math.ceil((hours / hoursPerWeek) * DAYS_A_WEEK);
}

/** The opening that can be taken first once one is ready. */
function firstOpening(
  openings: readonly Opening[],
  role: string,
  ready: string | undefined,
): Opening | undefined {
  const fitting = openings.filter(
    (opening) =>
      opening.role === role && (ready === undefined || opening.until === undefined || opening.until >= ready),
  );
  return fitting.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))[0];
}
