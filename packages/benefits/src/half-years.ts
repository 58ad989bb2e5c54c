import type { TrainingCase } from './case.ts';
import {
  type CivilDate,
  consecutivePeriods,
  correspondingDay,
  dayBefore,
  hasCorrespondingDay,
  type Period,
} from './civil-date.ts';
import { mustBeInForce } from './parameter.ts';
import { practical } from './parameters/practical.ts';

const lengthOn = (start: CivilDate) => mustBeInForce(practical.periodMonths, start).value;

/** How many payment periods a course takes up, as far as its length or its end tells. */
export function halfYearsOf(
  start: CivilDate,
  months: number | undefined,
  completedOn: CivilDate | undefined,
): number | undefined {
  const length = lengthOn(start);
  if (months !== undefined) return Math.ceil(months / length);
  if (completedOn === undefined) return undefined;
  let count = 1;
  while (correspondingDay(start, count * length) <= completedOn) count++;
  return count;
}

/** The last day of the course: as given, else from its length; null where neither is known. */
export function courseEnd(course: TrainingCase): CivilDate | null {
  if (course.completedOn !== undefined) return course.completedOn;
  if (course.months === undefined) return null;
  return dayBefore(correspondingDay(course.start, course.months));
}

/** Payment periods of practical training (支給単位期間), each of its full length. */
export function wholeHalfYears(start: CivilDate, count: number): Period[] {
  return consecutivePeriods(start, lengthOn(start), count);
}

/** Whether every period can begin on the same day of the month as the course. */
export function haveCorrespondingDays(start: CivilDate, count: number): boolean {
  const length = lengthOn(start);
  for (let index = 1; index <= count; index++) {
    if (!hasCorrespondingDay(start, index * length)) return false;
  }
  return true;
}

/** The payment periods of a practical course; the last one ends with the course. */
export function halfYears(course: TrainingCase, count: number): Period[] {
  const periods = wholeHalfYears(course.start, count);
  const last = periods[count - 1];
  const end = courseEnd(course);
  if (last !== undefined && end !== null && end < last.to) periods[count - 1] = { from: last.from, to: end };
  return periods;
}
