import { z } from 'zod';

export const periodNames = ['this-month', 'last-month', 'fiscal-year', 'custom'] as const;
type PeriodName = (typeof periodNames)[number];

/** A range of whole months (older counts are kept by month); both ends inclusive. */
export interface Period {
  name: PeriodName;
  /** `YYYY-MM` */
  from: string;
  /** `YYYY-MM` */
  to: string;
}

/** Longest custom period in months. */
const longest = 120;
const aMonth = z
  .string()
  .max(7)
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/);
const asked = z.object({
  period: z.enum(periodNames).catch('this-month'),
  from: aMonth.optional().catch(undefined),
  to: aMonth.optional().catch(undefined),
});

/**
 * Reads a period from a page's parameters; falls back to the current month.
 * @param today  `YYYY-MM-DD`
 */
export function readPeriod(params: Record<string, string>, today: string): Period {
  const { period: name, from, to } = asked.parse(params);
  const month = today.slice(0, 7);
  switch (name) {
    case 'this-month':
      return { name, from: month, to: month };
    case 'last-month':
      return { name, from: addMonths(month, -1), to: addMonths(month, -1) };
    case 'fiscal-year':
      return { name, ...fiscalYear(fiscalYearOf(today)) };
    case 'custom': {
      const [first = month, last = month] = [from ?? to ?? month, to ?? from ?? month].toSorted();
      return {
        name,
        from: first,
        to: monthsBetween(first, last) < longest ? last : addMonths(first, longest - 1),
      };
    }
  }
}

/** Months of a Japanese fiscal year, April to March. */
export function fiscalYear(year: number): { from: string; to: string } {
  return { from: `${year}-04`, to: `${year + 1}-03` };
}

/** @param day  `YYYY-MM-DD` */
export function fiscalYearOf(day: string): number {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
}

export function addMonths(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + count)).toISOString().slice(0, 7);
}

/** Months from one to another: 0 for the same. */
function monthsBetween(from: string, to: string): number {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return count(to) - count(from);
}

/** Every month of a period, in order. */
export function monthsOf({ from, to }: Pick<Period, 'from' | 'to'>): string[] {
  return Array.from({ length: monthsBetween(from, to) + 1 }, (_, index) => addMonths(from, index));
}

/** First day of a period and the day after its end (exclusive), `YYYY-MM-DD`. */
export function daysFrom({ from, to }: Pick<Period, 'from' | 'to'>): { first: string; after: string } {
  return { first: `${from}-01`, after: `${addMonths(to, 1)}-01` };
}

/** Every day of a month, in order. */
export function daysOfMonth(month: string): string[] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const days = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: days }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
}

/** Start and end of a period as moments, by Asia/Tokyo. */
export function momentsOf(period: Pick<Period, 'from' | 'to'>): { begin: Date; end: Date } {
  const { first, after } = daysFrom(period);
  return { begin: new Date(`${first}T00:00:00+09:00`), end: new Date(`${after}T00:00:00+09:00`) };
}
