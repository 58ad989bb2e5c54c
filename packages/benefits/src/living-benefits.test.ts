import { describe, expect, it } from 'vitest';
import { calculate, type LeaveCase, type SupportCase } from './index.ts';

const support: SupportCase = {
  kind: 'support',
  start: '2025-04-01',
  ageAtStart: 44,
  leftWorkOn: '2025-01-31',
  firstTime: true,
  mode: 'day',
  basicDailyAllowance: 5_555,
  certifiedDays: [61, 30],
};

const leave: LeaveCase = {
  kind: 'leave',
  start: '2025-10-01',
  leaveDays: 180,
  unpaid: true,
  insuredMonthsInTwoYears: 24,
  insuredYears: 5,
  basicDailyAllowance: 6_000,
};

describe('教育訓練支援給付金', () => {
  it('pays 60 % of the basic allowance for each certified day, two months at a time', () => {
    const { payments, total, eligible, outOfPocket } = calculate(support);
    expect(payments.map(({ period, amount }) => [period?.to, amount])).toEqual([
      ['2025-05-31', 3_333 * 61],
      ['2025-07-31', 3_333 * 30],
    ]);
    expect({ total, eligible, outOfPocket }).toEqual({ total: 303_303, eligible: true, outOfPocket: null });
  });

  it.each([
    ['2014-10-01', 27_770],
    ['2017-12-31', 27_770],
    ['2018-01-01', 44_440],
    ['2025-03-31', 44_440],
    ['2025-04-01', 33_330],
    ['2027-03-31', 33_330],
  ])('pays for ten days of training started on %s: %i yen', (start, total) => {
    const { total: paid } = calculate({ ...support, start, leftWorkOn: '2014-09-01', certifiedDays: [10] });
    expect(paid).toBe(total);
  });

  it.each([
    ['started after 2027-03-31', { start: '2027-04-01' }],
    ['aged 45', { ageAtStart: 45 }],
    ['still in work', { leftWorkOn: '2025-04-01' }],
    ['with an earlier benefit', { firstTime: false }],
    ['in an evening course', { mode: 'evening' as const }],
    ['in a correspondence course', { mode: 'correspondence' as const }],
  ])('pays nothing to someone %s', (_, change) => {
    expect(calculate({ ...support, ...change })).toMatchObject({ eligible: false, total: 0, payments: [] });
  });

  it('says that the rate of the first years rests on secondary sources', () => {
    const early = calculate({ ...support, start: '2016-04-01', leftWorkOn: '2016-01-01' });
    expect(early.unconfirmed.map(({ code, source }) => [code, source?.kind])).toEqual([
      ['support-rate-before-2018', 'secondary'],
    ]);
  });
});

describe('教育訓練休暇給付金', () => {
  it.each([
    [5, 90],
    [9.9, 90],
    [10, 120],
    [19, 120],
    [20, 150],
  ])('pays someone enrolled for %d years for at most %i days', (insuredYears, days) => {
    expect(calculate({ ...leave, insuredYears }).total).toBe(6_000 * days);
  });

  it('pays no more days than the leave has', () => {
    const { payments, unconfirmed } = calculate({ ...leave, leaveDays: 30 });
    expect(payments[0]).toMatchObject({ amount: 180_000, period: { from: '2025-10-01', to: '2025-10-30' } });
    expect(unconfirmed.map(({ code }) => code)).toEqual(['leave-amount']);
  });

  it.each([
    ['for leave of 29 days', { leaveDays: 29 }],
    ['for paid leave', { unpaid: false }],
    ['to someone insured for 11 of the last 24 months', { insuredMonthsInTwoYears: 11 }],
    ['to someone enrolled for less than five years', { insuredYears: 4.9 }],
  ])('pays nothing %s', (_, change) => {
    expect(calculate({ ...leave, ...change })).toMatchObject({ eligible: false, total: 0 });
  });
});
