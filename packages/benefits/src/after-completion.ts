import { articles } from './articles.ts';
import type { TrainingCase } from './case.ts';
import type { CivilDate } from './civil-date.ts';
import { claimBy, claimWithin } from './claims.ts';
import type { Findings } from './findings.ts';
import { courseEnd } from './half-years.ts';
import type { Parameter } from './parameter.ts';
import { common } from './parameters/common.ts';
import { general } from './parameters/general.ts';
import { specified } from './parameters/specified.ts';
import { type PaymentWithReason, withReason } from './payment.ts';
import { share, topUp } from './steps.ts';
import type { TopUps } from './top-ups.ts';
import type { TraceNode } from './trace.ts';
import { unconfirmed } from './unconfirmed.ts';

/** 一般 and 特定一般: one payment after completion, and for 特定一般 a top-up after employment. */
export function payAfterCompletion(
  course: TrainingCase,
  topUps: TopUps,
  findings: Findings,
): PaymentWithReason[] {
  const fee = course.fees.reduce((sum, each) => sum + each, 0);
  const end = courseEnd(course);
  if (end === null) {
    findings.note(
      'completion-unknown',
      '修了日か受講期間を入力すると、申請期限を日付で示します。',
      'With a completion date or a length, the deadline is given as a date.',
    );
  }
  if (course.kind === 'general') {
    if ((course.months ?? 0) > 12 || course.fees.length > 2) findings.doubt(unconfirmed.secondYearOfGeneral);
    const trace = shareUpTo(fee, findings.use(general.rate), findings.use(general.ceiling), findings);
    return [coursePayment('一般教育訓練給付金', 'general training benefit', course, end, trace, findings)];
  }
  const trace = shareUpTo(fee, findings.use(specified.rate), findings.use(specified.ceiling), findings);
  const payment = coursePayment(
    '特定一般教育訓練給付金',
    'specified training benefit',
    course,
    end,
    trace,
    findings,
  );
  const more = employedTopUp(fee, trace.amount, topUps.employedOn, findings);
  return more === null ? [payment] : [payment, more];
}

function employedTopUp(
  fee: number,
  paid: number,
  earnedOn: CivilDate | null,
  findings: Findings,
): PaymentWithReason | null {
  if (earnedOn === null) return null;
  const total = shareUpTo(
    fee,
    findings.use(specified.employedRate),
    findings.use(specified.employedCeiling),
    findings,
  );
  return withReason({
    code: 'employed-top-up',
    name: {
      ja: '特定一般教育訓練給付金（資格取得・就職による追加）',
      en: 'top-up for qualification and employment',
    },
    period: null,
    dueBy: claimBy(earnedOn, findings),
    claimWithin: claimWithin.qualificationAndEmployment,
    claim: articles.claimSpecified,
    steps: topUp(total, paid, findings),
  });
}

function coursePayment(
  ja: string,
  en: string,
  course: TrainingCase,
  end: CivilDate | null,
  trace: TraceNode,
  findings: Findings,
): PaymentWithReason {
  return withReason({
    code: 'course',
    name: { ja, en },
    period: end === null ? null : { from: course.start, to: end },
    dueBy: end === null ? null : claimBy(end, findings),
    claimWithin: claimWithin.completion,
    claim: course.kind === 'general' ? articles.claimGeneral : articles.claimSpecified,
    steps: [trace],
  });
}

/** The share of the fee, nothing up to the floor, and at most the ceiling. */
function shareUpTo(fee: number, rate: Parameter, ceiling: Parameter, findings: Findings): TraceNode {
  const before = share(fee, rate, findings.use(common.floor));
  if (before.amount <= ceiling.value) return before;
  return {
    rule: 'ceiling',
    amount: ceiling.value,
    before: before.amount,
    parameters: [ceiling],
    articles: [],
    children: [before],
  };
}
