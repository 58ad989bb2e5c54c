import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BenefitInputError, calculate, parseCase, type TrainingCase } from '../index.ts';

const faults = (input: unknown) => {
  const parsed = parseCase(input);
  return parsed.ok ? [] : parsed.errors.map(({ code, field }) => `${field}: ${code}`);
};

const course = { kind: 'practical', start: '2024-10-01', fees: [500_000, 500_000] };

describe('a case as people write it', () => {
  it('is read from forms and tables', () => {
    expect(
      parseCase({
        kind: '専門実践',
        start: '令和6年10月1日',
        fees: ['５００，０００円', '500,000'],
        insuredYears: '5年',
        firstTime: 'はい',
        wageUpPercent: '5%',
        qualifiedOn: '2026/10/15',
        employedOn: '',
        extension: null,
      }),
    ).toMatchObject({
      ok: true,
      case: {
        kind: 'practical',
        start: '2024-10-01',
        fees: [500_000, 500_000],
        insuredYears: 5,
        firstTime: true,
        wageUpPercent: 5,
        qualifiedOn: '2026-10-15',
        employedOn: undefined,
      },
    });
  });

  it('may give its one fee without a list', () => {
    expect(parseCase({ ...course, fees: '300000' })).toMatchObject({ ok: true, case: { fees: [300_000] } });
  });
});

describe('a case that cannot be calculated', () => {
  it('is reported with all its faults at once, in both languages', () => {
    const parsed = parseCase({
      kind: 'practical',
      start: '2024-13-01',
      fees: ['五十万', -1],
      insuredYear: 3,
    });
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.errors.map(({ field, code }) => [field, code])).toEqual([
      ['insuredYear', 'unknown-field'],
      ['start', 'not-a-date'],
      ['fees.1', 'not-a-number'],
      ['fees.2', 'out-of-range'],
    ]);
    for (const { text } of parsed.errors) {
      expect(text.ja).not.toBe('');
      expect(text.en).not.toBe('');
    }
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['kind: missing']],
    ['a list', [], ['kind: missing']],
    ['no fields', {}, ['kind: missing']],
    ['an unknown kind', { ...course, kind: '高度' }, ['kind: unknown-value']],
    ['no start and no fee', { kind: 'general' }, ['start: missing', 'fees: missing']],
    ['an empty list of fees', { ...course, fees: [] }, ['fees: missing']],
    ['a fee of half a yen', { ...course, fees: [0.5] }, ['fees: out-of-range']],
    ['a fee beyond reason', { ...course, fees: [2_000_000_000] }, ['fees: out-of-range']],
    ['a start before the first rule', { ...course, start: '2014-09-30' }, ['start: no-rule-in-force']],
    [
      'a kind not yet in the law',
      { ...course, kind: 'specified', start: '2019-09-30' },
      ['start: no-rule-in-force'],
    ],
    [
      'leave before its law',
      { kind: 'leave', start: '2025-09-30', leaveDays: 30, insuredYears: 5, basicDailyAllowance: 1 },
      ['start: no-rule-in-force'],
    ],
    [
      'completion before the start',
      { kind: 'general', start: '2024-10-01', fees: [1], completedOn: '2024-09-30' },
      ['completedOn: before-start'],
    ],
    [
      'qualification before the start',
      { ...course, qualifiedOn: '2024-09-30' },
      ['qualifiedOn: before-start'],
    ],
    [
      'a first benefit after another',
      { ...course, firstTime: true, lastBenefitOn: '2020-01-01' },
      ['lastBenefitOn: contradiction'],
    ],
    [
      'a first benefit after an earlier course',
      { ...course, firstTime: true, earlierPractical: { start: '2020-01-01', paid: 1 } },
      ['earlierPractical: contradiction'],
    ],
    [
      'a last benefit after the start',
      { ...course, lastBenefitOn: '2024-10-01' },
      ['lastBenefitOn: contradiction'],
    ],
    [
      'an earlier course after the start',
      { ...course, earlierPractical: { start: '2024-10-01', paid: 1 } },
      ['earlierPractical.start: contradiction'],
    ],
    [
      'an earlier course half described',
      { ...course, earlierPractical: { paid: 'x' } },
      ['earlierPractical.start: missing', 'earlierPractical.paid: not-a-number'],
    ],
    [
      'an extension without its reason',
      { ...course, extension: { days: 40 } },
      ['extension.reason: missing'],
    ],
    ['a group that is none', { ...course, extension: 40 }, ['extension: unknown-value']],
    ['a flag that is neither', { ...course, firstTime: 'perhaps' }, ['firstTime: unknown-value']],
    [
      'four years of general training by law',
      { ...course, kind: 'general', fourYearCourse: true },
      ['fourYearCourse: contradiction'],
    ],
    [
      'more half-years than three years have',
      { ...course, fees: Array(7).fill(1) },
      ['fees: periods-mismatch'],
    ],
    [
      'a length of four years not said to be the legal minimum',
      { ...course, fees: [1], months: 48 },
      ['months: periods-mismatch'],
    ],
    [
      'an end after four years',
      { ...course, fees: [1], completedOn: '2028-10-01' },
      ['completedOn: periods-mismatch'],
    ],
    ['fees that do not fit the length', { ...course, months: 24 }, ['fees: periods-mismatch']],
    [
      'an end outside the last half-year',
      { ...course, completedOn: '2025-10-01' },
      ['completedOn: periods-mismatch'],
    ],
    [
      'more certified days than the period has',
      { kind: 'support', start: '2025-04-01', basicDailyAllowance: 1, certifiedDays: [62] },
      ['certifiedDays.1: out-of-range'],
    ],
    [
      'support without days',
      { kind: 'support', start: '2025-04-01', basicDailyAllowance: 1 },
      ['certifiedDays: missing'],
    ],
    [
      'leave without its length',
      { kind: 'leave', start: '2025-10-01', insuredYears: 5, basicDailyAllowance: 1 },
      ['leaveDays: missing'],
    ],
    [
      'fees for leave',
      {
        kind: 'leave',
        start: '2025-10-01',
        leaveDays: 30,
        insuredYears: 5,
        basicDailyAllowance: 1,
        fees: [1],
      },
      ['fees: unknown-field'],
    ],
  ])('such as %s', (_, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });

  it('is thrown by calculate as its first fault', () => {
    const impossible = { ...course, fees: [-1] } as TrainingCase;
    expect(() => calculate(impossible)).toThrow(BenefitInputError);
    expect(() => calculate(impossible)).toThrow('fee: must be from 0 to 1000000000.');
  });

  it('never gets through as something else', () => {
    fc.assert(
      fc.property(
        fc.object({ key: fc.constantFrom('kind', 'start', 'fees', 'months', 'extension', 'firstTime') }),
        (input) => {
          const parsed = parseCase(input);
          if (parsed.ok) calculate(parsed.case);
          else expect(parsed.errors.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
