import type { Article } from './articles.ts';
import type { Period } from './civil-date.ts';
import type { Parameter } from './parameter.ts';
import type { Text } from './text.ts';

interface Step {
  /** Yen this step comes to. */
  readonly amount: number;
  /** The dated values the step applied, each with its article. */
  readonly parameters: readonly Parameter[];
  /** Articles of a step that applies no parameter. */
  readonly articles: readonly Article[];
  readonly children: readonly TraceNode[];
}

/** Why an amount is what it is: a tree whose root is the total. */
export type TraceNode = Step &
  (
    | { readonly rule: 'total'; readonly fee: number | null; readonly outOfPocket: number | null }
    | { readonly rule: 'requirement-not-met'; readonly text: Text }
    | { readonly rule: 'payment'; readonly name: Text; readonly period: Period | null }
    | { readonly rule: 'share-of-fee'; readonly fee: number }
    | { readonly rule: 'floor'; readonly before: number }
    | { readonly rule: 'ceiling'; readonly before: number }
    | { readonly rule: 'year-ceiling'; readonly before: number; readonly year: number; readonly used: number }
    | { readonly rule: 'total-ceiling'; readonly before: number; readonly used: number }
    | { readonly rule: 'beyond-paid-years'; readonly before: number; readonly years: number }
    | { readonly rule: 'total-at-rate' }
    | { readonly rule: 'half-year'; readonly number: number }
    | { readonly rule: 'already-paid' }
    | { readonly rule: 'share-of-daily-allowance'; readonly allowance: number }
    | { readonly rule: 'days-paid'; readonly days: number; readonly asked: number }
  );

const NOTHING: readonly never[] = [];

export const noParameters: readonly Parameter[] = NOTHING;
export const noArticles: readonly Article[] = NOTHING;
export const noChildren: readonly TraceNode[] = NOTHING;
