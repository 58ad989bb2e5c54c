import { describe, expect, it } from 'vitest';
import { answerJson, calculate, type Parameter, type TraceNode, type TrainingCase } from './index.ts';

const longest: TrainingCase = {
  kind: 'practical',
  start: '2024-10-01',
  fees: [900_000, 900_000, 900_000, 900_000, 900_000, 900_000],
  qualifiedOn: '2027-10-15',
  employedOn: '2027-11-01',
  wageUpPercent: 5,
  insuredYears: 5,
  firstTime: true,
};

const parametersOf = (node: TraceNode): Parameter[] => [
  ...node.parameters,
  ...node.children.flatMap(parametersOf),
];

describe('an answer for JSON', () => {
  const result = calculate(longest);
  const json = answerJson(result);

  it('writes out each dated value once, and names it where it applies', () => {
    const applied = [
      ...parametersOf(result.trace),
      ...result.reasons.flatMap(({ parameters }) => parameters),
    ];
    expect(new Set(json.parameters)).toEqual(
      new Set([...applied, ...result.steps.flatMap(({ parameters }) => parameters)]),
    );
    expect(new Set(json.parameters.map(({ id }) => id)).size).toBe(json.parameters.length);
    expect(json.trace.children[0]?.children[0]?.parameters).toEqual([
      { id: 'practical.yearCeiling', value: 400_000, unit: 'yen', from: '2018-01-01' },
    ]);
  });

  it('keeps amounts, payments and reasons as they are', () => {
    expect(json).toMatchObject({ total: 1_920_000, eligible: true, payments: result.payments });
    expect(json.reasons.map(({ text }) => text)).toEqual(result.reasons.map(({ text }) => text));
  });

  it('has a trace less than a third as long as it is with every value in full', () => {
    expect(JSON.stringify(json.trace).length * 3).toBeLessThan(JSON.stringify(result.trace).length);
  });
});
