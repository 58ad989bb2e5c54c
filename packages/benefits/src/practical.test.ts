import { describe, expect, it } from 'vitest';
import { calculate, type TrainingCase } from './index.ts';

const fourHalves: TrainingCase = {
  kind: 'practical',
  start: '2024-10-01',
  fees: [500_000, 500_000, 500_000, 500_000],
};
const earned = { qualifiedOn: '2026-10-15', employedOn: '2026-11-01', wageUpPercent: 5 };

const codes = (points: readonly { code: string }[]) => points.map(({ code }) => code);

describe('practical training', () => {
  it('is paid half-year by half-year, each to be claimed within a month of its end', () => {
    const { payments } = calculate({ ...fourHalves, ...earned });
    expect(payments.map(({ period, dueBy }) => [period?.to, dueBy])).toEqual([
      ['2025-03-31', '2025-04-30'],
      ['2025-09-30', '2025-10-31'],
      ['2026-03-31', '2026-04-30'],
      ['2026-09-30', '2026-10-31'],
      [undefined, '2026-12-01'],
      [undefined, null],
    ]);
  });

  it('does not date the claim of the wage top-up, which is to be confirmed', () => {
    expect(codes(calculate({ ...fourHalves, ...earned }).unconfirmed)).toContain('wage-top-up-deadline');
    expect(codes(calculate(fourHalves).unconfirmed)).not.toContain('wage-top-up-deadline');
  });

  it.each([
    ['2019-10-15', '2019-09-15'],
    ['2024-03-31', '2024-02-29'],
    ['2024-04-01', '2024-03-18'],
    ['2024-09-30', '2024-09-16'],
  ])('asks for the confirmation of eligibility of a course that starts on %s by %s', (start, dueBy) => {
    const { steps, unconfirmed } = calculate({ ...fourHalves, start });
    expect(steps[0]?.dueBy).toBe(dueBy);
    expect(codes(unconfirmed).includes('confirmation-term-before-2024')).toBe(start < '2024-04-01');
  });

  it('asks for the confirmation of eligibility two weeks before the start, with a job card', () => {
    const { steps, documents } = calculate(fourHalves);
    expect(steps.map(({ code, dueBy }) => [code, dueBy])).toEqual([['confirm-eligibility', '2024-09-17']]);
    expect(documents[0]?.ja).toBe('ジョブ・カード（受講前）');
  });

  it('takes one fee of unknown length for one half-year, and says so', () => {
    const { total, payments, notes } = calculate({ ...fourHalves, fees: [2_000_000] });
    expect(total).toBe(400_000);
    expect(payments).toHaveLength(1);
    expect(codes(notes)).toEqual(['one-half-year']);
  });

  it('grants a top-up to a course of unknown length, marked as not examined against its end', () => {
    const { payments, reasons, unconfirmed } = calculate({ ...fourHalves, ...earned, fees: [300_000] });
    expect(payments.map(({ amount }) => amount)).toEqual([150_000, 60_000, 30_000]);
    expect(reasons.find(({ code }) => code === 'employed-in-time')?.status).toBe('not-examined');
    expect(codes(unconfirmed)).toContain('completion-unknown');
  });

  it('spreads one fee over the months of the course', () => {
    const { payments, notes } = calculate({ ...fourHalves, fees: [1_000_000], months: 18 });
    expect(payments.map(({ amount }) => amount)).toEqual([166_667, 166_666, 166_666]);
    expect(payments.at(-1)?.period?.to).toBe('2026-03-31');
    expect(codes(notes)).toEqual(['fee-spread']);
  });

  it('ends its last period with the course', () => {
    const { payments } = calculate({ ...fourHalves, completedOn: '2026-08-20' });
    expect(payments.at(-1)).toMatchObject({
      period: { from: '2026-04-01', to: '2026-08-20' },
      dueBy: '2026-09-20',
    });
  });

  it('counts the top-up from completion where everything else came before, and says it is to be confirmed', () => {
    const { payments, unconfirmed } = calculate({
      ...fourHalves,
      qualifiedOn: '2026-05-01',
      employedOn: '2020-04-01',
    });
    expect(payments.at(-1)).toMatchObject({ code: 'employed-top-up', amount: 320_000, dueBy: '2026-10-31' });
    expect(codes(unconfirmed)).toContain('earned-before-completion');
  });

  it('marks a start whose day some month lacks', () => {
    expect(codes(calculate({ ...fourHalves, start: '2024-08-31' }).unconfirmed)).toContain(
      'period-without-day',
    );
    expect(codes(calculate(fourHalves).unconfirmed)).not.toContain('period-without-day');
  });

  it('marks amounts that another reading of the ceilings or of rounding would change', () => {
    const across = calculate({ ...fourHalves, fees: [0, 800_000, 800_000, 0] });
    expect(across.total).toBe(800_000);
    expect(codes(across.unconfirmed)).toContain('year-of-ceiling');
    const odd: TrainingCase = { ...fourHalves, fees: [33_333, 33_336] };
    const rounding = { ...odd, qualifiedOn: '2025-10-01', employedOn: '2025-10-01' };
    expect(codes(calculate(rounding).unconfirmed)).not.toContain('top-up-rounding');
    expect(codes(calculate({ ...rounding, fees: [33_337, 33_339] }).unconfirmed)).toContain(
      'top-up-rounding',
    );
    expect(codes(calculate({ ...odd, fees: [33_337, 33_339] }).unconfirmed)).not.toContain('top-up-rounding');
    const remainder = calculate({ ...fourHalves, fees: [796_000, 500_000] });
    expect(remainder.payments.map(({ amount }) => amount)).toEqual([398_000, 2_000]);
    expect(codes(remainder.unconfirmed)).toContain('floor-under-ceiling');
  });
});

