import { dayOfSerial } from '@kakehashi/spreadsheets';
import { type CellReading, plainly, read, unread } from './reading.ts';

interface Era {
  names: string;
  from: string;
  until: string;
  firstYear: number;
}

/** @see https://www.ndl.go.jp/koyomi/ and the orders on eras; before 1873 Japan counted months by the moon. */
const eras: readonly Era[] = [
  { names: '令和|令|R', from: '2019-05-01', until: '9999-12-31', firstYear: 2019 },
  { names: '平成|平|H', from: '1989-01-08', until: '2019-04-30', firstYear: 1989 },
  { names: '昭和|昭|S', from: '1926-12-25', until: '1989-01-07', firstYear: 1926 },
  { names: '大正|大|T', from: '1912-07-30', until: '1926-12-25', firstYear: 1912 },
  { names: '明治|明|M', from: '1873-01-01', until: '1912-07-30', firstYear: 1868 },
];

/** Conventional date for “no end”. */
const withoutEnd = '9999-12-31';

/**
 * Parses Japanese date formats: 2025-04-01, 2025/4/1, 2025年4月1日, 20250401, 令和7年4月1日, R7.4.1, or
 * Excel's serial number, with or without weekday. Refuses ambiguous dates.
 * @returns `YYYY-MM-DD`; '' for 9999-12-31, which means no end
 */
export function readDay(cell: string): CellReading<string> {
  const text = plainly(cell)
    .replace(/\s*[(（][月火水木金土日](曜日?)?[)）]$/, '')
    .replace(/[ T]0{1,2}:00(:00)?$/, '')
    .replace(/\s*([年月日/.-])\s*/g, '$1');
  if (/\d:\d\d/.test(text)) return unread(hasTime, writeDay);
  const western =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (western) return existing(dayOf(Number(western[1]), Number(western[2]), Number(western[3])));
  const era = readEra(text);
  if (era) return era;
  const serial = /^\d{5}$/.test(text) ? dayOfSerial(Number(text)) : undefined;
  if (serial) return read(serial);
  return unread(unreadableOf(text), writeDay);
}

function readEra(text: string): CellReading<string> | undefined {
  for (const { names, from, until, firstYear } of eras) {
    const written = new RegExp(`^(?:${names})(元|\\d{1,2})[年./-](\\d{1,2})[月./-](\\d{1,2})日?$`, 'i').exec(
      text,
    );
    if (!written) continue;
    const [, count = '', month, date] = written;
    const year = firstYear + (count === '元' ? 1 : Number(count)) - 1;
    const day = dayOf(year, Number(month), Number(date));
    if (day !== undefined && (day < from || day > until)) return unread(outsideEra, writeDay);
    return existing(day);
  }
  return undefined;
}

function existing(day: string | undefined): CellReading<string> {
  if (day === undefined) return unread(noSuchDay, writeDay);
  return read(day === withoutEnd ? '' : day);
}

/** Undefined for an invalid date. */
function dayOf(year: number, month: number, date: number): string | undefined {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month - 1, date);
  const same =
    moment.getUTCFullYear() === year && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return same ? moment.toISOString().slice(0, 10) : undefined;
}

function unreadableOf(text: string) {
  if (/^(\d{4}[年/.-]\d{1,2}月?|\D{1,2}(元|\d{1,2})[年.]\d{1,2}月?)$/.test(text)) return noDate;
  if (/年度/.test(text)) return fiscalYear;
  if (/^\d{1,2}[月/.-]\d{1,2}日?$/.test(text)) return noYear;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(text)) return ambiguous;
  return unreadable;
}

const writeDay = {
  ja: '「2025-04-01」か「令和7年4月1日」のように、年月日をすべて書いてください。',
  en: 'Write year, month and day, as in 2025-04-01.',
};
const hasTime = { ja: '日付の欄に時刻も入っています。', en: 'There is a time of day beside the date.' };
const noSuchDay = { ja: 'この日付は暦にありません。', en: 'There is no such day.' };
const outsideEra = {
  ja: 'この日は、書かれた元号の期間に入りません。',
  en: 'The day is not within that era.',
};
const noDate = { ja: '月までしか書かれていません。', en: 'Only the month is given.' };
const fiscalYear = { ja: '年度だけでは日付が決まりません。', en: 'A fiscal year is no day.' };
const noYear = { ja: '年が書かれていません。', en: 'The year is missing.' };
const ambiguous = {
  ja: '年・月・日の並びが二通りに読めます。',
  en: 'This can be read as two different days.',
};
const unreadable = { ja: '日付として読めません。', en: 'This cannot be read as a date.' };
