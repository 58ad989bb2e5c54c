/**
 * National holidays of Japan by the Act on National Holidays (昭和23年法律第178号, 323AC1000000178) as in force since
 * 2022. The two equinoxes are announced each February for the year after; the formula gives them for 1980 to 2099.
 */

const millisecondsOfDay = 86_400_000;

/** Days of a year that are holidays, `YYYY-MM-DD`, substitute and in-between holidays included. */
export function holidaysOf(year: number): ReadonlySet<string> {
  const known = byYear.get(year);
  if (known) return known;
  const holidays = new Set(
    [
      [1, 1],
      [1, monday(year, 1, 2)],
      [2, 11],
      [2, 23],
      [3, equinox(year, 20.8431)],
      [4, 29],
      [5, 3],
      [5, 4],
      [5, 5],
      [7, monday(year, 7, 3)],
      [8, 11],
      [9, monday(year, 9, 3)],
      [9, equinox(year, 23.2488)],
      [10, monday(year, 10, 2)],
      [11, 3],
      [11, 23],
    ].map(([month = 1, day = 1]) => dayOf(Date.UTC(year, month - 1, day))),
  );
  for (const day of substitutesFor(holidays)) holidays.add(day);
  byYear.set(year, holidays);
  return holidays;
}

const byYear = new Map<number, ReadonlySet<string>>();

/** Article 3: the first day after a holiday on a Sunday that is none, and a day between two holidays. */
function substitutesFor(holidays: ReadonlySet<string>): string[] {
  return [...holidays].flatMap((day) => {
    const found: string[] = [];
    if (weekdayOf(day) === 0) {
      let next = dayAfter(day);
      while (holidays.has(next)) next = dayAfter(next);
      found.push(next);
    }
    const between = dayAfter(day);
    if (!holidays.has(between) && holidays.has(dayAfter(between))) found.push(between);
    return found;
  });
}

/** Day of the month of the nth Monday. */
function monday(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return 1 + ((8 - first) % 7) + (nth - 1) * 7;
}

/** @param in1980  the equinox of 1980 as a fraction of days of its month */
function equinox(year: number, in1980: number): number {
  const years = year - 1980;
  return Math.floor(in1980 + 0.242194 * years - Math.floor(years / 4));
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function dayAfter(day: string): string {
  return dayOf(Date.parse(`${day}T00:00:00Z`) + millisecondsOfDay);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
