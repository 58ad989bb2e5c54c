import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  consecutivePeriods,
  correspondingDay,
  dayAfter,
  daysBetween,
  isCivilDate,
  lastDayWithin,
} from './civil-date.ts';

const anyDate = fc
  .date({ min: new Date('2014-10-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a term counted in months from the day after an event', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-31', 'begins on the first of a month and fills it'],
    ['2026-11-01', 1, '2026-12-01', 'ends on the day before the corresponding day'],
    ['2026-01-30', 1, '2026-02-28', 'ends with the month that lacks the corresponding day'],
    ['2028-01-30', 1, '2028-02-29', 'knows leap years'],
    ['2026-02-28', 1, '2026-03-31', 'begins in March'],
    ['2024-12-31', 12, '2025-12-31', 'counts years as twelve months'],
    ['2024-02-28', 12, '2025-02-28', 'ends with February where a leap day has no counterpart'],
  ])('%s and %i months: until %s, as it %s', (event, months, last) => {
    expect(lastDayWithin(event, months)).toBe(last);
  });
});

describe('payment periods', () => {
  it('follow each other without a gap', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 8 }), (start, count) => {
        const periods = consecutivePeriods(start, 6, count);
        expect(periods[0]?.from).toBe(start);
        for (let index = 1; index < count; index++) {
          expect(periods[index]?.from).toBe(dayAfter(periods[index - 1]?.to ?? ''));
        }
      }),
    );
  });

  it('take the last day of a month that lacks the day of the start', () => {
    expect(consecutivePeriods('2024-08-31', 6, 2)).toEqual([
      { from: '2024-08-31', to: '2025-02-27' },
      { from: '2025-02-28', to: '2025-08-30' },
    ]);
  });
});

describe('dates', () => {
  it('agree with the calendar when days are added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -800, max: 800 }), (date, days) => {
        const moved = addDays(date, days);
        expect(isCivilDate(moved)).toBe(true);
        expect(daysBetween(date, moved)).toBe(days);
      }),
    );
  });

  it('exist or are refused', () => {
    expect(isCivilDate('2024-02-29')).toBe(true);
    for (const text of ['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-4-1', '']) {
      expect(isCivilDate(text)).toBe(false);
    }
    expect(correspondingDay('2024-10-31', 4)).toBe('2025-02-28');
  });
});
