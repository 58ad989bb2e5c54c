import type { Language } from './language.ts';

/** Japan's offset from UTC in milliseconds; no daylight saving since 1952. */
const tokyoAhead = 9 * 60 * 60 * 1000;

/** The date in Japan, `YYYY-MM-DD`. */
export function dayInTokyo(moment: Date): string {
  return new Date(moment.getTime() + tokyoAhead).toISOString().slice(0, 10);
}

/** Parses a date and time in Japan, `YYYY-MM-DDTHH:MM`; undefined if it does not exist. */
export function momentInTokyo(written: string): Date | undefined {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/.exec(written.trim()) ?? [];
  const moment = new Date(`${day}T${time}:00+09:00`);
  // Date would roll 31 April over into May.
  return Number.isNaN(moment.getTime()) || dayInTokyo(moment) !== day ? undefined : moment;
}

/** A moment in the format that `momentInTokyo` parses. */
export function writtenInTokyo(moment: Date): string {
  return `${dayInTokyo(moment)}T${tokyoTime.format(moment)}`;
}

const eras: readonly { name: string; from: string; firstYear: number }[] = [
  { name: '令和', from: '2019-05-01', firstYear: 2019 },
  { name: '平成', from: '1989-01-08', firstYear: 1989 },
  { name: '昭和', from: '1926-12-25', firstYear: 1926 },
];

const englishDay = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A date in words: 2026年11月23日, 23 November 2026. */
export function writeDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (language === 'en') return englishDay.format(Date.UTC(year, month - 1, date));
  return `${year}年${month}月${date}日`;
}

/**
 * Dates in short form: a single one, or the first, the last and their number.
 * @param days  in order, at least one
 */
export function writeDays(days: readonly string[], language: Language): string {
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  if (first === last) return writeDay(first, language);
  const [from, to] = [writeDay(first, language), writeDay(last, language)];
  return language === 'en' ? `${from} to ${to} (${days.length} days)` : `${from}〜${to}（${days.length}日）`;
}

/** A day in the Japanese calendar: 令和8年11月23日; 元年 for an era's first year. */
export function writeDayInEra(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const era = eras.find(({ from }) => day >= from);
  if (!era) return `${year}年${month}月${date}日`;
  const count = year - era.firstYear + 1;
  return `${era.name}${count === 1 ? '元' : count}年${month}月${date}日`;
}

const tokyoTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Tokyo',
  hour: '2-digit',
  minute: '2-digit',
});

/** A date and time in Japan in words: 2026年11月23日 10:05, 23 November 2026, 10:05 (JST). */
export function writeMoment(moment: Date, language: Language): string {
  const day = writeDay(dayInTokyo(moment), language);
  const time = tokyoTime.format(moment);
  return language === 'en' ? `${day}, ${time} (JST)` : `${day} ${time}`;
}
