import { dayInTokyo, momentInTokyo } from '../i18n/dates.ts';
import type { OpeningSpan } from './contact.ts';
import { dayAfter, holidaysOf, weekdayOf } from './japanese-holidays.ts';

/** Days looked ahead: the longest row of closed days is that around the New Year. */
const daysAhead = 21;

/** Whether a desk answers at a moment, in Asia/Tokyo. */
export type Opening =
  /** `until` is absent if the desk is always open. */
  | { open: true; until?: Date }
  /** `opensAt` is absent if the desk does not open within three weeks. */
  | { open: false; opensAt?: Date };

/** @returns undefined where no hours are known */
export function openingAt(hours: readonly OpeningSpan[] | undefined, now: Date): Opening | undefined {
  if (!hours || hours.length === 0) return undefined;
  const days = daysFrom(dayInTokyo(now));
  const spans = spansOn(days, hours);
  const current = spans.findIndex(({ from, to }) => from <= now && now < to);
  if (current < 0) {
    const next = spans.find(({ from }) => from > now);
    return { open: false, ...(next && { opensAt: next.from }) };
  }
  let until = spans[current]?.to as Date;
  for (const { from, to } of spans.slice(current + 1)) {
    if (from > until) return { open: true, until };
    if (to > until) until = to;
  }
  // Open without a gap for the whole period checked: always open.
  return until >= at(days.at(-1) as string, '24:00') ? { open: true } : { open: true, until };
}

function daysFrom(today: string): string[] {
  const days = [today];
  while (days.length < daysAhead) days.push(dayAfter(days.at(-1) as string));
  return days;
}

/** By when they begin. */
function spansOn(days: readonly string[], hours: readonly OpeningSpan[]): { from: Date; to: Date }[] {
  return days
    .flatMap((day) =>
      hours
        .filter((span) => isOpenOn(span.days, day))
        .map(({ from, to }) => ({ from: at(day, from), to: at(day, to) })),
    )
    .sort((a, b) => a.from.getTime() - b.from.getTime());
}

function isOpenOn(days: OpeningSpan['days'], day: string): boolean {
  const weekday = weekdayOf(day);
  const isHoliday = holidaysOf(Number(day.slice(0, 4))).has(day);
  switch (days) {
    case 'every-day':
      return true;
    case 'every-day-but-new-year':
      return !isNewYear(day);
    case 'weekdays':
      return weekday >= 1 && weekday <= 5 && !isHoliday && !isNewYear(day);
    case 'saturday':
      return weekday === 6 && !isHoliday && !isNewYear(day);
    case 'sunday-and-holidays':
      return (weekday === 0 || isHoliday) && !isNewYear(day);
  }
}

/** 29 December to 3 January: days on which offices of the state are closed (行政機関の休日に関する法律 第1条). */
function isNewYear(day: string): boolean {
  const date = day.slice(5);
  return date >= '12-29' || date <= '01-03';
}

/** @param time  `24:00` is the next day's midnight */
function at(day: string, time: string): Date {
  const moment = time === '24:00' ? momentInTokyo(`${dayAfter(day)}T00:00`) : momentInTokyo(`${day}T${time}`);
  if (!moment) throw new Error(`there is no ${time} on ${day}`);
  return moment;
}
