import { type CivilDate, lastDayWithin } from './civil-date.ts';
import type { Findings } from './findings.ts';
import { common } from './parameters/common.ts';
import type { Text } from './text.ts';

/** The last day to claim what an event gave a right to. */
export function claimBy(event: CivilDate, findings: Findings): CivilDate {
  return lastDayWithin(event, findings.use(common.claimMonths).value);
}

export const claimWithin = {
  completion: {
    ja: '修了日の翌日から1か月以内',
    en: 'within 1 month, counted from the day after completion',
  },
  halfYear: {
    ja: '支給単位期間の末日の翌日から1か月以内',
    en: 'within 1 month, counted from the day after the six-month period ends',
  },
  qualificationAndEmployment: {
    ja: '資格取得と就職のうち遅い方の翌日から1か月以内',
    en: 'within 1 month, counted from the day after the later of qualification and employment',
  },
  wageRise: {
    ja: '期限は要確認。ハローワークにお尋ねください',
    en: 'deadline to be confirmed: ask Hello Work',
  },
  certification: {
    ja: '2か月ごとの失業の認定日（ハローワークが指定）',
    en: 'on the day of certification every two months, named by Hello Work',
  },
  leave: {
    ja: '申請の間隔は要確認。ハローワークにお尋ねください',
    en: 'interval of claims to be confirmed: ask Hello Work',
  },
} satisfies Record<string, Text>;
