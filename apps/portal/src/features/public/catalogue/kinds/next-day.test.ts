import fc from 'fast-check';
import { expect, it } from 'vitest';
import { derivedInitiative } from './next-day.ts';

const at = (day: string) => new Date(`${day}T12:00:00+09:00`);
const keyOf = (data: Parameters<typeof derivedInitiative.of>[0], day: string) =>
  derivedInitiative.of(data, at(day)).sortKeys.nextStart;

it('the next of several days is sorted by, and the one after it once that has passed', () => {
  const data = { heldOn: ['2027-02-10', '2027-01-20'], applyBy: '2027-01-10' };
  expect(keyOf(data, '2026-12-01')).toBe('2027-01-10');
  expect(keyOf(data, '2027-01-10')).toBe('2027-01-10');
  expect(keyOf(data, '2027-01-11')).toBe('2027-01-20');
  expect(keyOf(data, '2027-02-01')).toBe('2027-02-10');
  expect(keyOf(data, '2027-02-11')).toBeUndefined();
});

it('a period of each year counts until it is over, then that of the next year', () => {
  const data = { everyYear: '02-01/03-18' };
  expect(keyOf(data, '2027-01-15')).toBe('2027-02-01');
  expect(keyOf(data, '2027-03-18')).toBe('2027-02-01');
  expect(keyOf(data, '2027-03-19')).toBe('2028-02-01');
});

it('what has no days has nothing to sort by, and never changes by time alone', () => {
  expect(derivedInitiative.of({}, at('2027-01-01'))).toEqual({ facets: {}, sortKeys: {}, facts: [] });
});

it('what is sorted by holds until the moment that is named, and no longer', () => {
  const day = fc
    .date({ min: new Date('2027-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const dated = fc.record({
    heldOn: fc.array(day, { maxLength: 4 }),
    applyBy: fc.option(day, { nil: undefined }),
  });
  fc.assert(
    fc.property(dated, day, (data, today) => {
      const derived = derivedInitiative.of(data, at(today));
      if (!derived.until) return;
      const before = new Date(derived.until.getTime() - 1);
      expect(derivedInitiative.of(data, before).sortKeys).toEqual(derived.sortKeys);
      expect(derivedInitiative.of(data, derived.until).sortKeys).not.toEqual(derived.sortKeys);
    }),
  );
});
