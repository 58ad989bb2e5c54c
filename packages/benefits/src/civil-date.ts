/** A calendar date written YYYY-MM-DD. Two of them compare as strings in time order. */
export type CivilDate = string;

/** Both days belong to the period. */
export interface Period {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function monthLength(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return MONTH_LENGTHS[month - 1] ?? 0;
}

const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));

export function civilDate(year: number, month: number, day: number): CivilDate {
  return `${year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

export function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = monthOf(text);
  const day = dayOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(yearOf(text), month);
}

function withDay(date: CivilDate, day: number): CivilDate {
  return date.slice(0, 8) + TWO_DIGITS[day];
}

const digit = (date: CivilDate, at: number) => date.charCodeAt(at) - 48;
const monthOf = (date: CivilDate) => digit(date, 5) * 10 + digit(date, 6);
const dayOf = (date: CivilDate) => digit(date, 8) * 10 + digit(date, 9);
const yearOf = (date: CivilDate) =>
  digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);

export function earlierOf(one: CivilDate, other: CivilDate): CivilDate {
  if (one < other) return one;
  return other;
}

export function laterOf(one: CivilDate, other: CivilDate): CivilDate {
  if (one < other) return other;
  return one;
}

export function addDays(date: CivilDate, days: number): CivilDate {
  let year = yearOf(date);
  let month = monthOf(date);
  let day = dayOf(date) + days;
  while (day < 1) {
    month--;
    if (month === 0) {
      month = 12;
      year--;
    }
    day += monthLength(year, month);
  }
  while (day > monthLength(year, month)) {
    day -= monthLength(year, month);
    month++;
    if (month === 13) {
      month = 1;
      year++;
    }
  }
  return civilDate(year, month, day);
}

/** Days 1 to 28 exist in every month. */
const EVERY_MONTH = 28;

export function dayAfter(date: CivilDate): CivilDate {
  const day = dayOf(date);
  return day < EVERY_MONTH ? withDay(date, day + 1) : addDays(date, 1);
}

export function dayBefore(date: CivilDate): CivilDate {
  const day = dayOf(date);
  return day > 1 ? withDay(date, day - 1) : addDays(date, -1);
}

export function daysBetween(earlier: CivilDate, later: CivilDate): number {
  return (Date.parse(later) - Date.parse(earlier)) / 86_400_000;
}

/** Whether the month that many months later has a day of the same number (応当日). */
export function hasCorrespondingDay(date: CivilDate, months: number): boolean {
  if (dayOf(date) <= EVERY_MONTH) return true;
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  return dayOf(date) <= monthLength(Math.floor(count / 12), (count % 12) + 1);
}

/** The day of the same number so many months later; the month's last day where there is none. */
export function correspondingDay(date: CivilDate, months: number): CivilDate {
  const count = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return civilDate(year, month, Math.min(dayOf(date), monthLength(year, month)));
}

/**
 * The last day of a term of so many months that runs from the day after an event, as the Civil Code
 * counts it: the day of the event is left out (Article 140); the term ends on the day before the day
 * corresponding to its first day, or, where the last month has no such day, on that month's last day
 * (Article 143). A closed office does not move the date: an earlier claim is never late.
 */
export function lastDayWithin(event: CivilDate, months: number): CivilDate {
  const first = dayAfter(event);
  const last = correspondingDay(first, months);
  return hasCorrespondingDay(first, months) ? dayBefore(last) : last;
}

/** Consecutive periods of equal length in months, counted from the first day. */
export function consecutivePeriods(start: CivilDate, months: number, count: number): Period[] {
  const periods: Period[] = [];
  let from = start;
  for (let index = 1; index <= count; index++) {
    const next = correspondingDay(start, months * index);
    periods.push({ from, to: dayBefore(next) });
    from = next;
  }
  return periods;
}
