import type { TrainingCase } from './case.ts';
import { addDays, type CivilDate, daysBetween, earlierOf, lastDayWithin } from './civil-date.ts';
import type { Findings } from './findings.ts';
import type { Parameter } from './parameter.ts';
import { common } from './parameters/common.ts';
import { requirement } from './requirement.ts';
import type { Requirement } from './result.ts';
import type { Text } from './text.ts';
import { noParameters } from './trace.ts';

const code = 'insured-or-left-recently';

const extensionReasonNames = {
  pregnancy: { ja: '妊娠', en: 'pregnancy' },
  birth: { ja: '出産', en: 'birth' },
  childcare: { ja: '育児', en: 'childcare' },
  illness: { ja: '疾病', en: 'illness' },
  injury: { ja: '負傷', en: 'injury' },
  other: { ja: 'その他の理由', en: 'another reason' },
};

/** Insured on the start date, or within a year of leaving work, or within the extension of that year. */
export function insuredOrLeftRecently(course: TrainingCase, findings: Findings): Requirement {
  const { start, leftWorkOn } = course;
  if (leftWorkOn === undefined) {
    return requirement(
      code,
      'met',
      noParameters,
      '離職日の入力がないため、受講開始日に雇用保険に加入しているものとして見ています。',
      'No date of leaving work was given: the person is taken to be insured on the start date.',
    );
  }
  if (leftWorkOn >= start) {
    return requirement(
      code,
      'met',
      noParameters,
      '受講開始日に雇用保険に加入しています。',
      'Insured on the start date.',
    );
  }
  const within = findings.use(common.leftWithinYears);
  const limit = lastDayWithin(leftWorkOn, within.value * 12);
  const rule = {
    ja: `離職の翌日から${within.value}年以内（${limit}まで）に始める必要があります。`,
    en: `Training must start within ${within.value} year of the day after leaving work (by ${limit}).`,
  };
  if (start <= limit) return requirement(code, 'met', [within], rule.ja, rule.en);
  return withinExtension(course, { leftWorkOn, within, limit, rule }, findings);
}

/** The year after leaving work, which the start has missed. */
interface MissedYear {
  readonly leftWorkOn: CivilDate;
  readonly within: Parameter;
  readonly limit: CivilDate;
  readonly rule: Text;
}

function withinExtension(
  { start, extension }: TrainingCase,
  { leftWorkOn, within, limit, rule }: MissedYear,
  findings: Findings,
): Requirement {
  const furthest = findings.use(common.extendedWithinYears);
  const furthestDay = lastDayWithin(leftWorkOn, furthest.value * 12);
  const missing = daysBetween(limit, start);
  if (start > furthestDay) {
    return requirement(
      code,
      'not-met',
      [within, furthest],
      `${rule.ja}延長しても最大${furthest.value}年（${furthestDay}まで）です。`,
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
      extension.days === undefined ? 'not-examined' : 'not-met',
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
    `${rule.ja}${why.ja}により受講を始められなかった${extension.days}日が延長され、${extendedTo}までに始めれば対象です（最大${furthest.value}年）。ハローワークへの延長の申請が必要です。`,
    `${rule.en} It is extended by the ${extension.days} days on which ${why.en} prevented a start: starts by ${extendedTo} qualify (limit: ${furthest.value} years). The extension must be applied for at Hello Work.`,
  );
}
