import { describe, expect, it } from 'vitest';
import { calculate, type TrainingCase } from './index.ts';

const general: TrainingCase = { kind: 'general', start: '2024-10-01', fees: [200_000] };
const specified: TrainingCase = { ...general, kind: 'specified' };

const codes = (points: readonly { code: string }[]) => points.map(({ code }) => code);

describe('training paid after completion', () => {
  it('is to be claimed within a month of completion', () => {
    expect(calculate({ ...general, completedOn: '2025-01-30' }).payments[0]).toMatchObject({
      period: { from: '2024-10-01', to: '2025-01-30' },
      dueBy: '2025-02-28',
    });
    expect(calculate({ ...general, months: 6 }).payments[0]?.dueBy).toBe('2025-04-30');
  });

  it('has no dated deadline without an end, and says what would give one', () => {
    const { payments, notes } = calculate(general);
    expect(payments[0]).toMatchObject({ dueBy: null, claimWithin: { ja: '修了日の翌日から1か月以内' } });
    expect(codes(notes)).toEqual(['completion-unknown']);
  });

  it('adds up fees given by half-year', () => {
    expect(calculate({ ...general, fees: [100_000, 100_000] }).total).toBe(40_000);
  });

  it('marks general training of more than a year', () => {
    expect(codes(calculate({ ...general, months: 24 }).unconfirmed)).toContain('second-year-of-general');
    expect(codes(calculate({ ...general, months: 12 }).unconfirmed)).not.toContain('second-year-of-general');
  });

  it('asks for a job card for specified training only', () => {
    expect(calculate(general).steps).toEqual([]);
    expect(calculate(specified).steps).toHaveLength(1);
  });
});

describe('the top-up of specified training', () => {
  it('is the difference, due a month after the later of qualification and employment', () => {
    const { payments } = calculate({
      ...specified,
      completedOn: '2025-03-31',
      qualifiedOn: '2025-06-01',
      employedOn: '2025-05-01',
    });
    expect(payments.map(({ amount, dueBy }) => [amount, dueBy])).toEqual([
      [80_000, '2025-04-30'],
      [20_000, '2025-07-01'],
    ]);
  });

  it('is paid but marked where the end of the course is not known', () => {
    const { total, unconfirmed } = calculate({
      ...specified,
      qualifiedOn: '2025-06-01',
      employedOn: '2025-05-01',
    });
    expect(total).toBe(100_000);
    expect(codes(unconfirmed)).toContain('completion-unknown');
  });

  it('is refused a year after completion, with the reason', () => {
    const { total, reasons, eligible } = calculate({
      ...specified,
      insuredYears: 5,
      firstTime: true,
      completedOn: '2025-03-31',
      qualifiedOn: '2026-04-01',
      employedOn: '2025-05-01',
    });
    expect(total).toBe(80_000);
    expect(eligible).toBe(true);
    expect(reasons.find(({ code }) => code === 'qualified-in-time')).toMatchObject({
      status: 'not-met',
      about: 'top-up',
    });
  });

  it('is marked where the difference itself is not above the floor', () => {
    const { payments, unconfirmed } = calculate({
      ...specified,
      fees: [20_000],
      qualifiedOn: '2025-06-01',
      employedOn: '2025-05-01',
    });
    expect(payments.map(({ amount }) => amount)).toEqual([8_000, 2_000]);
    expect(codes(unconfirmed)).toContain('top-up-floor');
  });

  it('has no wage rise, and says where there is one', () => {
    const { reasons } = calculate({ ...specified, wageUpPercent: 10 });
    expect(reasons.find(({ code }) => code === 'wage-rise')?.text.en).toContain(
      'only for practical training',
    );
  });
});
