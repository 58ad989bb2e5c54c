import type { Article } from './articles.ts';
import type { Payment } from './result.ts';
import { noParameters, type TraceNode } from './trace.ts';

export interface PaymentWithReason {
  readonly payment: Payment;
  readonly trace: TraceNode;
}

interface Reasoned extends Omit<Payment, 'amount' | 'basis'> {
  /** The article on claiming it. */
  readonly claim: Article;
  /** What the amount is the sum of. */
  readonly steps: readonly TraceNode[];
}

/** A payment whose amount and articles are those of the steps that lead to it. */
export function withReason(reasoned: Reasoned): PaymentWithReason {
  const { code, name, period, dueBy, claimWithin, claim, steps } = reasoned;
  let amount = 0;
  const basis: Article[] = [];
  for (const step of steps) {
    amount += step.amount;
    gatherArticles(step, basis);
  }
  addNew([claim], basis);
  return {
    payment: { code, name, period, amount, dueBy: amount === 0 ? null : dueBy, claimWithin, basis },
    trace: {
      rule: 'payment',
      amount,
      name,
      period,
      parameters: noParameters,
      articles: basis,
      children: steps,
    },
  };
}

/** Runs for every amount; indexed loops keep it out of the profile. */
function gatherArticles(node: TraceNode, into: Article[]): void {
  const { parameters, children } = node;
  for (let index = 0; index < parameters.length; index++) addNew(parameters[index]?.articles, into);
  addNew(node.articles, into);
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child !== undefined) gatherArticles(child, into);
  }
}

function addNew(articles: readonly Article[] | undefined, into: Article[]): void {
  if (articles === undefined) return;
  for (let index = 0; index < articles.length; index++) {
    const article = articles[index];
    if (article !== undefined && !into.includes(article)) into.push(article);
  }
}
