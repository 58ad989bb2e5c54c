import type { TrainingCase, TrainingKind } from './case.ts';
import { addDays, daysBetween, earlierOf, lastDayWithin } from './civil-date.ts';
import type { Findings } from './findings.ts';
import type { DatedParameter, Parameter } from './parameter.ts';
import { common } from './parameters/common.ts';
import { general } from './parameters/general.ts';
import { practical } from './parameters/practical.ts';
import { specified } from './parameters/specified.ts';
import type { Requirement } from './result.ts';

interface YearsAsked {
  readonly firstYears: DatedParameter;
  readonly laterYears: DatedParameter;
  readonly interval: DatedParameter;
}

const asked: Record<TrainingKind, YearsAsked> = { general, specified, practical };

const noLimit: readonly Parameter[] = [];

const extensionReasonNames = {
  pregnancy: { ja: '妊娠', en: 'pregnancy' },
  birth: { ja: '出産', en: 'birth' },
  childcare: { ja: '育児', en: 'childcare' },
  illness: { ja: '疾病', en: 'illness' },
  injury: { ja: '負傷', en: 'injury' },
  other: { ja: 'その他の理由', en: 'another reason' },
};

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

function requirement(
  code: string,
  status: Requirement['status'],
  parameters: readonly Parameter[],
  ja: string,
  en: string,
): Requirement {
  return { code, about: 'benefit', status, parameters, text: { ja, en } };
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

/** Insured on the start date, or within a year of leaving work, or within the extension of that year. */
function insuredOrLeftRecently(course: TrainingCase, findings: Findings): Requirement {
  const code = 'insured-or-left-recently';
  const { start, leftWorkOn, extension } = course;
  if (leftWorkOn === undefined) {
    return requirement(
      code,
      'met',
      noLimit,
      '離職日の入力がないため、受講開始日に雇用保険に加入しているものとして見ています。',
      'No date of leaving work was given: the person is taken to be insured on the start date.',
    );
  }
  if (leftWorkOn >= start) {
    return requirement(
      code,
      'met',
      noLimit,
      '受講開始日に雇用保険に加入しています。',
      'Insured on the start date.',
    );
  }
  const within = findings.use(common.leftWithinYears);
  const limit = lastDayWithin(leftWorkOn, within.value * 12);
  const rule = {
    ja: `離職の翌日から${within.value}年以内(${limit}まで)に始める必要があります。`,
    en: `Training must start within ${within.value} year of the day after leaving work (by ${limit}).`,
  };
  if (start <= limit) return requirement(code, 'met', [within], rule.ja, rule.en);

  const furthest = findings.use(common.extendedWithinYears);
  const furthestDay = lastDayWithin(leftWorkOn, furthest.value * 12);
  const missing = daysBetween(limit, start);
  if (start > furthestDay) {
    return requirement(
      code,
      'not-met',
      [within, furthest],
      `${rule.ja}延長しても最大${furthest.value}年(${furthestDay}まで)です。`,
      `${rule.en} Even extended, the limit is ${furthest.value} years (${furthestDay}).`,
    );
  }
  if (extension === undefined) {
    return requirement(
      code,
      'not-met',
      [within, furthest],
      `${rule.ja}妊娠・出産・育児・疾病・負傷などで始められなかったときは、申請により最大${furthest.value}年まで延長できます。`,
      `${rule.en} If pregnancy, birth, childcare, illness, injury or the like prevented it, an extension to at most ${furthest.value} years can be applied for.`,
    );
  }
  const minimum = findings.use(common.extensionMinimumDays);
  const why = extensionReasonNames[extension.reason];
  if (extension.days === undefined || extension.days < minimum.value) {
    return requirement(
      code,
      'not-examined',
      [within, furthest, minimum],
      `${rule.ja}${why.ja}により続けて${minimum.value}日以上受講を始められなかったときは、その日数だけ延長されます。この開始日には${missing}日以上の延長が必要です。`,
      `${rule.en} Where ${why.en} prevented a start for ${minimum.value} days or more in a row, it is extended by those days. This start needs ${missing} or more.`,
    );
  }
  const extendedTo = earlierOf(addDays(limit, extension.days), furthestDay);
  return requirement(
    code,
    start <= extendedTo ? 'met' : 'not-met',
    [within, furthest, minimum],
    `${rule.ja}${why.ja}により受講を始められなかった${extension.days}日が延長され、${extendedTo}までに始めれば対象です(最大${furthest.value}年)。ハローワークへの延長の申請が必要です。`,
    `${rule.en} It is extended by the ${extension.days} days on which ${why.en} prevented a start: starts by ${extendedTo} qualify (limit: ${furthest.value} years). The extension must be applied for at Hello Work.`,
  );
}
