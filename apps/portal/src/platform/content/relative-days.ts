import { dayInTokyo } from '../i18n/dates.ts';

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const written = /^\+(\d{1,2})m\/([1-4])(sun|mon|tue|wed|thu|fri|sat)(?:\+(\d{1,3}))?$/;

/**
 * Content in which days written as `+2m/3tue` (the third Tuesday of the second month after this one, in Japan)
 * or `+2m/3tue+1` (the day after it) are replaced by those days. Sample content with dates is dated by the month
 * in which it is loaded, so that a demonstration always has something ahead; loaded again in a later month it is
 * renewed like any file that changed.
 */
export function withDays(content: unknown, now: Date): unknown {
  if (typeof content === 'string') return dayOf(content, now) ?? content;
  if (Array.isArray(content)) return content.map((each) => withDays(each, now));
  if (content === null || typeof content !== 'object' || content instanceof Date) return content;
  return Object.fromEntries(Object.entries(content).map(([name, value]) => [name, withDays(value, now)]));
}

function dayOf(text: string, now: Date): string | undefined {
  const [, ahead, nth, weekday, more = '0'] = written.exec(text) ?? [];
  if (ahead === undefined || nth === undefined || weekday === undefined) return undefined;
  const [year = 0, month = 1] = dayInTokyo(now).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + Number(ahead), 1));
  const wanted = weekdays.indexOf(weekday as (typeof weekdays)[number]);
  const until = (wanted - first.getUTCDay() + 7) % 7;
  first.setUTCDate(1 + until + (Number(nth) - 1) * 7 + Number(more));
  return first.toISOString().slice(0, 10);
}
