import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HIERARCHIES, type Hierarchy, hierarchyOf } from './hierarchy.ts';
import { type RiskCase, risk } from './risk.ts';

const FIELDS = ['industry', 'size', 'region', 'time'] as const;
const someCase = fc.record({
  industry: fc.constantFrom('製造業', '医療'),
  size: fc.constantFrom('30', '200', '5000'),
  region: fc.constantFrom('関東', '東北', '近畿'),
  time: fc.constantFrom('2024-04-01', '2024-05-02', '2024-11-30', '2023-01-01'),
  attack: fc.constantFrom('ransomware', 'phishing'),
});
const someCases = fc.array(someCase, { maxLength: 9 });

/** The same figures by comparing every case with every other. */
function bruteForce(cases: readonly RiskCase[], k: number, l: number) {
  const at = (one: RiskCase, field: string, step: number) =>
    (DEFAULT_HIERARCHIES[field] as Hierarchy).at(String(one[field]), step);
  const alike = (steps: readonly number[], one: RiskCase) =>
    cases.filter((other) =>
      FIELDS.every((field, i) => at(one, field, steps[i] as number) === at(other, field, steps[i] as number)),
    );
  const failing = (steps: readonly number[]) =>
    cases.filter((one) => {
      const group = alike(steps, one);
      return group.length < k || new Set(group.map(({ attack }) => attack)).size < l;
    });
  const most = FIELDS.map((field) => (DEFAULT_HIERARCHIES[field] as Hierarchy).steps);
  let least = Number.POSITIVE_INFINITY;
  for (let a = 0; a <= (most[0] as number); a++)
    for (let b = 0; b <= (most[1] as number); b++)
      for (let c = 0; c <= (most[2] as number); c++)
        for (let d = 0; d <= (most[3] as number); d++) {
          const steps = [a, b, c, d];
          if (failing(steps).length > 0) continue;
          least = Math.min(least, steps.reduce((sum, step, i) => sum + step / (most[i] as number), 0) / 4);
        }
  return {
    k: cases.length === 0 ? 0 : Math.min(...cases.map((one) => alike([0, 0, 0, 0], one).length)),
    risky: failing([0, 0, 0, 0]).map((one) => cases.indexOf(one)),
    least,
  };
}

describe('The risk of a set', () => {
  it('is what comparing every case with every other gives', () => {
    fc.assert(
      fc.property(
        someCases,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 2 }),
        (cases, k, l) => {
          const expected = bruteForce(cases, k, l);
          const { k: found, risky, mending } = risk(cases, { k, l });
          expect(found).toBe(expected.k);
          expect(risky.map(({ index }) => index)).toEqual(expected.risky);
          if (risky.length === 0) expect(mending).toBeUndefined();
          else if (Number.isFinite(expected.least)) expect(mending?.loss).toBeCloseTo(expected.least, 9);
          else expect(mending).toBeUndefined();
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never grows by more generalisation: a mending mends', () => {
    fc.assert(
      fc.property(someCases, (cases) => {
        const { mending } = risk(cases, { k: 2, l: 1 });
        if (!mending) return;
        const general = cases.map((one) =>
          Object.fromEntries(
            Object.entries(one).map(([field, value]) => [
              field,
              field === 'attack'
                ? value
                : (DEFAULT_HIERARCHIES[field] as Hierarchy).at(value, mending.steps[field] as number),
            ]),
          ),
        );
        expect(risk(general, { k: 2, l: 1 }).risky).toEqual([]);
      }),
    );
  });

  const cases: RiskCase[] = [
    { industry: '製造業', size: 120, region: '関東', time: '2024-04-02', attack: 'ransomware' },
    { industry: '製造業', size: 180, region: '関東', time: '2024-05-20', attack: 'phishing' },
    { industry: '製造業', size: 90, region: '関東', time: '2024-06-11', attack: 'ransomware' },
    { industry: '医療', size: 900, region: '北海道', time: '2024-04-08', attack: 'ransomware' },
  ];

  it('names the cases that stand out and by what', () => {
    const { k, risky } = risk(cases);
    expect(k).toBe(1);
    expect(risky.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(risky[3]?.standsOutBy).toEqual([['industry'], ['size'], ['region'], ['time']]);
  });

  it('may leave out a case where that costs less than making all less exact', () => {
    const { mending } = risk(cases, { mayLeaveOut: 1 });
    expect(mending?.leaveOut).toEqual([3]);
    expect(mending?.steps).toEqual({ industry: 0, size: 1, region: 0, time: 1 });
    expect(risk(cases).mending?.loss).toBeGreaterThan(mending?.loss as number);
  });

  it('takes fields, hierarchies and bounds as given', () => {
    const attacks = hierarchyOf({ ransomware: ['malware'], wiper: ['malware'], phishing: ['deception'] });
    const { mending } = risk(
      [{ attack: 'ransomware' }, { attack: 'wiper' }, { attack: 'phishing' }, { attack: 'phishing' }],
      { quasiIdentifiers: ['attack'], sensitive: [], k: 2, hierarchies: { attack: attacks } },
    );
    expect(mending).toEqual({ steps: { attack: 1 }, leaveOut: [], loss: 0.5 });
  });

  it('has nothing to say of a set of none', () => {
    expect(risk([])).toEqual({ k: 0, l: 0, risky: [], mending: undefined });
  });
});
