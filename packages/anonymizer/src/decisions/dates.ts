/** Days, months and years of Japanese and western texts. */

export interface ReadDate {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** The year before the first of each era. */
const ERAS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    令和: 2018,
    平成: 1988,
    昭和: 1925,
    大正: 1911,
    明治: 1867,
    R: 2018,
    H: 1988,
    S: 1925,
    T: 1911,
    M: 1867,
  }),
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const KANJI = '〇一二三四五六七八九';

/** A number in figures or kanji up to 9,999: 12, 十二, 二〇二四. */
export function readNumber(text: string): number {
  const plain = text.normalize('NFKC');
  if (/^\d+$/.test(plain)) return Number(plain);
  if (plain === '元') return 1;
  if (/^[〇一二三四五六七八九]+$/.test(plain))
    return Number([...plain].map((sign) => KANJI.indexOf(sign)).join(''));
  let sum = 0;
  let digit = 0;
  for (const sign of plain) {
    const scale = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (scale === undefined) digit = KANJI.indexOf(sign);
    else {
      sum += (digit === 0 ? 1 : digit) * scale;
      digit = 0;
    }
  }
  return sum + digit;
}

const NUMBER = '(\\d+|[〇一二三四五六七八九十元]+)';

/** Reads a date as `detect` finds it; what it does not say is undefined. Undefined where nothing is said. */
export function readDate(written: string): ReadDate | undefined {
  const text = written.normalize('NFKC').replace(/[ 　]/g, '');
  const era = new RegExp(`(令和|平成|昭和|大正|明治|[RHSTM])\\.?${NUMBER}[年./-]`, 'u').exec(text);
  const western = /(\d{4}|[一二三四五六七八九〇]{4})(?:年|[-/.](?=\d))/u.exec(text);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return { year: Number(compact[1]), month: Number(compact[2]), day: Number(compact[3]) };
  let year: number | undefined;
  if (western) year = readNumber(western[1] as string);
  else if (era) year = (ERAS.get(era[1] as string) as number) + readNumber(era[2] as string);
  const rest = western
    ? text.slice(western.index + western[0].length)
    : era
      ? text.slice(era.index + era[0].length)
      : text;
  const named = /(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.exec(written);
  if (named) {
    const day = /(?<!\d)(\d{1,2})(?!\d)/.exec(written);
    const stated = /\d{4}/.exec(written);
    return {
      year: stated ? Number(stated[0]) : undefined,
      month: MONTHS.indexOf((named[1] as string).toLowerCase()) + 1,
      day: day ? Number(day[1]) : undefined,
    };
  }
  const month = new RegExp(`${NUMBER}月`, 'u').exec(rest) ?? /^(\d{1,2})(?=[-/.]\d|$)/.exec(rest);
  const day = new RegExp(`${NUMBER}日`, 'u').exec(rest) ?? /^\d{1,2}[-/.](\d{1,2})/.exec(rest);
  const read = {
    year,
    month: month ? readNumber(month[1] as string) : undefined,
    day: day ? readNumber(day[1] as string) : undefined,
  };
  return read.year === undefined && read.month === undefined && read.day === undefined ? undefined : read;
}

const DAY = 86_400_000;

/** Days from one day to another, both as `2024-04-01`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
