import type { Unconfirmed } from './parameter.ts';
import { sources } from './sources.ts';

/**
 * Every point that could not be confirmed at an official source. When one is confirmed, it is deleted
 * here, and with it from the lines that carry it. People read these sentences: what is for those who keep
 * the tables stands in comments.
 */
export const unconfirmed = {
  switchOf2018: {
    code: 'switch-of-2018',
    upTo: '2019-09-30',
    text: {
      ja: '2018年1月1日を境に率・上限・必要年数が変わったことは、民間の解説などによるもので、公式の資料では確認していません。',
      en: 'That rates, ceilings and required years changed on 2018-01-01 rests on guides; it was not read at an official source.',
    },
    source: sources.guides,
  },
  yearCeilingOf2014: {
    code: 'year-ceiling-of-2014',
    text: {
      ja: '2014年の法の60%の年間上限480,000円は、3年で1,440,000円とする資料から割り出したものです。',
      en: 'The yearly ceiling of 480,000 yen at 60 % under the law of 2014 is worked out from 1,440,000 yen in three years.',
    },
  },
  fourthYearTopUps: {
    code: 'fourth-year-top-ups',
    text: {
      ja: '4年課程の70%・80%の総額の上限（2,240,000円・2,560,000円）は、年間上限の4年分として割り出したものです。',
      en: 'The totals for four-year courses at 70 % and 80 % (2,240,000 and 2,560,000 yen) are worked out as four yearly ceilings.',
    },
  },
  fourthYearConditions: {
    code: 'fourth-year-conditions',
    text: {
      ja: '4年課程の4年目の支給には、賃金などの条件が付くことがあります。条件の内容は確認できていません。',
      en: 'The fourth year of a four-year course may depend on further conditions, such as wages; these are not confirmed.',
    },
  },
  fourthYearBefore2019: {
    code: 'fourth-year-before-2019',
    text: {
      ja: '2019年3月31日までに始めた4年課程に4年目の支給があるかは確認できていません。',
      en: 'Whether four-year courses started by 2019-03-31 are paid for their fourth year is not confirmed.',
    },
  },
  extensionLimitBefore2018: {
    code: 'extension-limit-before-2018',
    upTo: '2021-11-30',
    text: {
      ja: '離職後の期間の延長の限度が2018年1月1日に4年から20年になったことは、民間の解説などによるもので、公式の資料では確認していません。',
      en: 'That the limit of the extension after leaving work rose from 4 to 20 years on 2018-01-01 rests on guides; it was not read at an official source.',
    },
    source: sources.guides,
  },
  extensionMinimum: {
    code: 'extension-minimum',
    text: {
      ja: '延長に、続けて30日以上受講を始められないことが必要なことは、民間の解説などによるもので、公式の資料では確認していません。',
      en: 'That the extension needs 30 days or more in a row on which training could not be started rests on guides; it was not read at an official source.',
    },
    source: sources.guides,
  },
  confirmationTermBefore2024: {
    code: 'confirmation-term-before-2024',
    upTo: '2024-03-31',
    text: {
      ja: '2024年3月31日までに始めた訓練の受給資格確認の期限が開始日の1か月前だったことは、民間の解説などによるもので、公式の資料では確認していません。',
      en: 'That training started by 2024-03-31 asked for the confirmation of eligibility one month before rests on guides; it was not read at an official source.',
    },
    source: sources.guides,
  },
  wageTopUpDeadline: {
    code: 'wage-top-up-deadline',
    text: {
      ja: '80%の追加支給の申請期限は確認できていません。70%の条件を満たした翌日から6か月たった日から6か月以内とする民間の解説があります。',
      en: 'The deadline for the 80 % top-up is not confirmed. An unofficial guide gives six months, from six months after the day following that on which the conditions for 70 % were met.',
    },
  },
  supportRateBefore2018: {
    code: 'support-rate-before-2018',
    upTo: '2017-12-31',
    text: {
      ja: '2017年12月31日までに始めた訓練の支援給付金の率が50%だったことは、民間の解説などによるもので、公式の資料では確認していません。',
      en: 'That the support allowance paid 50 % for training started by 2017-12-31 rests on guides; it was not read at an official source.',
    },
    source: sources.guides,
  },
  leaveAmount: {
    code: 'leave-amount',
    text: {
      ja: '休暇給付金の1日の額が基本手当の日額と同じで、30日ごとに申請することは、公式の資料では確認できていません。',
      en: 'That the leave benefit pays the basic allowance for each day and is claimed every 30 days is not confirmed at an official source.',
    },
  },
  documents: {
    code: 'documents',
    text: {
      ja: 'ジョブ・カードと受給資格確認のほかの必要書類は、一般的な案内によるもので、公式の資料では確認できていません。',
      en: 'The documents other than the job card and the confirmation of eligibility follow common guides; not confirmed at an official source.',
    },
  },
  topUpFloor: {
    code: 'top-up-floor',
    text: {
      ja: '4,000円以下不支給を、追加支給の差額にも当てはめるかは確認できていません。ここでは新しい率で計算した額に当てはめています。',
      en: 'Whether the 4,000-yen floor also applies to the difference of a top-up is not confirmed; here it applies to the amount at the new rate.',
    },
  },
  floorUnderCeiling: {
    code: 'floor-under-ceiling',
    text: {
      ja: '上限までの残りが4,000円以下のときに、その残りが支給されるかは確認できていません。ここでは支給されるものとしています。',
      en: 'Whether a remainder of 4,000 yen or less under a ceiling is paid is not confirmed; here it is paid.',
    },
  },
  topUpRounding: {
    code: 'top-up-rounding',
    text: {
      ja: '追加支給の1円未満の切捨てを期ごとに行うか年ごとに行うかで額が変わります。ここでは期ごとに切り捨てています。',
      en: 'The top-up differs by whether fractions of a yen are dropped for each period or each year; here for each period.',
    },
  },
  yearOfCeiling: {
    code: 'year-of-ceiling',
    text: {
      ja: '年間上限は、開始日から1年ごとに区切った2期に当てはめています。年をまたぐ2期では上限を超えるため、確認が必要です。',
      en: 'The yearly ceiling is applied to the two periods of each year from the start. Two periods across a year exceed it here: to be confirmed.',
    },
  },
  periodWithoutDay: {
    code: 'period-without-day',
    text: {
      ja: '開始日に応当する日がない月があります。支給単位期間の区切りは、その月の末日を応当日とみなしていますが、確認が必要です。',
      en: 'Some month has no day corresponding to the start; its last day is taken instead to divide the periods: to be confirmed.',
    },
  },
  earnedBeforeCompletion: {
    code: 'earned-before-completion',
    text: {
      ja: '修了前に資格取得と就職の両方が済んでいるため、追加支給の申請期限は修了日から数えています。確認が必要です。',
      en: 'Both qualification and employment precede completion, so the deadline of the top-up is counted from completion: to be confirmed.',
    },
  },
  windowCrossed: {
    code: 'window-crossed',
    text: {
      ja: '支給限度期間（10年）の途中で始まり、その後に終わる訓練の扱いは確認できていません。ここではすべてを期間内として計算しています。',
      en: 'How training is treated that starts within the ten-year window and ends after it is not confirmed; here all of it counts within.',
    },
  },
  secondYearOfGeneral: {
    code: 'second-year-of-general',
    text: {
      ja: '一般教育訓練の期間が1年を超えるとき、超える部分の受講料は対象外とされています。ここでは入力された費用の全額で計算しています。',
      en: 'For general training longer than one year, fees for the part beyond are said not to count; here the whole fee entered is used.',
    },
  },
  completionUnknown: {
    code: 'completion-unknown',
    text: {
      ja: '修了日の入力がないため、資格取得と就職が修了後1年以内かどうかを確かめていません。',
      en: 'Without a completion date, whether qualification and employment fall within one year of it is not examined.',
    },
  },
  // The extracted text of the report reads 300 hours, which looks like a scan error for 30.
  ictHoursAtLevel4: {
    code: 'ict-hours-at-level-4',
    text: {
      ja: 'ITSSレベル4以上の課程の最低時間を30時間としていることは、公式の資料では確認していません。',
      en: 'That 30 hours are the minimum for courses at ITSS level 4 and above was not read at an official source.',
    },
  },
  // Read from how specified type 2 is worded.
  ictLevelOfPractical: {
    code: 'ict-level-of-practical',
    text: {
      ja: '専門実践の第5類型の「一定レベル」をITSSレベル3以上としていることは、公式の資料では確認していません。',
      en: 'That type 5 asks for ITSS level 3 or above was not read at an official source.',
    },
  },
  generalTypes: {
    code: 'general-types',
    text: {
      ja: '一般教育訓練の期間・時間は原則で、例外があります。資格がどちらの類型に当たるかも確認が必要です。',
      en: 'The lengths for general training are a principle with exceptions; under which type a qualification falls is to be confirmed too.',
    },
  },
} satisfies Record<string, Unconfirmed>;
