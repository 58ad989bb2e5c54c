import {
  type CalendarEvent,
  type Occurrence,
  occurrencesWithin,
} from '../../../../platform/collections/calendar-events.ts';
import {
  type CollectionQuery,
  everything,
  queryPath,
  readQuery,
} from '../../../../platform/collections/query.ts';
import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import { cardOf, type Reader } from '../../../../ui/collections/card.ts';
import { termWording } from '../../../../ui/collections/term-wording.ts';
import { currentCalls } from '../../../editorial/calls/index.ts';
import type { Catalogue } from '../catalogue.ts';
import { calendarFilePath, cataloguePaths } from '../paths.ts';
import type { CalendarItemView, CalendarView } from '../views.ts';

/** Facets by which the page offers to narrow; its address takes all others too. */
const offered = ['affiliation', 'purpose', 'region'] as const;

/** Most records that a narrowed calendar holds. */
const mostFound = 5_000;

/** Months that can be turned to, before and after the present one. */
const monthsBack = 12;
const monthsAhead = 36;

const calls = { opens: { ja: '募集開始', en: 'Call opens' }, closes: { ja: '募集締切', en: 'Call closes' } };

/** What of the calendar is asked for. */
export function readCalendarQuery(params: URLSearchParams, catalogue: Catalogue): CollectionQuery {
  return {
    ...readQuery(params, catalogue.declaration, catalogue.vocabulary()),
    sort: everything.sort,
    page: 1,
  };
}

/** The events of the records that a search finds; where nothing is asked for, those of all, and calls for entries. */
export function calendarEvents(
  query: CollectionQuery,
  catalogue: Catalogue,
  reader: Reader,
  now: Date,
): CalendarEvent[] {
  if (!isNarrowed(query)) return [...catalogue.events(), ...callEvents(catalogue, reader, now)];
  const { hits } = catalogue.search.find(query, { limit: mostFound, offset: 0 });
  const found = new Set(hits.map(({ id }) => id));
  return catalogue.events().filter(({ record }) => found.has(record));
}

function isNarrowed({ q, filters, kinds }: CollectionQuery): boolean {
  return q !== '' || kinds.length > 0 || Object.keys(filters).length > 0;
}

function callEvents({ model }: Catalogue, reader: Reader, now: Date): CalendarEvent[] {
  return currentCalls(model, reader, now).flatMap(({ id, title, path, opensAt, closesAt }) => {
    const record = model.get(id);
    if (!record) return [];
    const { updatedAt, sequence } = record;
    return (
      [
        ['opens', opensAt],
        ['closes', closesAt],
      ] as const
    ).map(([name, at]) => ({
      record: id,
      id: `${id}.${name}`,
      title: { ja: title.text, en: title.text },
      label: calls[name],
      time: { at },
      path,
      updatedAt,
      sequence,
    }));
  });
}

/** The next days of the calendar, soonest first. */
export function comingItems(
  catalogue: Catalogue,
  reader: Reader,
  now: Date,
  most: number,
): CalendarItemView[] {
  const today = dayInTokyo(now);
  const until = monthAfter(today.slice(0, 7), monthsAhead);
  return calendarEvents(everything, catalogue, reader, now)
    .flatMap((event) => occurrencesWithin(event, today, `${until}-31`).slice(0, 1))
    .sort(bySoonest)
    .slice(0, most)
    .map((occurrence) => itemOf(occurrence, catalogue, reader));
}

/** A month of the calendar. */
export function calendarView(
  params: URLSearchParams,
  catalogue: Catalogue,
  reader: Reader & { baseUrl: string },
  now: Date,
): CalendarView {
  const present = dayInTokyo(now).slice(0, 7);
  const [earliest, latest] = [monthAfter(present, -monthsBack), monthAfter(present, monthsAhead)];
  const month = readMonth(params.get('month'), earliest, latest) ?? present;
  const query = readCalendarQuery(params, catalogue);
  const events = calendarEvents(query, catalogue, reader, now);
  const within = occurrencesOf(events, `${month}-01`, `${month}-31`);
  const items = (occurrences: readonly Occurrence[]) =>
    occurrences.map((occurrence) => itemOf(occurrence, catalogue, reader));
  const isRunning = ({ first }: Occurrence) => first < `${month}-01`;
  const beginning = within.filter((occurrence) => !isRunning(occurrence));
  const days = [...new Set(beginning.map(({ first }) => first))];
  const [, conditions = ''] = queryPath(query, catalogue.declaration).split('?');
  const at = (path: string, month?: string) => {
    const params = new URLSearchParams(conditions);
    if (month !== undefined && month !== present) params.set('month', month);
    const text = params.toString();
    return reader.href(text ? `${path}?${text}` : path);
  };
  const turn = (to: string) => at(cataloguePaths.calendar, to);
  const ahead = occurrencesOf(events, `${monthAfter(month, 1)}-01`, `${latest}-31`).find(
    ({ first }) => first >= `${monthAfter(month, 1)}-01`,
  );
  const next = ahead?.first.slice(0, 7);
  const fileHref = at(calendarFilePath());
  return {
    month,
    isCurrent: month === present && !isNarrowed(query),
    running: items(within.filter(isRunning)),
    days: days.map((day) => ({ day, items: items(beginning.filter(({ first }) => first === day)) })),
    ...(month > earliest && { previousHref: turn(monthAfter(month, -1)) }),
    ...(month < latest && { nextHref: turn(monthAfter(month, 1)) }),
    ...(next && days.length === 0 && { next: { month: next, href: turn(next) } }),
    fileHref,
    subscribeHref: `${reader.baseUrl.replace(/^https?:/, 'webcal:')}${fileHref}`,
    filters: offered.map((name) => filterOf(name, query, catalogue, reader)),
    path: cataloguePaths.calendar,
  };
}

function filterOf(name: string, query: CollectionQuery, catalogue: Catalogue, reader: Reader) {
  const terms = termWording(catalogue.vocabulary(), reader);
  const selected = query.filters[name] ?? [];
  const counts = catalogue.search.counts()[name];
  return {
    name,
    label: terms.facet(name),
    values: terms
      .all(name)
      .filter(({ value }) => counts?.has(value))
      .map((term) => ({ ...term, selected: selected.includes(term.value) })),
  };
}

function occurrencesOf(events: readonly CalendarEvent[], from: string, to: string): Occurrence[] {
  return events.flatMap((event) => occurrencesWithin(event, from, to)).sort(bySoonest);
}

function bySoonest(a: Occurrence, b: Occurrence): number {
  return (
    a.first.localeCompare(b.first) || a.last.localeCompare(b.last) || a.event.id.localeCompare(b.event.id)
  );
}

function itemOf({ event, first, last }: Occurrence, catalogue: Catalogue, reader: Reader): CalendarItemView {
  const [record] = catalogue.pick([event.record]);
  const listed = record && catalogue.kinds().includes(catalogue.kind(record));
  return {
    id: event.id,
    title: listed
      ? cardOf(record, catalogue, reader).title
      : { text: event.title[reader.language] ?? event.title.ja, language: reader.language },
    href: reader.href(event.path),
    label: event.label[reader.language],
    first,
    last,
    ...(listed && { fileHref: reader.href(calendarFilePath(event.record)) }),
  };
}

function readMonth(text: string | null, earliest: string, latest: string): string | undefined {
  const valid = text !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
  return valid && text >= earliest && text <= latest ? text : undefined;
}

/** A month some months after another, `YYYY-MM`. */
function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}
