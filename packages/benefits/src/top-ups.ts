import type { TrainingCase } from './case.ts';
import { type CivilDate, lastDayWithin, laterOf } from './civil-date.ts';
import type { Findings } from './findings.ts';
import type { DatedParameter, Parameter } from './parameter.ts';
import { common } from './parameters/common.ts';
import { practical } from './parameters/practical.ts';
import { specified } from './parameters/specified.ts';
import type { Requirement } from './result.ts';
import { unconfirmed } from './unconfirmed.ts';

/** Which top-ups a course has earned. */
export interface TopUps {
  /** The day that earned the top-up for qualification and employment; null where it is not earned. */
  readonly employedOn: CivilDate | null;
  readonly wageRise: boolean;
  readonly requirements: readonly Requirement[];
}

const NO_TOP_UPS: TopUps = { employedOn: null, wageRise: false, requirements: [] };

/** Judges qualification, employment and wages after a course that ended on this day (null: not known). */
export function examineTopUps(course: TrainingCase, end: CivilDate | null, findings: Findings): TopUps {
  const { qualifiedOn, employedOn, wageUpPercent } = course;
  if (qualifiedOn === undefined && employedOn === undefined && wageUpPercent === undefined) return NO_TOP_UPS;

  const rate = topUpRate(course, findings);
  if (rate === undefined) return { ...NO_TOP_UPS, requirements: [noTopUp(course)] };

  const within = findings.use(common.topUpWithinMonths);
  const lastDay = end === null ? null : lastDayWithin(end, within.value);
  const requirements = [
    inTime('qualified-in-time', qualifiedOn, lastDay, within, '資格取得', 'Qualification'),
    inTime('employed-in-time', employedOn, lastDay, within, '就職', 'Employment'),
  ];
  const earned = requirements.every(({ status }) => status === 'met') || (end === null && bothGiven(course));
  if (end === null && bothGiven(course)) findings.doubt(unconfirmed.completionUnknown);

  const wage =
    wageUpPercent === undefined ? undefined : wageRequirement(course, wageUpPercent, earned, findings);
  if (wage !== undefined) requirements.push(wage);
  return {
    employedOn: earned ? earningDay(course, end, findings) : null,
    wageRise: earned && wage?.status === 'met',
    requirements,
  };
}

const topUpRates: Record<'specified' | 'practical', DatedParameter> = {
  specified: specified.employedRate,
  practical: practical.employedRate,
};

function topUpRate(course: TrainingCase, findings: Findings): Parameter | undefined {
  return course.kind === 'general' ? undefined : findings.useIfInForce(topUpRates[course.kind]);
}

function bothGiven(course: TrainingCase): boolean {
  return course.qualifiedOn !== undefined && course.employedOn !== undefined;
}

function noTopUp({ kind, start }: TrainingCase): Requirement {
  const first = kind === 'general' ? undefined : topUpRates[kind][0]?.from;
  return topUpRequirement(
    'no-top-up',
    'not-met',
    [],
    first === undefined
      ? '一般教育訓練に追加支給はありません。'
      : `追加支給は${first}以降に始めた訓練にあります（開始日 ${start}）。`,
    first === undefined
      ? 'General training has no top-up.'
      : `The top-up exists for training that starts on ${first} or later (start: ${start}).`,
  );
}

function inTime(
  code: string,
  date: CivilDate | undefined,
  lastDay: CivilDate | null,
  within: Parameter,
  ja: string,
  en: string,
): Requirement {
  const rule = {
    ja: `${ja}は修了の翌日から${within.value / 12}年以内${lastDay === null ? '' : `（${lastDay}まで）`}に必要です。`,
    en: `${en} is needed within ${within.value / 12} year of completion${lastDay === null ? '' : ` (by ${lastDay})`}.`,
  };
  if (date === undefined) {
    return topUpRequirement(
      code,
      'not-examined',
      [within],
      `${rule.ja}入力がありません。`,
      `${rule.en} No date given.`,
    );
  }
  const status = lastDay === null ? 'not-examined' : date <= lastDay ? 'met' : 'not-met';
  return topUpRequirement(
    code,
    status,
    [within],
    `${rule.ja}入力は${date}です。`,
    `${rule.en} Given: ${date}.`,
  );
}

function wageRequirement(
  course: TrainingCase,
  wageUpPercent: number,
  earned: boolean,
  findings: Findings,
): Requirement {
  const rise = course.kind === 'practical' ? findings.useIfInForce(practical.wageRise) : undefined;
  if (rise === undefined) {
    const first = practical.wageRise[0]?.from;
    return topUpRequirement(
      'wage-rise',
      'not-met',
      [],
      `賃金上昇による追加支給は、${first}以降に始めた専門実践教育訓練だけにあります。`,
      `The top-up for a wage rise exists only for practical training that starts on ${first} or later.`,
    );
  }
  const met = earned && wageUpPercent >= rise.value;
  return topUpRequirement(
    'wage-rise',
    met ? 'met' : 'not-met',
    [rise],
    `資格取得と就職のうえ、賃金が${rise.value}%以上上がることが必要です。入力は${wageUpPercent}%です。`,
    `Besides qualification and employment, wages must rise by ${rise.value} % or more. Given: ${wageUpPercent} %.`,
  );
}

/** The later of qualification and employment; not before the course was completed. */
function earningDay(course: TrainingCase, end: CivilDate | null, findings: Findings): CivilDate | null {
  const { qualifiedOn = null, employedOn = null } = course;
  if (qualifiedOn === null || employedOn === null) return null;
  const later = laterOf(qualifiedOn, employedOn);
  if (end === null || later > end) return later;
  findings.doubt(unconfirmed.earnedBeforeCompletion);
  return end;
}

function topUpRequirement(
  code: string,
  status: Requirement['status'],
  parameters: readonly Parameter[],
  ja: string,
  en: string,
): Requirement {
  return { code, about: 'top-up', status, parameters, text: { ja, en } };
}
