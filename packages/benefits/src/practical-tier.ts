import type { Findings } from './findings.ts';
import type { Parameter } from './parameter.ts';
import { common } from './parameters/common.ts';
import { share } from './steps.ts';
import { noArticles, noParameters, type TraceNode } from './trace.ts';
import { unconfirmed } from './unconfirmed.ts';

/** A rate with the ceilings that go with it: 50 %, 70 % or 80 % in the law of 2024. */
export interface Tier {
  readonly rate: Parameter;
  readonly yearCeiling: Parameter;
  readonly totalCeiling: Parameter;
}

/** What the person's practical training may still be paid. */
export interface Allowance {
  /** Years of the course the law pays for: three, or four. */
  readonly years: number;
  /** Yen already paid for earlier practical training within the ten-year window. */
  readonly paidEarlier: number;
  readonly windowYears: Parameter;
}

/**
 * What each half-year comes to at one rate: the share of its fee, within what the year (two consecutive
 * periods from the start) and the whole allowance have left.
 */
export function halfYearAmounts(
  fees: readonly number[],
  tier: Tier,
  allowance: Allowance,
  findings: Findings,
): TraceNode[] {
  const floor = findings.use(common.floor);
  const steps: TraceNode[] = [];
  let paidInAll = allowance.paidEarlier;
  let paidInYear = 0;
  for (let index = 0; index < fees.length; index++) {
    if (index % 2 === 0) paidInYear = 0;
    const year = Math.floor(index / 2) + 1;
    let step = share(fees[index] ?? 0, tier.rate, floor);
    step = withinYears(step, year, allowance.years);
    step = withinYearCeiling(step, year, paidInYear, tier.yearCeiling);
    step = withinTotalCeiling(step, paidInAll, tier.totalCeiling, allowance);
    paidInYear += step.amount;
    paidInAll += step.amount;
    steps.push(step);
  }
  doubtCeilings(steps, tier, floor, findings);
  return steps;
}

function withinYears(step: TraceNode, year: number, years: number): TraceNode {
  if (year <= years) return step;
  return {
    rule: 'beyond-paid-years',
    amount: 0,
    before: step.amount,
    years,
    parameters: [],
    articles: noArticles,
    children: [step],
  };
}

function withinYearCeiling(step: TraceNode, year: number, used: number, ceiling: Parameter): TraceNode {
  const left = ceiling.value - used;
  if (step.amount <= left) return step;
  return {
    rule: 'year-ceiling',
    amount: left,
    before: step.amount,
    year,
    used,
    parameters: [ceiling],
    articles: noArticles,
    children: [step],
  };
}

function withinTotalCeiling(
  step: TraceNode,
  used: number,
  ceiling: Parameter,
  allowance: Allowance,
): TraceNode {
  const left = Math.max(0, ceiling.value - used);
  if (step.amount <= left) return step;
  return {
    rule: 'total-ceiling',
    amount: left,
    before: step.amount,
    used,
    parameters: [ceiling, allowance.windowYears],
    articles: noArticles,
    children: [step],
  };
}

/** All half-years at the rate of a top-up, from which what was paid is deducted. */
export function totalAtRate(
  fees: readonly number[],
  tier: Tier,
  allowance: Allowance,
  findings: Findings,
): TraceNode {
  const steps = halfYearAmounts(fees, tier, allowance, findings);
  doubtRounding(fees, steps, tier, findings);
  return {
    rule: 'total-at-rate',
    amount: sumOf(steps),
    parameters: noParameters,
    articles: noArticles,
    children: steps.map((step, index) => ({
      rule: 'half-year',
      number: index + 1,
      amount: step.amount,
      parameters: noParameters,
      articles: noArticles,
      children: [step],
    })),
  };
}

export function sumOf(steps: readonly TraceNode[]): number {
  let amount = 0;
  for (const step of steps) amount += step.amount;
  return amount;
}

/** Where another reading of the ceilings would pay another amount, the answer says so. */
function doubtCeilings(steps: readonly TraceNode[], tier: Tier, floor: Parameter, findings: Findings): void {
  steps.forEach((step, index) => {
    const cut = step.rule === 'year-ceiling' || step.rule === 'total-ceiling';
    if (cut && step.amount > 0 && step.amount <= floor.value) findings.doubt(unconfirmed.floorUnderCeiling);
    const acrossYears = index % 2 === 1 ? step.amount + (steps[index + 1]?.amount ?? 0) : 0;
    if (acrossYears > tier.yearCeiling.value) findings.doubt(unconfirmed.yearOfCeiling);
  });
}

/** Fractions dropped in two half-years that make up a yen in their year. */
function doubtRounding(
  fees: readonly number[],
  steps: readonly TraceNode[],
  tier: Tier,
  findings: Findings,
): void {
  let hundredths = 0;
  steps.forEach((step, index) => {
    if (index % 2 === 0) hundredths = 0;
    if (step.rule === 'share-of-fee') hundredths += ((fees[index] ?? 0) * tier.rate.value) % 100;
    if (hundredths >= 100) findings.doubt(unconfirmed.topUpRounding);
  });
}
