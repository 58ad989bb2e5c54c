import type { BenefitCase, TrainingCase } from '@kakehashi/benefits';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseParameters, readCaseAddress } from './case-address.ts';

const read = (query: string) => readCaseAddress(new URLSearchParams(query));
const faultsOf = (query: string) => read(query).faults.map(({ field, code }) => `${field} ${code}`);

/** The stated fields only. */
const plainData = (described: object): unknown => JSON.parse(JSON.stringify(described));

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const fee = fc.integer({ min: 0, max: 3_000_000 });

const person = {
  insuredYears: optional(fc.integer({ min: 0, max: 50 })),
  lastBenefitOn: optional(day('2000-01-01', '2019-09-30')),
  extension: optional(
    fc.record({
      reason: fc.constantFrom('birth', 'childcare', 'illness', 'other'),
      days: optional(fc.integer({ min: 1, max: 7000 })),
    }),
  ),
  leftWorkOn: optional(day('2010-01-01', '2030-01-01')),
};
const start = day('2019-10-01', '2030-12-31');
const trainingCase: fc.Arbitrary<BenefitCase> = fc.oneof(
  fc.record({
    kind: fc.constant('general'),
    start,
    fees: fc.array(fee, { minLength: 1, maxLength: 1 }),
    ...person,
  }),
  fc.record({
    kind: fc.constant('specified'),
    start,
    fees: fc.array(fee, { minLength: 1, maxLength: 1 }),
    qualifiedOn: optional(day('2031-01-01', '2035-12-31')),
    employedOn: optional(day('2031-01-01', '2035-12-31')),
    ...person,
  }),
  fc.record({
    kind: fc.constant('practical'),
    start,
    fees: fc.array(fee, { minLength: 1, maxLength: 6 }),
    fourYearCourse: optional(fc.boolean()),
    wageUpPercent: optional(fc.integer({ min: -10, max: 50 })),
    earlierPractical: optional(fc.record({ start: day('2014-10-01', '2019-09-30'), paid: fee })),
    ...person,
  }),
) as fc.Arbitrary<BenefitCase>;
const livingCase: fc.Arbitrary<BenefitCase> = fc.oneof(
  fc.record({
    kind: fc.constant('support'),
    start: day('2018-01-01', '2027-03-31'),
    basicDailyAllowance: fc.integer({ min: 1, max: 10_000 }),
    certifiedDays: fc.array(fc.integer({ min: 0, max: 59 }), { minLength: 1, maxLength: 6 }),
    ageAtStart: optional(fc.integer({ min: 18, max: 70 })),
    mode: optional(fc.constantFrom('day', 'evening', 'correspondence')),
    firstTime: optional(fc.boolean()),
  }),
  fc.record({
    kind: fc.constant('leave'),
    start: day('2025-10-01', '2030-12-31'),
    leaveDays: fc.integer({ min: 1, max: 366 }),
    insuredYears: fc.integer({ min: 0, max: 50 }),
    basicDailyAllowance: fc.integer({ min: 1, max: 10_000 }),
    unpaid: optional(fc.boolean()),
  }),
) as fc.Arbitrary<BenefitCase>;

describe('the address of a case', () => {
  it('read again gives the same case', () => {
    fc.assert(
      fc.property(fc.oneof(trainingCase, livingCase), (described) => {
        const { parsed } = readCaseAddress(caseParameters(described));
        expect(parsed.ok ? plainData(parsed.case) : parsed.errors).toEqual(plainData(described));
      }),
    );
  });

  it('carries the fees in their order', () => {
    const described: TrainingCase = { kind: 'practical', start: '2024-10-01', fees: [600_000, 400_000] };
    expect(String(caseParameters(described))).toBe('kind=practical&start=2024-10-01&fee=600000&fee=400000');
  });

  it('is read as people type', () => {
    const { parsed } = read('kind=general&start=令和6年10月1日&fee=３００，０００円&insured-years=5年');
    expect(parsed).toMatchObject({
      ok: true,
      case: { kind: 'general', start: '2024-10-01', fees: [300_000], insuredYears: 5 },
    });
  });

  it('passes over fields left empty at the end, but not one left out in between', () => {
    const begin = 'kind=practical&start=2024-10-01';
    expect(read(`${begin}&fee=100000&fee=&fee=`).parsed).toMatchObject({
      ok: true,
      case: { fees: [100_000] },
    });
    expect(faultsOf(`${begin}&fee=100000&fee=&fee=200000`)).toEqual(['fees.2 not-a-number']);
  });

  it('passes over what this kind does not ask, and what other answers rule out', () => {
    const general = read('kind=general&start=2024-10-01&fee=1&wage-up=x&four-year-course=yes');
    expect(general.faults).toEqual([]);
    const first = read('kind=general&start=2024-10-01&fee=1&first-time=yes&last-benefit-on=2020-01-01');
    expect(first).toMatchObject({ faults: [], parsed: { case: { firstTime: true } } });
    const employed = read('kind=general&start=2024-10-01&fee=1&work=employed&left-work-on=2020-01-01');
    expect(employed.parsed).toMatchObject({ ok: true, case: { leftWorkOn: undefined } });
  });

  it('never takes somebody who left work for insured because the day is missing', () => {
    expect(faultsOf('kind=general&start=2024-10-01&fee=1&work=left')).toEqual(['leftWorkOn missing']);
  });

  it('names every fault by its field', () => {
    expect(faultsOf('')).toEqual(['kind missing']);
    expect(faultsOf('kind=gold')).toEqual(['kind unknown-value']);
    expect(faultsOf('kind=practical&start=2024-02-30')).toEqual(['start not-a-date', 'fees missing']);
    expect(faultsOf('kind=specified&start=2019-09-30&fee=1')).toEqual(['start no-rule-in-force']);
  });

  it('never fails, whatever it holds', () => {
    const names = fc.constantFrom(
      'kind',
      'start',
      'fee',
      'months',
      'work',
      'extension-days',
      'first-time',
      'x',
    );
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom('practical', 'general', 'yes', '2024-10-01', '5', ''),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, values)), (pairs) => {
        const { parsed, faults } = readCaseAddress(new URLSearchParams(pairs));
        expect(parsed.ok || faults.length > 0).toBe(true);
      }),
    );
  });
});
