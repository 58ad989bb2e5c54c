import { describe, expect, it } from 'vitest';
import { calculate, type TrainingCase } from './index.ts';

const course: TrainingCase = { kind: 'practical', start: '2024-10-01', fees: [300_000] };

const judge = (person: Partial<TrainingCase>) => {
  const { eligible, total, outOfPocket, reasons } = calculate({ ...course, ...person });
  return {
    eligible,
    total,
    outOfPocket,
    states: Object.fromEntries(reasons.map(({ code, status }) => [code, status])),
  };
};

describe('eligibility', () => {
  it('is left open, and the amount given, where nothing is said of the person', () => {
    expect(judge({})).toMatchObject({
      eligible: null,
      total: 150_000,
      states: {
        'insured-years': 'not-examined',
        'since-last-benefit': 'not-examined',
        'insured-or-left-recently': 'met',
      },
    });
  });

  it('is granted where every condition is met', () => {
    expect(judge({ insuredYears: 2, firstTime: true })).toMatchObject({ eligible: true, total: 150_000 });
  });

  it('pays nothing and leaves the whole fee to someone insured too short', () => {
    const { trace } = calculate({ ...course, insuredYears: 1.9, firstTime: true });
    expect(judge({ insuredYears: 1.9, firstTime: true })).toMatchObject({
      eligible: false,
      total: 0,
      outOfPocket: 300_000,
    });
    expect(trace.children.map(({ rule }) => rule)).toEqual(['requirement-not-met']);
  });

  it('is settled without knowing of an earlier benefit where the years suffice, or fall short, either way', () => {
    expect(judge({ insuredYears: 3 }).states['insured-years']).toBe('met');
    expect(judge({ insuredYears: 2 }).states['insured-years']).toBe('not-examined');
    expect(judge({ insuredYears: 1 })).toMatchObject({ eligible: false });
  });

  it.each([
    ['general', '2014-10-01', 1, 3],
    ['specified', '2019-10-01', 1, 3],
    ['practical', '2017-12-31', 2, 10],
    ['practical', '2018-01-01', 2, 3],
  ] as const)(
    'asks of %s training from %s for %i years the first time and %i later',
    (kind, start, first, later) => {
      const status = (person: Partial<TrainingCase>) =>
        calculate({ kind, start, fees: [300_000], ...person }).reasons.find(
          ({ code }) => code === 'insured-years',
        )?.status;
      expect(status({ firstTime: true, insuredYears: first })).toBe('met');
      expect(status({ firstTime: true, insuredYears: first - 0.1 })).toBe('not-met');
      expect(status({ firstTime: false, insuredYears: later })).toBe('met');
      expect(status({ firstTime: false, insuredYears: later - 0.1 })).toBe('not-met');
    },
  );

  it('comes back three years after the last benefit', () => {
    const since = (lastBenefitOn: string) => judge({ lastBenefitOn }).states['since-last-benefit'];
    expect(since('2021-10-01')).toBe('not-met');
    expect(since('2021-09-30')).toBe('met');
  });

  it('came back ten years after the last practical benefit under the law of 2014', () => {
    const { reasons, unconfirmed } = calculate({
      ...course,
      start: '2017-12-31',
      lastBenefitOn: '2010-04-01',
    });
    expect(reasons.find(({ code }) => code === 'since-last-benefit')?.status).toBe('not-met');
    expect(unconfirmed.map(({ code }) => code)).toContain('switch-of-2018');
  });
});

describe('someone who left work', () => {
  const left = (person: Partial<TrainingCase>) => {
    const { eligible, reasons, unconfirmed } = calculate({
      ...course,
      insuredYears: 5,
      firstTime: true,
      ...person,
    });
    const reason = reasons.find(({ code }) => code === 'insured-or-left-recently');
    return {
      eligible,
      text: reason?.text,
      status: reason?.status,
      unconfirmed: unconfirmed.map(({ code }) => code),
    };
  };

  it('may start until the same day a year later', () => {
    expect(left({ leftWorkOn: '2023-10-01' })).toMatchObject({ eligible: true });
    expect(left({ leftWorkOn: '2023-09-30' })).toMatchObject({ eligible: false });
  });

  it('is insured on the start date when leaving only on that day or later', () => {
    expect(left({ leftWorkOn: '2024-10-01' })).toMatchObject({ eligible: true });
  });

  it('is told of the extension when the year is over', () => {
    expect(left({ leftWorkOn: '2023-07-31' }).text?.en).toContain(
      'an extension to at most 20 years can be applied for',
    );
  });

  it('14 months ago after a birth is still eligible, and reads why', () => {
    const answer = left({ leftWorkOn: '2023-07-31', extension: { reason: 'birth', days: 200 } });
    expect(answer).toMatchObject({ eligible: true });
    expect(answer.text?.ja).toContain('出産により受講を始められなかった200日が延長され');
    expect(answer.text?.en).toContain('starts by 2025-02-16 qualify');
    expect(answer.unconfirmed).toContain('extension-minimum');
  });

  it('learns how many days of extension the start needs where none are given', () => {
    const answer = left({ leftWorkOn: '2023-07-31', extension: { reason: 'childcare' } });
    expect(answer).toMatchObject({ eligible: null, status: 'not-examined' });
    expect(answer.text?.en).toContain('This start needs 62 or more.');
  });

  it.each([
    [29, false],
    [30, true],
  ])('is given no extension for a reason that lasted %i days in a row: %s', (days, eligible) => {
    const answer = left({ leftWorkOn: '2023-09-20', extension: { reason: 'illness', days } });
    expect(answer).toMatchObject({ eligible, status: eligible ? 'met' : 'not-met' });
    expect(answer.unconfirmed).toContain('extension-minimum');
  });

  it('is out where the extension ends before the start, or the limit is passed', () => {
    expect(left({ leftWorkOn: '2023-07-31', extension: { reason: 'illness', days: 61 } })).toMatchObject({
      eligible: false,
    });
    expect(left({ leftWorkOn: '2004-09-30', extension: { reason: 'childcare', days: 7305 } })).toMatchObject({
      eligible: false,
    });
    expect(left({ leftWorkOn: '2004-10-01', extension: { reason: 'childcare', days: 7305 } })).toMatchObject({
      eligible: true,
    });
  });

  it('had at most four years under the older texts, which is to be confirmed', () => {
    const answer = left({
      start: '2017-10-01',
      leftWorkOn: '2013-09-30',
      extension: { reason: 'childcare', days: 2000 },
    });
    expect(answer).toMatchObject({ eligible: false });
    expect(answer.unconfirmed).toContain('extension-limit-before-2018');
  });
});
