/** A date in words: 12月1日（火）, Tuesday 1 December. */
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
/** A date in Japanese, with readings. */
export const dayIn = ({ month, date, weekday }: DayWords) =>
  `${month}｜月《がつ》${date}｜日《にち》（｜${weekdays[weekday]}）`;
