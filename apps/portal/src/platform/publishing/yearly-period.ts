import { z } from 'zod';

/** A period that returns each year. Months and days from 1; it may reach past the end of the year. */
export interface YearlyPeriod {
  first: { month: number; day: number };
  last: { month: number; day: number };
}

/** A leap year, so that 02-29 is a day. */
const leapYear = 2024;
const written = /^(\d\d)-(\d\d)\/(\d\d)-(\d\d)$/;

/** A period of each year as its first and last day, `02-01/03-18`. */
export const yearlyPeriod = z
  .string()
  .max(11)
  .refine((text) => readYearlyPeriod(text) !== undefined, {
    params: {
      ja: '始まりと終わりの月日を、02-01/03-18 のように書いてください。',
      en: 'Write the first and the last day as month and day, as in 02-01/03-18.',
    },
  });

/** Undefined if the text is no period of days that exist. */
export function readYearlyPeriod(text: string): YearlyPeriod | undefined {
  const [, ...parts] = written.exec(text) ?? [];
  const [firstMonth = 0, firstDay = 0, lastMonth = 0, lastDay = 0] = parts.map(Number);
  const first = { month: firstMonth, day: firstDay };
  const last = { month: lastMonth, day: lastDay };
  return exists(first) && exists(last) ? { first, last } : undefined;
}

/** The first and last day, `YYYY-MM-DD`, of the period that begins in a year. */
export function periodOf(year: number, { first, last }: YearlyPeriod): { first: string; last: string } {
  const endsNextYear = last.month < first.month || (last.month === first.month && last.day < first.day);
  return { first: dayOf(year, first), last: dayOf(endsNextYear ? year + 1 : year, last) };
}

/** The period of this year, or of the next once this year's is over. */
export function nextPeriod(period: YearlyPeriod, today: string): { first: string; last: string } {
  const year = Number(today.slice(0, 4));
  const coming = [year - 1, year, year + 1].map((each) => periodOf(each, period));
  return coming.find(({ last }) => last >= today) ?? periodOf(year + 1, period);
}

function exists({ month, day }: YearlyPeriod['first']): boolean {
  const date = new Date(Date.UTC(leapYear, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1;
}

/** 29 February is 28 February in a year without it. */
function dayOf(year: number, { month, day }: YearlyPeriod['first']): string {
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
}
