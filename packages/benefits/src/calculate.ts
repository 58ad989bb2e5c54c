import { payAfterCompletion } from './after-completion.ts';
import type { BenefitCase, LeaveCase, SupportCase, TrainingCase } from './case.ts';
import { documentsFor, stepsBefore } from './documents.ts';
import { eligibleBy, examineEligibility } from './eligibility.ts';
import { Findings } from './findings.ts';
import { courseEnd } from './half-years.ts';
import { parseCase } from './input/parse-case.ts';
import { payLeave, paySupport } from './living-benefits.ts';
import { examineLeave, examineSupport } from './living-eligibility.ts';
import { RULES_CHECKED_ON } from './parameter.ts';
import type { PaymentWithReason } from './payment.ts';
import { payPractical } from './practical.ts';
import { divideIntoPeriods } from './practical-course.ts';
import type { BenefitResult, Requirement } from './result.ts';
import { examineTopUps } from './top-ups.ts';
import { noArticles, noParameters, type TraceNode } from './trace.ts';

/**
 * What a benefit pays, when to claim it, and why. The law in force on the start date applies.
 *
 * Someone who fails a condition gets nothing, and the reasons say which; a condition that was not
 * described leaves `eligible` null and the amounts as they are if it is met.
 *
 * @throws BenefitInputError for input the rules cannot be applied to; {@link parseCase} gives every such
 * fault as a value.
 */
export function calculate(input: BenefitCase): BenefitResult {
  const parsed = parseCase(input);
  if (!parsed.ok) throw parsed.errors[0];
  const { case: described } = parsed;
  if (described.kind === 'support') return answerSupport(described);
  if (described.kind === 'leave') return answerLeave(described);
  return answerTraining(described);
}

function answerTraining(course: TrainingCase): BenefitResult {
  const findings = new Findings(course.start);
  const reasons = examineEligibility(course, findings);
  const fee = course.fees.reduce((sum, each) => sum + each, 0);
  if (eligibleBy(reasons) === false) return answer(course, fee, reasons, [], findings);
  if (course.kind !== 'practical') {
    const topUps = examineTopUps(course, courseEnd(course), findings);
    return answer(
      course,
      fee,
      [...reasons, ...topUps.requirements],
      payAfterCompletion(course, topUps, findings),
      findings,
    );
  }
  const practicalCourse = divideIntoPeriods(course, findings);
  const topUps = examineTopUps(course, practicalCourse.end, findings);
  return answer(
    course,
    fee,
    [...reasons, ...topUps.requirements],
    payPractical(course, practicalCourse, topUps, findings),
    findings,
  );
}

function answerSupport(described: SupportCase): BenefitResult {
  const findings = new Findings(described.start);
  const reasons = examineSupport(described, findings);
  findings.note(
    'practical-eligibility',
    '専門実践教育訓練給付金の受給資格があることが前提です。専門実践教育訓練の事例として別に確かめてください。',
    'It presupposes eligibility for the practical training benefit: examine that as a practical case.',
  );
  const payments = eligibleBy(reasons) === false ? [] : paySupport(described, findings);
  return answer(described, null, reasons, payments, findings);
}

function answerLeave(described: LeaveCase): BenefitResult {
  const findings = new Findings(described.start);
  const reasons = examineLeave(described, findings);
  const payments = eligibleBy(reasons) === false ? [] : payLeave(described, findings);
  return answer(described, null, reasons, payments, findings);
}

function answer(
  { kind, start }: BenefitCase,
  fee: number | null,
  reasons: readonly Requirement[],
  paid: readonly PaymentWithReason[],
  findings: Findings,
): BenefitResult {
  const payments = paid.map(({ payment }) => payment);
  let total = 0;
  for (const { amount } of payments) total += amount;
  const outOfPocket = fee === null ? null : fee - total;
  const eligible = eligibleBy(reasons);
  const none = eligible === false;
  return {
    kind,
    start,
    eligible,
    reasons,
    payments,
    total,
    outOfPocket,
    steps: none ? [] : stepsBefore(kind, start, findings),
    documents: none ? [] : documentsFor(kind, payments, findings),
    notes: findings.notes,
    trace: {
      rule: 'total',
      amount: total,
      fee,
      outOfPocket,
      parameters: noParameters,
      articles: noArticles,
      children: none ? whyNothing(reasons) : paid.map(({ trace }) => trace),
    },
    unconfirmed: findings.unconfirmed,
    rulesCheckedOn: RULES_CHECKED_ON,
  };
}

function whyNothing(reasons: readonly Requirement[]): TraceNode[] {
  return reasons
    .filter(({ status, about }) => status === 'not-met' && about === 'benefit')
    .map(({ text, parameters }) => ({
      rule: 'requirement-not-met',
      amount: 0,
      text,
      parameters,
      articles: noArticles,
      children: [],
    }));
}
