import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BenefitResult, calculate, type Parameter, type TraceNode, type TrainingCase } from './index.ts';

fc.configureGlobal({ numRuns: 1000 });

const anyStart = (min: string) =>
  fc
    .date({ min: new Date(min), max: new Date('2030-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

const fee = fc.oneof(
  fc.integer({ min: 0, max: 30_000 }),
  fc.integer({ min: 0, max: 1_500_000 }),
  fc.constantFrom(0, 7_999, 8_000, 8_001, 20_000, 400_000, 800_000),
);

const earnings = fc.record(
  {
    wageUpPercent: fc.integer({ min: 0, max: 10 }),
    employed: fc.boolean(),
    earlierPaid: fc.integer({ min: 0, max: 2_000_000 }),
  },
  { requiredKeys: [] },
);

const firstStarts = { general: '2014-10-01', specified: '2019-10-01', practical: '2014-10-01' };

const anyCase: fc.Arbitrary<TrainingCase> = fc
  .constantFrom('general' as const, 'specified' as const, 'practical' as const)
  .chain((kind) =>
    fc
      .record({
        start: anyStart(firstStarts[kind]),
        fees: fc.array(fee, { minLength: 1, maxLength: 6 }),
        more: earnings,
      })
      .map(({ start, fees, more }) => ({
        kind,
        start,
        fees,
        wageUpPercent: more.wageUpPercent,
        ...(more.employed === true && { qualifiedOn: '2031-12-31', employedOn: '2031-12-31' }),
        ...(kind === 'practical' &&
          more.earlierPaid !== undefined && {
            earlierPractical: { start: '2013-04-01', paid: more.earlierPaid },
          }),
      })),
  );

/** A case whose qualification and employment fall right after the course. */
const anyEarningCase: fc.Arbitrary<TrainingCase> = anyCase.map((described) => {
  if (described.employedOn === undefined) return described;
  const end = calculate({ ...described, qualifiedOn: undefined, employedOn: undefined }).payments.at(-1)
    ?.period?.to;
  const day = end ?? described.start;
  return { ...described, qualifiedOn: day, employedOn: day };
});

function parametersOf(node: TraceNode): Parameter[] {
  return [...node.parameters, ...node.children.flatMap(parametersOf)];
}

const inFull = { general: 100_000, specified: 250_000, practical: 1_920_000 };
const perYear = { general: 100_000, specified: 250_000, practical: 640_000 };

const sumOf = (result: BenefitResult) => result.payments.reduce((sum, { amount }) => sum + amount, 0);

describe('every calculation', () => {
  it('pays whole yen, never less than nothing, and accounts for the whole fee', () => {
    fc.assert(
      fc.property(anyEarningCase, (described) => {
        const result = calculate(described);
        for (const { amount } of result.payments) expect(Number.isInteger(amount) && amount >= 0).toBe(true);
        expect(sumOf(result)).toBe(result.total);
        expect(result.total).toBe(result.trace.amount);
        const fees = described.fees.reduce((sum, each) => sum + each, 0);
        expect(result.outOfPocket).toBe(fees - result.total);
        expect(result.outOfPocket).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('stays below the ceilings, of a year and in all, however the fee is split', () => {
    fc.assert(
      fc.property(anyEarningCase, (described) => {
        const { total } = calculate(described);
        const years = described.kind === 'practical' ? Math.ceil(described.fees.length / 2) : 1;
        expect(total).toBeLessThanOrEqual(Math.min(inFull[described.kind], years * perYear[described.kind]));
      }),
    );
  });

  it('adds up, at every step of its trace, to what the steps below it say', () => {
    const check = (node: TraceNode): void => {
      if (node.rule === 'total' || node.rule === 'payment' || node.rule === 'total-at-rate') {
        expect(node.children.reduce((sum, child) => sum + child.amount, 0)).toBe(node.amount);
      }
      node.children.forEach(check);
    };
    fc.assert(fc.property(anyEarningCase, (described) => check(calculate(described).trace)));
  });

  it('applies only values in force on the start date', () => {
    fc.assert(
      fc.property(anyEarningCase, (described) => {
        const { trace, reasons } = calculate(described);
        for (const value of [...parametersOf(trace), ...reasons.flatMap(({ parameters }) => parameters)]) {
          expect(value.from <= described.start).toBe(true);
          expect(value.to === null || described.start <= value.to).toBe(true);
        }
      }),
    );
  });

  it('names every point it used that is to be confirmed', () => {
    fc.assert(
      fc.property(anyEarningCase, (described) => {
        const { trace, unconfirmed } = calculate(described);
        for (const value of parametersOf(trace)) {
          for (const point of value.unconfirmed) expect(unconfirmed).toContain(point);
        }
      }),
    );
  });
});

describe('between two calculations', () => {
  it('a higher fee never pays less', () => {
    fc.assert(
      fc.property(anyEarningCase, fc.nat(7), fc.integer({ min: 0, max: 500_000 }), (described, at, more) => {
        const fees = described.fees.map((each, index) =>
          index === at % described.fees.length ? each + more : each,
        );
        expect(calculate({ ...described, fees }).total).toBeGreaterThanOrEqual(calculate(described).total);
      }),
    );
  });

  it('splitting the fee of a half-year in two never pays more than the ceilings of the year allow', () => {
    fc.assert(
      fc.property(anyStart('2014-10-01'), fee, fee, (start, one, other) => {
        const split = calculate({ kind: 'practical', start, fees: [one, other] });
        expect(split.total).toBeLessThanOrEqual(
          calculate({ kind: 'practical', start, fees: [one + other] }).total,
        );
      }),
    );
  });

  it('a later start never applies an earlier law', () => {
    fc.assert(
      fc.property(anyCase, anyStart('2014-10-01'), (described, otherStart) => {
        if (otherStart < firstStarts[described.kind]) return;
        const plain = { kind: described.kind, fees: described.fees };
        const [first, second] = [described.start, otherStart].sort() as [string, string];
        const earlier = parametersOf(calculate({ ...plain, start: first }).trace);
        for (const later of parametersOf(calculate({ ...plain, start: second }).trace)) {
          const same = earlier.find(({ id }) => id === later.id);
          if (same !== undefined) expect(later.from >= same.from).toBe(true);
        }
      }),
    );
  });
});
