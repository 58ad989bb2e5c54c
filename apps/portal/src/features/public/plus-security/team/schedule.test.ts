import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { programmeLevels } from '../advice/offers.ts';
import { anyOffers, offer } from '../advice/testing/offers.ts';
import { quartersFrom } from './quarters.ts';
import { type ScheduleLimits, scheduleOf, sumOf, type Wanted } from './schedule.ts';

const today = '2026-12-01';
const quarters = quartersFrom('2027-01-01', 4);
const limits: ScheduleLimits = { quarters, budget: undefined, hoursPerQuarter: 20, place: 'any', today };
const shown = ({ assignments, unplaced }: ReturnType<typeof scheduleOf>) => [
  ...assignments.map(({ person, offer: { id }, quarter }) => `${person} ${id} ${quarter}`),
  ...unplaced.map(({ person, offer: { id }, reason }) => `${person} ${id} ${reason}`),
];

describe('quarters', () => {
  it('follow one another over the turn of the year', () => {
    expect(
      quartersFrom('2026-11-30', 3).map(({ from, to, label }) => [from, to, label.ja, label.en]),
    ).toEqual([
      ['2026-10-01', '2026-12-31', '2026年10〜12月', 'Oct–Dec 2026'],
      ['2027-01-01', '2027-03-31', '2027年1〜3月', 'Jan–Mar 2027'],
      ['2027-04-01', '2027-06-30', '2027年4〜6月', 'Apr–Jun 2027'],
    ]);
  });
});

describe('a team’s schedule', () => {
  const first = offer('first', { anyTime: true, price: 5_000, skills: { a: 'knows' } });
  const next = offer('next', {
    level: 'applied',
    price: 9_000,
    skills: { a: 'alone' },
    runs: [
      { starts: '2027-02-10', price: 9_000, capacity: 1 },
      { starts: '2027-05-10', price: 9_000 },
    ],
  });

  it('gives everybody the first step before anybody the next, each in the earliest quarter with a place', () => {
    const wanted = [0, 1].map((person) => ({ person, offers: [first, next] }));
    expect(shown(scheduleOf(wanted, limits))).toEqual(['0 first 0', '1 first 0', '0 next 0', '1 next 1']);
  });

  it('says what found no room and why', () => {
    const wanted = [{ person: 0, offers: [first, next] }];
    expect(shown(scheduleOf(wanted, { ...limits, budget: 6_000 }))).toEqual(['0 first 0', '0 next budget']);
    expect(shown(scheduleOf(wanted, { ...limits, budget: 0 }))).toEqual(['0 first budget', '0 next waits']);
    expect(shown(scheduleOf(wanted, { ...limits, hoursPerQuarter: 2 }))).toContain('0 first hours');
    expect(shown(scheduleOf(wanted, { ...limits, place: 'online' }))).toEqual(['0 first 0', '0 next no-run']);
  });

  it('spreads over the quarters what one person has no hours for at once', () => {
    const both = offer('both', { anyTime: true, hours: 15 });
    const more = offer('more', { anyTime: true, hours: 15 });
    expect(shown(scheduleOf([{ person: 0, offers: [both, more] }], limits))).toEqual([
      '0 both 0',
      '0 more 1',
    ]);
  });

  const teams = anyOffers(['a', 'b', 'c', 'd', 'e'], ['knows', 'with-help', 'alone', 'leads']).chain(
    (offers) =>
      fc
        .array(fc.subarray(offers, { maxLength: Math.min(6, offers.length) }), { maxLength: 12 })
        .map((lists) => lists.map((list, person): Wanted => ({ person, offers: list }))),
  );
  const anyLimits = fc.record({
    quarters: fc.constant(quarters),
    budget: fc.option(fc.integer({ min: 0, max: 2_000_000 }), { nil: undefined }),
    hoursPerQuarter: fc.integer({ min: 1, max: 80 }),
    place: fc.constantFrom('any', 'online', '13'),
    today: fc.constantFrom(today, '2027-02-20'),
  });

  it('never goes over the budget, a person’s hours or the places of a run; every quarter’s sum is right', () => {
    fc.assert(
      fc.property(teams, anyLimits, (wanted, given) => {
        const { assignments } = scheduleOf(wanted, given);
        const total = sumOf(assignments);
        expect(total.price).toBeLessThanOrEqual(given.budget ?? Number.POSITIVE_INFINITY);
        const ofQuarters = quarters.map((_, index) =>
          sumOf(assignments.filter(({ quarter }) => quarter === index)),
        );
        expect(ofQuarters.reduce((sum, { price }) => sum + price, 0)).toBe(total.price);
        expect(ofQuarters.reduce((sum, { hours }) => sum + hours, 0)).toBe(total.hours);
        for (const { person } of wanted)
          for (const index of quarters.keys()) {
            const own = assignments.filter((each) => each.person === person && each.quarter === index);
            expect(sumOf(own).hours).toBeLessThanOrEqual(given.hoursPerQuarter);
          }
        const seats = Map.groupBy(
          assignments.filter(({ run }) => run),
          ({ offer: { id }, run }) => `${id} ${run?.id}`,
        );
        for (const seated of seats.values())
          expect(seated.length).toBeLessThanOrEqual(seated[0]?.run?.capacity ?? Number.POSITIVE_INFINITY);
      }),
      { numRuns: 150 },
    );
  });

  it('places each programme once or says why not, within its quarter, never before one of a lower level', () => {
    fc.assert(
      fc.property(teams, anyLimits, (wanted, given) => {
        const { assignments, unplaced } = scheduleOf(wanted, given);
        const all = [...assignments, ...unplaced].map((each) => `${each.person} ${each.offer.id}`).sort();
        expect(all).toEqual(
          wanted.flatMap(({ person, offers }) => offers.map(({ id }) => `${person} ${id}`)).sort(),
        );
        for (const { run, quarter, price, offer: taken } of assignments) {
          const { from, to } = quarters[quarter] ?? { from: '', to: '' };
          if (run) {
            expect(run.starts >= from && run.starts <= to && run.starts >= given.today).toBe(true);
            expect(price).toBe(run.price);
          } else {
            expect(taken.anyTime && to >= given.today).toBe(true);
            expect(price).toBe(taken.price);
          }
        }
        for (const later of assignments)
          for (const earlier of assignments.filter(({ person }) => person === later.person)) {
            const isLower =
              programmeLevels.indexOf(earlier.offer.level) < programmeLevels.indexOf(later.offer.level);
            if (!isLower) continue;
            expect(earlier.quarter).toBeLessThanOrEqual(later.quarter);
            if (earlier.run && later.run) expect(earlier.run.starts <= later.run.starts).toBe(true);
          }
      }),
      { numRuns: 150 },
    );
  });
});
