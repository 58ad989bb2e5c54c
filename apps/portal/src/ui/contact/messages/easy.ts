import type { Partly } from '../../text/phrasebook.ts';
import { type DayWords, dayIn } from '../day-words.ts';
import type { ja } from './ja.ts';

export const easy: Partly<typeof ja> = {
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
  openAlways: 'いつでも｜電話《でんわ》できます',
  closed: 'いまは｜電話《でんわ》できません',
  opensToday: (time: string) =>
    `いまは｜電話《でんわ》できません。｜今日《きょう》の${time}から｜電話《でんわ》できます`,
  opensTomorrow: (time: string) =>
    `いまは｜電話《でんわ》できません。｜明日《あした》の${time}から｜電話《でんわ》できます`,
  opensOn: (day: DayWords, time: string) =>
    `いまは｜電話《でんわ》できません。${dayIn(day)}の${time}から｜電話《でんわ》できます`,
  form: 'インターネットで｜知《し》らせる',
};
