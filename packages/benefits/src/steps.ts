import { articles } from './articles.ts';
import type { Findings } from './findings.ts';
import type { Parameter } from './parameter.ts';
import { common } from './parameters/common.ts';
import { noArticles, noChildren, noParameters, type TraceNode } from './trace.ts';
import { unconfirmed } from './unconfirmed.ts';

const toTheFee = [articles.act60_2, articles.rates];

/** Fractions of a yen are dropped; the division is made on whole numbers, so it is exact. */
export function percentOf(amount: number, percent: number): number {
  const product = amount * percent;
  return (product - (product % 100)) / 100;
}

/** Rate times fee, and nothing where that is not above the floor. */
export function share(fee: number, rate: Parameter, floor: Parameter): TraceNode {
  const amount = percentOf(fee, rate.value);
  const computed: TraceNode = {
    rule: 'share-of-fee',
    amount,
    fee,
    parameters: [rate],
    articles: noArticles,
    children: noChildren,
  };
  if (amount > floor.value || amount === 0) return computed;
  return {
    rule: 'floor',
    amount: 0,
    before: amount,
    parameters: [floor],
    articles: noArticles,
    children: [computed],
  };
}

/** A top-up pays the total at the higher rate less what was paid before (差額). */
export function topUp(total: TraceNode, paid: number, findings: Findings): TraceNode[] {
  const difference = total.amount - paid;
  const floor = findings.use(common.floor).value;
  if (difference > 0 && (difference <= floor || paid === 0)) findings.doubt(unconfirmed.topUpFloor);
  return [
    total,
    {
      rule: 'already-paid',
      amount: -Math.min(paid, total.amount),
      parameters: noParameters,
      articles: toTheFee,
      children: noChildren,
    },
  ];
}
