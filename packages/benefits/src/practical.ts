import { articles } from './articles.ts';
import type { TrainingCase } from './case.ts';
import { type CivilDate, correspondingDay, type Period } from './civil-date.ts';
import { claimBy, claimWithin } from './claims.ts';
import type { Findings } from './findings.ts';
import type { DatedParameter } from './parameter.ts';
import { practical } from './parameters/practical.ts';
import { type PaymentWithReason, withReason } from './payment.ts';
import type { PracticalCourse } from './practical-course.ts';
import { type Allowance, halfYearAmounts, sumOf, type Tier, totalAtRate } from './practical-tier.ts';
import { topUp } from './steps.ts';
import type { Text } from './text.ts';
import type { TopUps } from './top-ups.ts';
import type { TraceNode } from './trace.ts';
import { unconfirmed } from './unconfirmed.ts';

/** 専門実践: a payment for each half-year, and the top-ups as differences. */
export function payPractical(
  course: TrainingCase,
  { periods, fees }: PracticalCourse,
  topUps: TopUps,
  findings: Findings,
): PaymentWithReason[] {
  const allowance = allowanceOf(course, periods.at(-1)?.to ?? course.start, findings);
  const base = halfYearAmounts(fees, inForceFor(course, baseTier, findings), allowance, findings);
  const payments = base.map((step, index) => halfYearPayment(step, index + 1, periods[index], findings));
  let paid = sumOf(base);

  if (topUps.employedOn !== null) {
    const total = totalAtRate(fees, inForceFor(course, employedTier, findings), allowance, findings);
    payments.push(
      withReason({
        code: 'employed-top-up',
        name: {
          ja: '専門実践教育訓練給付金（資格取得・就職による追加）',
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
    const total = totalAtRate(fees, inForceFor(course, wageTier, findings), allowance, findings);
    payments.push(
      withReason({
        code: 'wage-top-up',
        name: { ja: '専門実践教育訓練給付金（賃金上昇による追加）', en: 'top-up for the wage rise' },
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

const halfYearNames: Text[] = [];

/** The same few names in every answer: each is put together once. */
function halfYearName(number: number): Text {
  halfYearNames[number] ??= {
    ja: `専門実践教育訓練給付金（第${number}期）`,
    en: `practical training benefit, period ${number}`,
  };
  return halfYearNames[number];
}

function halfYearPayment(
  step: TraceNode,
  number: number,
  period: Period | undefined,
  findings: Findings,
): PaymentWithReason {
  return withReason({
    code: 'half-year',
    name: halfYearName(number),
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

/** A rate with its ceilings, as the statute table dates them. */
interface DatedTier {
  readonly rate: DatedParameter;
  readonly yearCeiling: DatedParameter;
  readonly totalCeiling: DatedParameter;
  readonly fourYearCeiling: DatedParameter;
}

const baseTier: DatedTier = practical;

const employedTier: DatedTier = {
  rate: practical.employedRate,
  yearCeiling: practical.employedYearCeiling,
  totalCeiling: practical.employedTotalCeiling,
  fourYearCeiling: practical.employedFourYearCeiling,
};

const wageTier: DatedTier = {
  rate: practical.wageRate,
  yearCeiling: practical.wageYearCeiling,
  totalCeiling: practical.wageTotalCeiling,
  fourYearCeiling: practical.wageFourYearCeiling,
};

function inForceFor(course: TrainingCase, tier: DatedTier, findings: Findings): Tier {
  const fourYears = course.fourYearCourse === true ? findings.useIfInForce(tier.fourYearCeiling) : undefined;
  return {
    rate: findings.use(tier.rate),
    yearCeiling: findings.use(tier.yearCeiling),
    totalCeiling: fourYears ?? findings.use(tier.totalCeiling),
  };
}