describe('the ten-year ceiling', () => {
  const later: TrainingCase = { kind: 'practical', start: '2028-04-01', fees: [800_000, 0, 800_000, 0] };

  it('leaves a later course what earlier ones did not use', () => {
    const { payments, trace } = calculate({
      ...later,
      earlierPractical: { start: '2019-10-01', paid: 700_000 },
    });
    expect(payments.map(({ amount }) => amount)).toEqual([400_000, 0, 100_000, 0]);
    expect(JSON.stringify(trace)).toContain('total-ceiling');
  });

  it('opens anew ten years after the first start', () => {
    const paid = (start: string) =>
      calculate({ ...later, earlierPractical: { start, paid: 1_200_000 } }).total;
    expect(paid('2018-04-02')).toBe(0);
    expect(paid('2018-04-01')).toBe(800_000);
  });

  it('marks a course that outlasts it', () => {
    const { unconfirmed } = calculate({ ...later, earlierPractical: { start: '2019-10-01', paid: 0 } });
    expect(codes(unconfirmed)).toContain('window-crossed');
  });
});

describe('a course of a legal minimum of four years', () => {
  const eight: TrainingCase = {
    kind: 'practical',
    start: '2025-04-01',
    fees: Array(8).fill(400_000),
    fourYearCourse: true,
  };

  it('is paid for its fourth year, up to 1,600,000 yen', () => {
    expect(calculate(eight).total).toBe(1_600_000);
    expect(calculate({ ...eight, start: '2019-04-01' }).total).toBe(1_600_000);
  });

  it('is topped up by totals that are to be confirmed', () => {
    const { total, unconfirmed } = calculate({
      ...eight,
      fees: Array(8).fill(900_000),
      qualifiedOn: '2029-04-01',
      employedOn: '2029-04-01',
      wageUpPercent: 6,
    });
    expect(total).toBe(2_560_000);
    expect(codes(unconfirmed)).toEqual(
      expect.arrayContaining(['fourth-year-conditions', 'fourth-year-top-ups']),
    );
  });

  it('is paid for three years where it started before 2019-04, which is to be confirmed', () => {
    const { total, unconfirmed, payments } = calculate({ ...eight, start: '2019-03-31' });
    expect(total).toBe(1_200_000);
    expect(payments.slice(6).map(({ amount, dueBy }) => [amount, dueBy])).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(codes(unconfirmed)).toContain('fourth-year-before-2019');
  });
});
