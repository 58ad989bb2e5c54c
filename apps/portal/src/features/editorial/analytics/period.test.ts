import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, daysOfMonth, fiscalYearOf, monthsOf, readPeriod } from './period.ts';

describe('a period', () => {
  it.each([
    [{}, '2026-11-23', '2026-11', '2026-11'],
    [{ period: 'last-month' }, '2026-01-05', '2025-12', '2025-12'],
    [{ period: 'fiscal-year' }, '2026-11-23', '2026-04', '2027-03'],
    [{ period: 'fiscal-year' }, '2026-03-31', '2025-04', '2026-03'],
    [{ period: 'custom', from: '2026-02', to: '2026-05' }, '2026-11-23', '2026-02', '2026-05'],
    [{ period: 'custom', from: '2026-05', to: '2026-02' }, '2026-11-23', '2026-02', '2026-05'],
    [{ period: 'custom', from: '2026-05' }, '2026-11-23', '2026-05', '2026-05'],
    [{ period: 'custom', from: 'x', to: '2026-13' }, '2026-11-23', '2026-11', '2026-11'],
    [{ period: 'custom', from: '2000-01', to: '2099-12' }, '2026-11-23', '2000-01', '2009-12'],
    [{ period: 'century' }, '2026-11-23', '2026-11', '2026-11'],
  ])('%j on %s is from %s to %s', (params, today, from, to) => {
    expect(readPeriod(params, today)).toMatchObject({ from, to });
  });

  it('has all of its months and all of their days', () => {
    expect(monthsOf({ from: '2026-11', to: '2027-02' })).toEqual([
      '2026-11',
      '2026-12',
      '2027-01',
      '2027-02',
    ]);
    expect(daysOfMonth('2028-02').at(-1)).toBe('2028-02-29');
    expect(daysOfMonth('2026-12')).toHaveLength(31);
  });

  it('months go forth and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), (count) => {
        expect(addMonths(addMonths('2026-11', count), -count)).toBe('2026-11');
      }),
    );
  });

  it('a fiscal year begins in April', () => {
    expect([fiscalYearOf('2026-03-31'), fiscalYearOf('2026-04-01')]).toEqual([2025, 2026]);
  });
});
