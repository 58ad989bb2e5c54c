import type { Label } from '../../../../platform/i18n/localised.ts';

/** Three months, of which a plan has some in a row. */
export interface Quarter {
  /** `2027-1` is January to March. */
  readonly id: string;
  /** First and last day, `yyyy-mm-dd`. */
  readonly from: string;
  readonly to: string;
  readonly label: Label;
}

const names = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** @param count  quarters since that of January 2000 */
function quarter(count: number): Quarter {
  const year = 2000 + Math.floor(count / 4);
  const first = (count % 4) * 3;
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
  const month = (index: number) => names.format(Date.UTC(year, index, 1));
  return {
    id: `${year}-${(count % 4) + 1}`,
    from: day(first, 1),
    to: day(first + 3, 0),
    label: {
      ja: `${year}年${first + 1}〜${first + 3}月`,
      en: `${month(first)}–${month(first + 2)} ${year}`,
    },
  };
}

function countOf(day: string): number {
  const [year = 2000, month = 1] = day.split('-').map(Number);
  return (year - 2000) * 4 + Math.floor((month - 1) / 3);
}

/** Quarters in a row, from the one with a day. */
export function quartersFrom(day: string, many: number): Quarter[] {
  const first = countOf(day);
  return Array.from({ length: many }, (_, index) => quarter(first + index));
}
