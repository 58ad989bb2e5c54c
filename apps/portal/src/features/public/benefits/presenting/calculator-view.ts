import { type BenefitKind, calculate, type Language, parseCase } from '@kakehashi/benefits';
import { type CaseAddress, type Fault, readCaseAddress } from '../case-address.ts';
import { benefitPaths } from '../paths.ts';
import { type QuestionStep, questions, type StepName, stepAsking } from '../questions.ts';
import { type AnswerView, answerView } from './answer-view.ts';
import { type ComparisonView, comparisonView, startAcrossChange } from './comparison-view.ts';

const calculatorPath = benefitPaths.calculator;

interface SubmittedCase {
  kind: BenefitKind | undefined;
  formValues: CaseAddress['formValues'];
  errors: readonly Fault[];
}

/** One question of the way to an answer. */
export interface QuestionView extends SubmittedCase {
  at: 'question';
  step: QuestionStep;
  /** From 1. */
  number: number;
  count: number;
  /** Steps before this one, as far as they were answered. */
  before: readonly StepName[];
  /** What the form asks for next. */
  next: StepName | 'answer';
}

/** The answer with the inputs. */
export interface ResultView extends SubmittedCase {
  at: 'answer';
  kind: BenefitKind;
  /** Undefined while an input is invalid. */
  answer: AnswerView | undefined;
  comparison: ComparisonView | undefined;
  /** The second start date as typed. */
  compare: string;
  /** A start date worth comparing with. */
  suggestion: string | undefined;
}

export type CalculatorView = QuestionView | ResultView;

/** Estimated number of questions while the kind is unknown. */
const usualCount = questions.general.length;
const kindQuestion: QuestionStep = { name: 'kind', fields: ['kind'] };

/**
 * What the calculator's page shows for an address. `step` names the question to show, `answer` the result, and
 * `change` the result whatever is wrong; without it the first question still needed is shown, else the result.
 */
export function calculatorView(params: URLSearchParams, language: Language): CalculatorView {
  const address = readCaseAddress(params);
  const requestedStep = params.get('step');
  const { kind, formValues, faults } = address;
  if (kind === undefined) {
    const isStarted = params.get('kind') !== null || requestedStep !== null;
    return {
      at: 'question',
      kind,
      formValues,
      errors: isStarted ? faults : [],
      step: kindQuestion,
      number: 1,
      count: usualCount,
      before: [],
      next: 'course',
    };
  }
  const steps = questions[kind];
  const faulty = steps.findIndex(({ name }) => faultsOf(kind, name, faults).length > 0);
  const requested = steps.findIndex(({ name }) => name === requestedStep);
  if (requestedStep === 'change' || (faulty === -1 && requested === -1))
    return resultView(address, kind, params, language);
  if (requested !== -1 && (faulty === -1 || requested <= faulty))
    return question(address, kind, requested, []);
  const errors = faultsOf(kind, steps[faulty]?.name ?? 'kind', faults);
  const isSubmitted = requestedStep !== null || errors.some(({ code }) => code !== 'missing');
  return question(address, kind, faulty, isSubmitted ? errors : []);
}

function faultsOf(kind: BenefitKind, step: StepName, faults: readonly Fault[]): Fault[] {
  return faults.filter(({ field }) => stepAsking(kind, field) === step);
}

function question(
  { formValues }: CaseAddress,
  kind: BenefitKind,
  index: number,
  errors: readonly Fault[],
): QuestionView {
  const steps = questions[kind];
  return {
    at: 'question',
    kind,
    formValues,
    errors,
    step: steps[index] ?? kindQuestion,
    number: index + 1,
    count: steps.length,
    before: steps.slice(0, index).map(({ name }) => name),
    next: steps[index + 1]?.name ?? 'answer',
  };
}

/** One calculation for each start date that is shown, and no other. */
function resultView(
  { formValues, parsed, faults }: CaseAddress,
  kind: BenefitKind,
  params: URLSearchParams,
  language: Language,
): ResultView {
  const compare = params.get('compare')?.trim() ?? '';
  const view = { at: 'answer', kind, formValues, compare } as const;
  if (!parsed.ok || faults.length > 0)
    return { ...view, errors: faults, answer: undefined, comparison: undefined, suggestion: undefined };
  const result = calculate(parsed.case);
  const answer = answerView(result, language);
  const course = parsed.case;
  if (course.kind === 'support' || course.kind === 'leave')
    return { ...view, errors: [], answer, comparison: undefined, suggestion: undefined };
  const suggestion = startAcrossChange(course.kind, course.start);
  if (compare === '') return { ...view, errors: [], answer, comparison: undefined, suggestion };
  const other = parseCase({ ...course, start: compare });
  if (!other.ok) {
    const errors = other.errors.map(({ code, text }) => ({ field: 'compare', code, text }));
    return { ...view, errors, answer, comparison: undefined, suggestion };
  }
  const comparison = comparisonView(course, [result, calculate(other.case)], language);
  return { ...view, errors: [], answer, comparison, suggestion };
}

/** URL of the calculator with the inputs, at a step or the answer. */
export function calculatorAddress(
  typed: CaseAddress['formValues'],
  extra: Readonly<Record<string, string>> = {},
): string {
  const params = new URLSearchParams();
  for (const [name, values] of typed) for (const value of values) params.append(name, value);
  for (const [name, value] of Object.entries(extra)) params.set(name, value);
  const query = String(params);
  return query === '' ? calculatorPath : `${calculatorPath}?${query}`;
}
