import { type Partly, phrasebook } from '../text/phrasebook.ts';

/** A day as it is said: 12月1日（火）, Tuesday 1 December. */
export interface DayWords {
  month: number;
  date: number;
  /** 0 is Sunday. */
  weekday: number;
  /** In English. */
  written: string;
}

const weekdays = [
  '日《にち》',
  '月《げつ》',
  '火《か》',
  '水《すい》',
  '木《もく》',
  '金《きん》',
  '土《ど》',
];
const dayIn = ({ month, date, weekday }: DayWords) =>
  `${month}｜月《がつ》${date}｜日《にち》（｜${weekdays[weekday]}）`;

const ja = {
  days: {
    'every-day': '｜毎日《まいにち》',
    'every-day-but-new-year':
      '｜毎日《まいにち》（12｜月《がつ》29｜日《にち》〜1｜月《がつ》3｜日《にち》を｜除《のぞ》く）',
    weekdays: '｜平日《へいじつ》',
    saturday: '｜土曜日《どようび》',
    'sunday-and-holidays': '｜日曜日《にちようび》と｜祝日《しゅくじつ》',
  },
  /** A day's spans are joined by this. */
  and: '、',
  span: (from: string, to: string) => `${from}〜${to}`,
  allDay: '24｜時間《じかん》',
  closedOnHolidays: '（｜祝日《しゅくじつ》・｜年末《ねんまつ》｜年始《ねんし》は｜休《やす》み）',
  openUntil: (until: string) => `いま｜受付中《うけつけちゅう》（${until}まで）`,
  openAlways: 'いま｜受付中《うけつけちゅう》（24｜時間《じかん》）',
  closed: 'いまは｜受付《うけつけ》｜時間外《じかんがい》です',
  opensToday: (time: string) =>
    `いまは｜受付《うけつけ》｜時間外《じかんがい》です（｜今日《きょう》${time}から）`,
  opensTomorrow: (time: string) =>
    `いまは｜受付《うけつけ》｜時間外《じかんがい》です（｜明日《あした》${time}から）`,
  opensOn: (day: DayWords, time: string) =>
    `いまは｜受付《うけつけ》｜時間外《じかんがい》です（${dayIn(day)}${time}から）`,
  mail: 'メール',
  form: 'フォームから｜知《し》らせる',
  call: (name: string, number: string) => `${name}に電話する：${number}`,
  checkedOn: (day: string) => `｜番号《ばんごう》と｜時間《じかん》を｜確《たし》かめた｜日《ひ》：${day}`,
};

const en: typeof ja = {
  days: {
    'every-day': 'every day',
    'every-day-but-new-year': 'every day but 29 December to 3 January',
    weekdays: 'Monday to Friday',
    saturday: 'Saturdays',
    'sunday-and-holidays': 'Sundays and public holidays',
  },
  and: ', ',
  span: (from, to) => `${from}–${to}`,
  allDay: '24 hours',
  closedOnHolidays: ' (closed on public holidays and from 29 December to 3 January)',
  openUntil: (until) => `Open now, until ${until} (Japan time)`,
  openAlways: 'Open now, 24 hours a day',
  closed: 'Closed now',
  opensToday: (time) => `Closed now. Opens today at ${time} (Japan time)`,
  opensTomorrow: (time) => `Closed now. Opens tomorrow at ${time} (Japan time)`,
  opensOn: ({ written }, time) => `Closed now. Opens on ${written} at ${time} (Japan time)`,
  mail: 'Mail',
  form: 'Report by form',
  call: (name, number) => `Call ${name}: ${number}`,
  checkedOn: (day) => `Number and hours last checked on ${day}`,
};

const easy: Partly<typeof ja> = {
  days: {
    weekdays: '｜月曜日《げつようび》から｜金曜日《きんようび》',
    'sunday-and-holidays':
      '｜日曜日《にちようび》と｜祝日《しゅくじつ》（｜国《くに》の｜休《やす》みの｜日《ひ》）',
    'every-day-but-new-year':
      '｜毎日《まいにち》（12｜月《がつ》29｜日《にち》から1｜月《がつ》3｜日《にち》は｜休《やす》み）',
  },
  closedOnHolidays:
    '（｜祝日《しゅくじつ》と、12｜月《がつ》29｜日《にち》から1｜月《がつ》3｜日《にち》は｜休《やす》み）',
  openUntil: (until: string) => `いま｜電話《でんわ》できます（${until}まで）`,
  openAlways: 'いつでも｜電話《でんわ》できます（24｜時間《じかん》）',
  closed: 'いまは｜電話《でんわ》できません',
  opensToday: (time: string) =>
    `いまは｜電話《でんわ》できません。｜今日《きょう》の${time}から｜電話《でんわ》できます`,
  opensTomorrow: (time: string) =>
    `いまは｜電話《でんわ》できません。｜明日《あした》の${time}から｜電話《でんわ》できます`,
  opensOn: (day: DayWords, time: string) =>
    `いまは｜電話《でんわ》できません。${dayIn(day)}の${time}から｜電話《でんわ》できます`,
  form: 'インターネットで｜知《し》らせる',
  checkedOn: (day: string) => `${day}に、｜番号《ばんごう》を｜確《たし》かめました`,
};

/** The sentences of how somebody is reached. */
export const contactText = phrasebook({ ja, en, easy });

/** A time of day as it is said: 8:30 for `08:30`. */
export function writeClock(time: string): string {
  return time.replace(/^0/, '');
}
