import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withDays } from './relative-days.ts';

const now = new Date('2026-11-30T20:00:00Z');

it('a day relative to the month of loading becomes a day of the calendar, by the date in Japan', () => {
  // In Japan it is already the first of December.
  expect(withDays({ days: ['+1m/2tue', '+1m/2tue+1'], title: '+1m' }, now)).toEqual({
    days: ['2027-01-12', '2027-01-13'],
    title: '+1m',
  });
  expect(withDays('+0m/1tue', now)).toBe('2026-12-01');
});

it('whatever the month, the nth weekday is that weekday and within its week of the month', () => {
  fc.assert(
    fc.property(
      fc.nat(24),
      fc.integer({ min: 1, max: 4 }),
      fc.date({ min: now, max: new Date('2040-01-01'), noInvalidDate: true }),
      (ahead, nth, at) => {
        const day = new Date(`${withDays(`+${ahead}m/${nth}thu`, at)}T00:00:00Z`);
        expect(day.getUTCDay()).toBe(4);
        expect(Math.ceil(day.getUTCDate() / 7)).toBe(nth);
      },
    ),
  );
});
