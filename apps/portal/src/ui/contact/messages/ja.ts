import { type DayWords, dayIn } from '../day-words.ts';

export const ja = {
  days: {
    'every-day': '｜毎日《まいにち》',
    'every-day-but-new-year':
      '｜毎日《まいにち》（12｜月《がつ》29｜日《にち》〜1｜月《がつ》3｜日《にち》を｜除《のぞ》く）',
    weekdays: '｜平日《へいじつ》',
    saturday: '｜土曜日《どようび》',
    'sunday-and-holidays': '｜日曜日《にちようび》と｜祝日《しゅくじつ》',
  },
  /** Joins the spans of a day. */
  and: '、',
  span: (from: string, to: string) => `${from}〜${to}`,
  allDay: '24｜時間《じかん》',
  closedOnHolidays: '（｜祝日《しゅくじつ》・｜年末《ねんまつ》｜年始《ねんし》は｜休《やす》み）',
  openUntil: (until: string) => `いま｜受付中《うけつけちゅう》（${until}まで）`,
  openAlways: 'いま｜受付中《うけつけちゅう》',
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
};
