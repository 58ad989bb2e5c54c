import { articles } from './articles.ts';
import type { LeaveCase, SupportCase } from './case.ts';
import { addDays, consecutivePeriods } from './civil-date.ts';
import { claimWithin } from './claims.ts';
import type { Findings } from './findings.ts';
import type { Parameter } from './parameter.ts';
import { leave } from './parameters/leave.ts';
import { support } from './parameters/support.ts';
import { type PaymentWithReason, withReason } from './payment.ts';
import { percentOf } from './steps.ts';
import { noArticles, noChildren, noParameters, type TraceNode } from './trace.ts';

/** 教育訓練支援給付金: a daily amount for each day certified as unemployed, two months at a time. */
export function paySupport(described: SupportCase, findings: Findings): PaymentWithReason[] {
  const rate = findings.use(support.rate);
  const months = findings.use(support.periodMonths).value;
  const daily = dailyAmount(described.basicDailyAllowance, rate);
  const periods = consecutivePeriods(described.start, months, described.certifiedDays.length);
  return periods.map((period, index) => {
    const days = described.certifiedDays[index] ?? 0;
    return withReason({
      code: 'support',
      name: {
        ja: `教育訓練支援給付金（第${index + 1}回）`,
        en: `support allowance, certification ${index + 1}`,
      },
      period,
      dueBy: null,
      claimWithin: claimWithin.certification,
      claim: articles.actSuppl11_2,
      steps: [daysPaid(daily, days, days, noParameters)],
    });
  });
}

/** 教育訓練休暇給付金: the basic allowance for the days of leave, up to what the years enrolled allow. */
export function payLeave(described: LeaveCase, findings: Findings): PaymentWithReason[] {
  const most = maxDays(described.insuredYears, findings);
  const daily = dailyAmount(described.basicDailyAllowance, findings.use(leave.rate));
  const days = Math.min(described.leaveDays, most.value);
  return [
    withReason({
      code: 'leave',
      name: { ja: '教育訓練休暇給付金', en: 'training leave benefit' },
      period: { from: described.start, to: addDays(described.start, described.leaveDays - 1) },
      dueBy: null,
      claimWithin: claimWithin.leave,
      claim: articles.act60_3,
      steps: [daysPaid(daily, days, described.leaveDays, [most])],
    }),
  ];
}

function maxDays(years: number, findings: Findings): Parameter {
  if (years >= 20) return findings.use(leave.daysFrom20Years);
  if (years >= 10) return findings.use(leave.daysFrom10Years);
  return findings.use(leave.daysFrom5Years);
}

function dailyAmount(allowance: number, rate: Parameter): TraceNode {
  return {
    rule: 'share-of-daily-allowance',
    amount: percentOf(allowance, rate.value),
    allowance,
    parameters: [rate],
    articles: noArticles,
    children: noChildren,
  };
}

function daysPaid(
  daily: TraceNode,
  days: number,
  asked: number,
  parameters: readonly Parameter[],
): TraceNode {
  return {
    rule: 'days-paid',
    amount: daily.amount * days,
    days,
    asked,
    parameters,
    articles: noArticles,
    children: [daily],
  };
}
