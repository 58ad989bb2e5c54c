import type { Text } from '../text.ts';

/** What each field of the input is called, in messages and by whoever builds a form or a table of cases. */
export const fieldNames = {
  kind: { ja: '給付の種類', en: 'kind of benefit' },
  start: { ja: '受講開始日', en: 'start date' },
  fees: { ja: '受講費用', en: 'fee' },
  months: { ja: '受講期間（月数）', en: 'length in months' },
  completedOn: { ja: '修了日', en: 'completion date' },
  fourYearCourse: { ja: '法令上最短4年の課程', en: 'course of a legal minimum of four years' },
  qualifiedOn: { ja: '資格取得日', en: 'date of qualification' },
  employedOn: { ja: '就職日', en: 'date of employment' },
  wageUpPercent: { ja: '賃金の上昇率', en: 'rise of wages' },
  insuredYears: { ja: '被保険者期間（年）', en: 'insured years' },
  firstTime: { ja: '初回の受給', en: 'first benefit' },
  lastBenefitOn: { ja: '前回の支給日', en: 'date of the last benefit' },
  leftWorkOn: { ja: '離職日', en: 'date of leaving work' },
  extension: { ja: '適用対象期間の延長', en: 'extension after leaving work' },
  'extension.reason': { ja: '延長の理由', en: 'reason of the extension' },
  'extension.days': { ja: '受講を始められなかった日数', en: 'days on which training could not start' },
  earlierPractical: { ja: '以前の専門実践教育訓練', en: 'earlier practical training' },
  'earlierPractical.start': {
    ja: '最初の専門実践教育訓練の開始日',
    en: 'start of the first practical training',
  },
  'earlierPractical.paid': {
    ja: '専門実践教育訓練の既支給額',
    en: 'amount already paid for practical training',
  },
  ageAtStart: { ja: '開始日の年齢', en: 'age at the start' },
  mode: { ja: '受講の形態', en: 'mode of training' },
  basicDailyAllowance: { ja: '基本手当日額', en: 'daily basic allowance' },
  certifiedDays: { ja: '失業の認定を受けた日数', en: 'days certified as unemployed' },
  leaveDays: { ja: '休暇の日数', en: 'days of leave' },
  unpaid: { ja: '無給', en: 'unpaid' },
  insuredMonthsInTwoYears: {
    ja: '直前2年間の被保険者期間（月数）',
    en: 'insured months in the last two years',
  },
  programme: { ja: '課程の種類', en: 'programme' },
  hours: { ja: '訓練時間', en: 'hours of teaching' },
  itssLevel: { ja: 'ITSSレベル', en: 'ITSS level' },
  shortestToQualification: { ja: '資格取得までの最短期間', en: 'shortest time to the qualification' },
  level: { ja: '講座の水準', en: 'level of the course' },
} satisfies Record<string, Text>;

export type FieldName = keyof typeof fieldNames;
