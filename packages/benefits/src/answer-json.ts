import type { Article } from './articles.ts';
import type { Parameter } from './parameter.ts';
import type { BenefitResult, Payment, Requirement, Step } from './result.ts';
import type { TraceNode } from './trace.ts';

/** Position of a dated value in `parameters`, with a summary. */
interface NamedParameter extends Pick<Parameter, 'id' | 'value' | 'unit' | 'from'> {}

type Named<T extends { parameters: unknown }> = Omit<T, 'parameters'> & {
  readonly parameters: readonly NamedParameter[];
};

interface NamedTrace {
  readonly rule: TraceNode['rule'];
  readonly amount: number;
  readonly parameters: readonly NamedParameter[];
  /** Such as 雇用保険法第60条の2, of a step that applies no value; those of a payment are its `basis`. */
  readonly articles?: readonly string[];
  readonly children: readonly NamedTrace[];
}

export interface AnswerJson extends Omit<BenefitResult, 'payments' | 'reasons' | 'steps' | 'trace'> {
  readonly payments: readonly Payment[];
  readonly reasons: readonly Named<Requirement>[];
  readonly steps: readonly Named<Step>[];
  readonly trace: NamedTrace;
  /** Every dated value the answer rests on, in full, once. */
  readonly parameters: readonly Parameter[];
}

/** The answer to be written as JSON: a value the law gives is written out once, and named where it applies. */
export function answerJson(result: BenefitResult): AnswerJson {
  const parameters = new Set<Parameter>();
  const name = (values: readonly Parameter[]): NamedParameter[] =>
    values.map((value) => {
      parameters.add(value);
      const { id, unit, from } = value;
      return { id, value: value.value, unit, from };
    });
  const named = <T extends { readonly parameters: readonly Parameter[] }>(item: T) => ({
    ...item,
    parameters: name(item.parameters),
  });
  const trace = ({ articles, children, ...node }: TraceNode): NamedTrace => ({
    ...named(node),
    ...(node.rule !== 'payment' && articles.length > 0 && { articles: articles.map(shortName) }),
    children: children.map(trace),
  });
  return {
    ...result,
    reasons: result.reasons.map(named),
    steps: result.steps.map(named),
    trace: trace(result.trace),
    parameters: [...parameters],
  };
}

const shortName = ({ law, article }: Article): string => law.ja + article.ja;
