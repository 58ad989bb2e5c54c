import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BenefitResult, calculate, parseCase } from './index.ts';

const table = readFileSync(new URL('../cases/worked-cases.md', import.meta.url), 'utf8');

const rows = table
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

const amount = (text: string) => Number(text.replaceAll(',', ''));

function feesOf(text: string): number[] {
  const [count, fee] = text.split(' × ');
  if (fee !== undefined) return Array.from({ length: Number(count) }, () => amount(fee));
  return text.split(' + ').map(amount);
}

function paid(result: BenefitResult, ...codes: string[]): number[] {
  return result.payments.filter(({ code }) => codes.includes(code)).map(({ amount }) => amount);
}

describe('the worked cases', () => {
  it('are all read', () => {
    expect(rows.length).toBeGreaterThanOrEqual(24);
    for (const row of rows) expect(row).toHaveLength(11);
  });

  it.each(rows)(
    '%s from %s, fees %s, qualified %s, employed %s, wages up by %s %%',
    (kind, start, fees, qualifiedOn, employedOn, wageUpPercent, halves, topUp, wageTopUp, total) => {
      const parsed = parseCase({
        kind,
        start,
        fees: feesOf(fees ?? ''),
        qualifiedOn,
        employedOn,
        wageUpPercent,
      });
      if (!parsed.ok) throw parsed.errors[0];
      const result = calculate(parsed.case);
      expect(paid(result, 'course', 'half-year')).toEqual((halves ?? '').split(', ').map(amount));
      expect(paid(result, 'employed-top-up')).toEqual(topUp ? [amount(topUp)] : []);
      expect(paid(result, 'wage-top-up')).toEqual(wageTopUp ? [amount(wageTopUp)] : []);
      expect(result.total).toBe(amount(total ?? ''));
    },
  );
});
