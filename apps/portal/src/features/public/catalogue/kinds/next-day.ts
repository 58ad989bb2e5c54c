import { dayInTokyo } from '../../../../platform/i18n/dates.ts';
import type { Derived, DerivedDeclaration } from '../../../../platform/publishing/derived.ts';
import { nextPeriod, readYearlyPeriod } from '../../../../platform/publishing/yearly-period.ts';

/** What an initiative says of its days. */
interface Dated {
  /** `YYYY-MM-DD` */
  heldOn?: readonly string[] | undefined;
  applyBy?: string | undefined;
  everyYear?: string | undefined;
}

/** A day to sort by, and the last day on which it holds. */
interface NextDay {
  day: string;
  last: string;
}

/**
 * The next of an initiative's days: one on which it is held, the last to apply, or the first of its period of
 * each year, which counts until the period is over.
 */
function nextDayOf({ heldOn = [], applyBy, everyYear }: Dated, today: string): NextDay | undefined {
  const days = [...heldOn, ...(applyBy ? [applyBy] : [])].map((day) => ({ day, last: day }));
  const period = everyYear ? readYearlyPeriod(everyYear) : undefined;
  const coming = period && nextPeriod(period, today);
  if (coming) days.push({ day: coming.first, last: coming.last });
  const [next] = days
    .filter(({ last }) => last >= today)
    .sort((one, other) => (one.day < other.day ? -1 : 1));
  return next;
}

/** Initiatives are sorted by the next of their days, as programmes are by their next start. */
export const derivedInitiative: DerivedDeclaration<Dated> = {
  facets: [],
  sortKeys: ['nextStart'],
  of(data, at): Derived {
    const next = nextDayOf(data, dayInTokyo(at));
    if (!next) return { facets: {}, sortKeys: {}, facts: [] };
    const until = new Date(Date.parse(`${next.last}T00:00:00+09:00`) + 24 * 60 * 60 * 1_000);
    return { facets: {}, sortKeys: { nextStart: next.day }, facts: [], until };
  },
};
