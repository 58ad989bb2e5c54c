import type { Run } from '../kinds/run.ts';

/** When a run begins, ends and closes for application; all in Japan time, which has no daylight saving. */

const day = 86_400_000;

function moment(date: string, clock: string): Date {
  // 24:00 is the start of the next day.
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return new Date(Date.parse(`${date}T00:00:00+09:00`) + (hours * 60 + minutes) * 60_000);
}

/** The beginning of the first day; of a run without hours, of the day itself. */
export function startOf({ days, from = '00:00' }: Pick<Run, 'days' | 'from'>): Date {
  return moment(days[0] ?? '', from);
}

/** The end of the last day. */
export function endOf({ days, to = '24:00' }: Pick<Run, 'days' | 'to'>): Date {
  return moment(days.at(-1) ?? '', to);
}

/** Until when one can apply: the end of the last day to apply, at the latest the beginning. */
export function closingOf(run: Pick<Run, 'days' | 'from' | 'applyBy'>): Date {
  const start = startOf(run);
  if (run.applyBy === undefined) return start;
  const closing = new Date(moment(run.applyBy, '00:00').getTime() + day);
  return closing < start ? closing : start;
}

export function isOver(run: Run, now: Date): boolean {
  return endOf(run) <= now;
}

/** Whether one can apply now. */
export function isBookable(run: Run, now: Date): boolean {
  return (run.state === 'open' || run.state === 'few') && now < closingOf(run);
}

/** Runs that are not over, soonest first. */
export function currentRuns(runs: readonly Run[] | undefined, now: Date): Run[] {
  return (runs ?? []).filter((run) => !isOver(run, now)).sort(bySoonest);
}

/** Runs that one can apply for, soonest first. */
export function bookableRuns(runs: readonly Run[] | undefined, now: Date): Run[] {
  return (runs ?? []).filter((run) => isBookable(run, now)).sort(bySoonest);
}

/** The next moment at which time alone closes one of the bookable runs; undefined: none is left to close. */
export function nextClosing(runs: readonly Run[] | undefined, now: Date): Date | undefined {
  const moments = bookableRuns(runs, now).map((run) => closingOf(run).getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
}

/** A run's beginning as text that sorts by time. */
export function startKey({ days, from = '00:00' }: Pick<Run, 'days' | 'from'>): string {
  return `${days[0] ?? ''}T${from}`;
}

function bySoonest(one: Run, other: Run): number {
  const [a, b] = [startKey(one), startKey(other)];
  return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1;
}
