import type { TrainingCase, TrainingKind } from './case.ts';
import { lastDayWithin } from './civil-date.ts';
import type { Findings } from './findings.ts';
import { insuredOrLeftRecently } from './left-work.ts';
import type { DatedParameter, Parameter } from './parameter.ts';
import { general } from './parameters/general.ts';
import { practical } from './parameters/practical.ts';
import { specified } from './parameters/specified.ts';
import { requirement } from './requirement.ts';
import type { Requirement } from './result.ts';

interface YearsAsked {
  readonly firstYears: DatedParameter;
  readonly laterYears: DatedParameter;
  readonly interval: DatedParameter;
}

const asked: Record<TrainingKind, YearsAsked> = { general, specified, practical };

/** What a person must fulfil to be paid for a course of this kind that starts on this day. */
export function examineEligibility(course: TrainingCase, findings: Findings): Requirement[] {
  const { firstYears, laterYears, interval } = asked[course.kind];
  return [
    insuredYears(course, findings.use(firstYears), findings.use(laterYears)),
    sinceLastBenefit(course, findings.use(interval)),
    insuredOrLeftRecently(course, findings),
  ];
}

/** false when a condition is not met, true when all are met, null when something is left to examine. */
export function eligibleBy(requirements: readonly Requirement[]): boolean | null {
  let open = false;
  for (const { about, status } of requirements) {
    if (about !== 'benefit') continue;
    if (status === 'not-met') return false;
    if (status === 'not-examined') open = true;
  }
  return open ? null : true;
}

function insuredYears(course: TrainingCase, first: Parameter, later: Parameter): Requirement {
  const { insuredYears: years, firstTime, lastBenefitOn, earlierPractical } = course;
  const hadBenefit = firstTime === false || lastBenefitOn !== undefined || earlierPractical !== undefined;
  const given =
    years === undefined
      ? { ja: '入力がありません。', en: 'None given.' }
      : { ja: `入力は${years}年です。`, en: `Given: ${years}.` };
  if (firstTime === true || hadBenefit) {
    const needed = hadBenefit ? later : first;
    return requirement(
      'insured-years',
      years === undefined ? 'not-examined' : years >= needed.value ? 'met' : 'not-met',
      [needed],
      `被保険者期間は${hadBenefit ? '2回目以降' : '初回'}で${needed.value}年以上必要です。${given.ja}`,
      `Insured years needed ${hadBenefit ? 'after an earlier benefit' : 'the first time'}: ${needed.value} or more. ${given.en}`,
    );
  }
  const settled = years !== undefined && (years >= later.value || years < first.value);
  return requirement(
    'insured-years',
    !settled ? 'not-examined' : years >= later.value ? 'met' : 'not-met',
    [first, later],
    `被保険者期間は、初回なら${first.value}年以上、2回目以降なら${later.value}年以上必要です。${given.ja}`,
    `Insured years needed: ${first.value} or more the first time, ${later.value} or more later. ${given.en}`,
  );
}

function sinceLastBenefit(course: TrainingCase, interval: Parameter): Requirement {
  const code = 'since-last-benefit';
  if (course.firstTime === true) {
    return requirement(
      code,
      'met',
      [interval],
      '教育訓練給付を受けるのは初めてです。',
      'This is the first training benefit.',
    );
  }
  const rule = {
    ja: `前回の支給から${interval.value}年を過ぎてから始める必要があります。`,
    en: `More than ${interval.value} years must pass between the last benefit and the start.`,
  };
  if (course.lastBenefitOn === undefined) {
    return requirement(
      code,
      'not-examined',
      [interval],
      `${rule.ja}前回の支給日の入力がありません。`,
      `${rule.en} The date of the last benefit was not given.`,
    );
  }
  const blockedUntil = lastDayWithin(course.lastBenefitOn, interval.value * 12);
  return requirement(
    code,
    course.start > blockedUntil ? 'met' : 'not-met',
    [interval],
    `${rule.ja}前回は${course.lastBenefitOn}で、${blockedUntil}の翌日から始められます。`,
    `${rule.en} The last was on ${course.lastBenefitOn}: starts after ${blockedUntil} qualify.`,
  );
}
