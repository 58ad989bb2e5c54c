import type { LeaveCase, SupportCase } from './case.ts';
import type { Findings } from './findings.ts';
import type { Parameter } from './parameter.ts';
import { leave } from './parameters/leave.ts';
import { support } from './parameters/support.ts';
import { requirement } from './requirement.ts';
import type { Requirement } from './result.ts';

function judge(
  code: string,
  met: boolean | undefined,
  parameters: readonly Parameter[],
  ja: string,
  en: string,
): Requirement {
  const status = met === undefined ? 'not-examined' : met ? 'met' : 'not-met';
  return requirement(code, status, parameters, ja, en);
}

/** Training begun within the law's term, under 45, out of work, for the first time, by day. */
export function examineSupport(described: SupportCase, findings: Findings): Requirement[] {
  const rate = findings.useIfInForce(support.rate);
  const lastStart = support.rate.at(-1)?.to ?? '';
  const age = findings.use(support.ageBelow);
  const { ageAtStart, leftWorkOn, firstTime, mode, start } = described;
  return [
    judge(
      'within-term',
      rate !== undefined,
      rate === undefined ? [] : [rate],
      `${lastStart}までに始めた訓練が対象です。`,
      `Training must start by ${lastStart}.`,
    ),
    judge(
      'age',
      ageAtStart === undefined ? undefined : ageAtStart < age.value,
      [age],
      `開始日に${age.value}歳未満であることが必要です。${ageAtStart === undefined ? '入力がありません。' : `入力は${ageAtStart}歳です。`}`,
      `Under ${age.value} on the start date. ${ageAtStart === undefined ? 'None given.' : `Given: ${ageAtStart}.`}`,
    ),
    judge(
      'out-of-work',
      leftWorkOn === undefined ? undefined : leftWorkOn < start,
      [],
      `離職していることが必要です。${leftWorkOn === undefined ? '離職日の入力がありません。' : `離職日は${leftWorkOn}です。`}`,
      `The person must have left work. ${leftWorkOn === undefined ? 'No date given.' : `Left on ${leftWorkOn}.`}`,
    ),
    judge(
      'first-time',
      firstTime,
      [],
      '教育訓練給付を受けるのが初めてであることが必要です。',
      'It must be the first training benefit.',
    ),
    judge(
      'mode',
      mode === undefined ? undefined : mode === 'day',
      [],
      '通信制・夜間制の訓練は対象外です。',
      'Correspondence and evening courses are left out.',
    ),
  ];
}

/** Unpaid leave of at least 30 days in a row, insured lately and enrolled long enough. */
export function examineLeave(described: LeaveCase, findings: Findings): Requirement[] {
  const days = findings.use(leave.minimumDays);
  const months = findings.use(leave.insuredMonths);
  const years = findings.use(leave.enrolledYears);
  const { leaveDays, unpaid, insuredMonthsInTwoYears: insured, insuredYears } = described;
  return [
    judge(
      'leave-days',
      leaveDays >= days.value,
      [days],
      `続けて${days.value}日以上の休暇が必要です。入力は${leaveDays}日です。`,
      `${days.value} or more consecutive days of leave. Given: ${leaveDays}.`,
    ),
    judge('unpaid', unpaid, [], '無給の休暇であることが必要です。', 'The leave must be unpaid.'),
    judge(
      'insured-months',
      insured === undefined ? undefined : insured >= months.value,
      [months],
      `休暇前の2年間に被保険者期間が${months.value}か月以上必要です。${insured === undefined ? '入力がありません。' : `入力は${insured}か月です。`}`,
      `${months.value} insured months in the two years before. ${insured === undefined ? 'None given.' : `Given: ${insured}.`}`,
    ),
    judge(
      'enrolled-years',
      insuredYears >= years.value,
      [years],
      `雇用保険の加入期間が${years.value}年以上必要です。入力は${insuredYears}年です。`,
      `${years.value} or more years enrolled. Given: ${insuredYears}.`,
    ),
  ];
}
