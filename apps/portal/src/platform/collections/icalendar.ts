import { dayInTokyo } from '../i18n/dates.ts';
import { choose, type Language } from '../i18n/language.ts';
import { siteUrl } from '../i18n/site-url.ts';
import { periodOf } from '../publishing/yearly-period.ts';
import { type CalendarEvent, dayAfter, type EventTime } from './calendar-events.ts';

export const calendarMediaType = 'text/calendar; charset=utf-8';

interface CalendarFile {
  name: string;
  language: Language;
  /** Origin of the site, without a trailing slash. */
  baseUrl: string;
}

/** Longest line in octets, its end not counted (RFC 5545, 3.1). */
const longestLine = 75;

/** Japan has had one offset since 1951, so that the definition of its zone is one line of standard time. */
const tokyo = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19510909T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Events as an iCalendar file (RFC 5545). An event keeps its UID when it moves to another day; SEQUENCE and
 * LAST-MODIFIED tell calendars that it did.
 */
export function writeCalendar(
  { name, language, baseUrl }: CalendarFile,
  events: readonly CalendarEvent[],
): string {
  const host = new URL(baseUrl).hostname;
  const hasMoments = events.some(({ time }) => 'at' in time || 'from' in time);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Kakehashi//Calendar//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...(hasMoments ? tokyo : []),
    ...events.flatMap((event) => eventLines(event, { language, baseUrl, host })),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

interface EventPlace {
  language: Language;
  baseUrl: string;
  host: string;
}

function eventLines(event: CalendarEvent, { language, baseUrl, host }: EventPlace): string[] {
  const reading = { language, easy: false, furigana: false };
  const title = choose(event.title, reading).text;
  const summary = event.summary && choose(event.summary, reading).text;
  const url = siteUrl(baseUrl, event.path, language);
  const changed = utcMoment(event.updatedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}@${host}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${event.sequence}`,
    ...timeLines(event.time),
    `SUMMARY:${escapeText(language === 'ja' ? `${title}（${event.label.ja}）` : `${title} (${event.label.en})`)}`,
    ...(event.place ? [`LOCATION:${escapeText(event.place)}`] : []),
    ...(event.cancelled ? ['STATUS:CANCELLED'] : []),
    ...(summary ? [`DESCRIPTION:${escapeText(`${summary}\n${url}`)}`] : []),
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Whole days end, by the standard, on the day after the last. */
function timeLines(time: EventTime): string[] {
  if ('at' in time) return [`DTSTART;TZID=Asia/Tokyo:${tokyoMoment(time.at)}`];
  if ('from' in time)
    return [
      `DTSTART;TZID=Asia/Tokyo:${tokyoMoment(time.from)}`,
      `DTEND;TZID=Asia/Tokyo:${tokyoMoment(time.to)}`,
    ];
  const { first, last } = 'each' in time ? periodOf(time.since, time.each) : time;
  return [
    `DTSTART;VALUE=DATE:${digits(first)}`,
    `DTEND;VALUE=DATE:${digits(dayAfter(last))}`,
    ...('each' in time ? ['RRULE:FREQ=YEARLY'] : []),
  ];
}

const digits = (day: string) => day.replaceAll('-', '');

const utcMoment = (moment: Date) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

function tokyoMoment(moment: Date): string {
  const nineHoursOn = new Date(moment.getTime() + 9 * 3_600_000);
  return `${digits(dayInTokyo(moment))}T${nineHoursOn.toISOString().slice(11, 19).replaceAll(':', '')}`;
}

/** Control characters, which no text of a calendar may hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** A value of type TEXT (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(control, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** A line broken into lines of at most 75 octets, never within a character (RFC 5545, 3.1). */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The space that a further line begins with is one of its octets.
    if (length + size > longestLine) {
      parts.push(part);
      [part, length] = ['', 1];
    }
    part += character;
    length += size;
  }
  return [...parts, part].join('\r\n ');
}
