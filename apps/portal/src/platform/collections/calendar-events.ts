import { dayInTokyo } from '../i18n/dates.ts';
import type { LocalisedText } from '../i18n/language.ts';
import type { Label } from '../i18n/localised.ts';
import { type Kind, titleText } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import { periodOf, readYearlyPeriod, type YearlyPeriod } from '../publishing/yearly-period.ts';

/** When something happens: on whole days in Japan, both included, in a period of each year, at a moment, or from one
 * moment to another. */
export type EventTime =
  | { first: string; last: string }
  | { each: YearlyPeriod; since: number }
  | { at: Date }
  | { from: Date; to: Date };

/** What stands in a calendar: days on which a record is held, a deadline, or a period of each year. */
export interface CalendarEvent {
  /** Id of the record. */
  record: string;
  /** Unique within the site; the same after the event was moved to another day. */
  id: string;
  title: LocalisedText;
  summary?: LocalisedText;
  /** What happens then: 開催日, 申込締切. */
  label: Label;
  time: EventTime;
  /** Where it takes place. */
  place?: string;
  cancelled?: true;
  /** Page of the site, without language prefix. */
  path: string;
  updatedAt: Date;
  /** Increases with every change. */
  sequence: number;
}

/** An event on certain days. */
export interface Occurrence {
  event: CalendarEvent;
  /** First and last day in Japan, `YYYY-MM-DD`. */
  first: string;
  last: string;
}

/** The events of a record: what its kind's fields marked `ends` or `yearly` hold. */
export function eventsOf(record: PublishedRecord, kind: Kind, path: string): CalendarEvent[] {
  const data = record.data as Record<string, unknown>;
  const title = titleText(kind, record.data) ?? { ja: record.id };
  const summary = kind.card && (data[kind.card.summary] as LocalisedText | undefined);
  return kind.fields.flatMap(({ name, marking }) => {
    const times = marking.yearly ? yearly(data[name], record) : marking.ends ? runsOf(data[name]) : [];
    return times.map((time, index) => ({
      record: record.id,
      id: `${record.id}.${name}.${index + 1}`,
      title,
      ...(summary && { summary }),
      label: marking.label,
      time,
      path,
      updatedAt: record.updatedAt,
      sequence: record.sequence,
    }));
  });
}

/** The times at which an event happens from one day to another. */
export function occurrencesWithin(event: CalendarEvent, from: string, to: string): Occurrence[] {
  const { time } = event;
  const times =
    'each' in time
      ? yearsBetween(Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4)))
          .filter((year) => year >= time.since)
          .map((year) => periodOf(year, time.each))
      : [daysOf(time)];
  return times
    .filter(({ first, last }) => first <= to && last >= from)
    .map(({ first, last }) => ({ event, first, last }));
}

function daysOf(time: Exclude<EventTime, { each: YearlyPeriod }>): { first: string; last: string } {
  if ('first' in time) return time;
  const [from, to] = 'at' in time ? [time.at, time.at] : [time.from, time.to];
  return { first: dayInTokyo(from), last: dayInTokyo(to) };
}

function yearly(value: unknown, record: PublishedRecord): EventTime[] {
  const each = typeof value === 'string' ? readYearlyPeriod(value) : undefined;
  return each ? [{ each, since: Number(dayInTokyo(record.publishedAt).slice(0, 4)) }] : [];
}

/** Days, those that follow each other as one event. */
function runsOf(value: unknown): { first: string; last: string }[] {
  if (value === undefined || value === null) return [];
  const runs: { first: string; last: string }[] = [];
  for (const day of [...new Set([value].flat().map(String))].sort()) {
    const open = runs.at(-1);
    if (open && dayAfter(open.last) === day) open.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs;
}

/** The day after, `YYYY-MM-DD`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function yearsBetween(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
