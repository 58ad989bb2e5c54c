import { articles } from './articles.ts';
import type { TrainingCase } from './case.ts';
import { type CivilDate, correspondingDay, type Period } from './civil-date.ts';
import { claimBy, claimWithin } from './claims.ts';
import type { Findings } from './findings.ts';
import { courseEnd, halfYears, halfYearsOf, haveCorrespondingDays } from './half-years.ts';
import { practical } from './parameters/practical.ts';
import { type PaymentWithReason, withReason } from './payment.ts';
import { type Allowance, halfYearAmounts, type Tier } from './practical-tier.ts';
import { topUp } from './steps.ts';
import type { TopUps } from './top-ups.ts';
import { noArticles, noParameters, type TraceNode } from './trace.ts';
import { unconfirmed } from './unconfirmed.ts';

/** A practical course laid out in its payment periods, one fee for each. */
export interface PracticalCourse {
  readonly periods: readonly Period[];
  readonly fees: readonly number[];
  /** Last day of the course; null where one fee came without a length. */
  readonly end: CivilDate | null;
}

/** Divides the course into half-years; says how where the input left that open. */
export function layOut(course: TrainingCase, findings: Findings): PracticalCourse {
  const expected = halfYearsOf(course.start, course.months, course.completedOn);
  const fees = course.fees.length > 1 ? course.fees : spread(course.fees[0] ?? 0, expected ?? 1);
  const periods = halfYears(course, fees.length);
  const lastDay = periods.at(-1)?.to ?? null;
  const end = course.fees.length === 1 && expected === undefined ? null : lastDay;
  if (end === null) {
    findings.note(
      'one-half-year',
      '期間の入力がないため、費用は1つの支給単位期間(6か月)のものとして計算しました。長い課程は、期間(月数)か6か月ごとの費用を入力してください。',
      'No length was given, so the fee is taken for one six-month period. For a longer course give its months, or a fee for each six months.',
    );
  } else if (course.fees.length === 1 && fees.length > 1) {
    findings.note(
      'fee-spread',
      `費用を${fees.length}期に等分しました。期ごとの支払額が異なる場合は、6か月ごとの費用を入力してください。`,
      `The fee is spread evenly over ${fees.length} six-month periods. Where payments differ, give a fee for each six months.`,
    );
  }
  if (end !== null && courseEnd(course) === null) {
    findings.note(
      'completion-assumed',
      `修了日の入力がないため、最後の期の末日(${end})に修了するものとして期限を示します。`,
      `No completion date was given: deadlines take the course to end with its last period (${end}).`,
    );
  }
  if (!haveCorrespondingDays(course.start, fees.length)) findings.doubt(unconfirmed.periodWithoutDay);
  return { periods, fees, end };
}

/** Whole yen, the remainder on the first periods. */
function spread(fee: number, count: number): number[] {
  const remainder = fee % count;
  const even = (fee - remainder) / count;
  return Array.from({ length: count }, (_, index) => even + (index < remainder ? 1 : 0));
}

/** 専門実践: a payment for each half-year, and the top-ups as differences. */
export function payPractical(
  course: TrainingCase,
  { periods, fees }: PracticalCourse,
  topUps: TopUps,
  findings: Findings,
): PaymentWithReason[] {
  const allowance = allowanceOf(course, periods.at(-1)?.to ?? course.start, findings);
  const base = halfYearAmounts(fees, baseTier(course, findings), allowance, findings);
  const payments = base.map((step, index) => halfYearPayment(step, index + 1, periods[index], findings));
  let paid = sum(base);

  if (topUps.employedOn !== null) {
    const total = totalAt(halfYearAmounts(fees, employedTier(course, findings), allowance, findings));
    payments.push(
      withReason({
        code: 'employed-top-up',
        name: {
          ja: '専門実践教育訓練給付金(資格取得・就職による追加)',
          en: 'top-up for qualification and employment',
        },
        period: null,
        dueBy: claimBy(topUps.employedOn, findings),
        claimWithin: claimWithin.qualificationAndEmployment,
        claim: articles.claimPractical,
        steps: topUp(total, paid, findings),
      }),
    );
    paid = Math.max(paid, total.amount);
  }
  if (topUps.wageRise) {
    findings.doubt(unconfirmed.wageTopUpDeadline);
    const total = totalAt(halfYearAmounts(fees, wageTier(course, findings), allowance, findings));
    payments.push(
      withReason({
        code: 'wage-top-up',
        name: { ja: '専門実践教育訓練給付金(賃金上昇による追加)', en: 'top-up for the wage rise' },
        period: null,
        dueBy: null,
        claimWithin: claimWithin.wageRise,
        claim: articles.claimPractical,
        steps: topUp(total, paid, findings),
      }),
    );
  }
  return payments;
}

function halfYearPayment(
  step: TraceNode,
  number: number,
  period: Period | undefined,
  findings: Findings,
): PaymentWithReason {
  return withReason({
    code: 'half-year',
    name: { ja: `専門実践教育訓練給付金(第${number}期)`, en: `practical training benefit, period ${number}` },
    period: period ?? null,
    dueBy: period === undefined ? null : claimBy(period.to, findings),
    claimWithin: claimWithin.halfYear,
    claim: articles.claimPractical,
    steps: [step],
  });
}

function allowanceOf(course: TrainingCase, lastDay: CivilDate, findings: Findings): Allowance {
  const windowYears = findings.use(practical.windowYears);
  const years = course.fourYearCourse === true && findings.useIfInForce(practical.fourYearCeiling) ? 4 : 3;
  if (course.fourYearCourse === true && years === 3) findings.doubt(unconfirmed.fourthYearBefore2019);
  const { earlierPractical } = course;
  if (earlierPractical === undefined) return { years, paidEarlier: 0, windowYears };
  const windowEnd = correspondingDay(earlierPractical.start, windowYears.value * 12);
  if (course.start >= windowEnd) return { years, paidEarlier: 0, windowYears };
  if (lastDay >= windowEnd) findings.doubt(unconfirmed.windowCrossed);
  return { years, paidEarlier: earlierPractical.paid, windowYears };
}

function baseTier(course: TrainingCase, findings: Findings): Tier {
  const fourYears = course.fourYearCourse === true && findings.useIfInForce(practical.fourYearCeiling);
  return {
    rate: findings.use(practical.rate),
    yearCeiling: findings.use(practical.yearCeiling),
    totalCeiling: fourYears || findings.use(practical.totalCeiling),
  };
}

function employedTier(course: TrainingCase, findings: Findings): Tier {
  const fourYears =
    course.fourYearCourse === true && findings.useIfInForce(practical.employedFourYearCeiling);
  return {
    rate: findings.use(practical.employedRate),
    yearCeiling: findings.use(practical.employedYearCeiling),
    totalCeiling: fourYears || findings.use(practical.employedTotalCeiling),
  };
}

function wageTier(course: TrainingCase, findings: Findings): Tier {
  const fourYears = course.fourYearCourse === true && findings.useIfInForce(practical.wageFourYearCeiling);
  return {
    rate: findings.use(practical.wageRate),
    yearCeiling: findings.use(practical.wageYearCeiling),
    totalCeiling: fourYears || findings.use(practical.wageTotalCeiling),
  };
}

/** All half-years at one rate, as one step of a top-up. */
function totalAt(steps: readonly TraceNode[]): TraceNode {
  return {
    rule: 'total-at-rate',
    amount: sum(steps),
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

function sum(steps: readonly TraceNode[]): number {
  let amount = 0;
  for (const step of steps) amount += step.amount;
  return amount;
}
