import type { MentionType } from '../mention.ts';
import { daysBetween, readDate, readNumber } from './dates.ts';
import type { Anchor, DateStep } from './decision.ts';
import { amountRange, countBand, readQuantity } from './quantities.ts';
import { type Language, TYPE_WORDS } from './type-words.ts';

export interface GeneraliseOptions {
  readonly language: Language;
  readonly to: DateStep;
  readonly anchor: Anchor | undefined;
  /** The year of a date that says none: the last one that the text named before. */
  readonly year: number | undefined;
  readonly regionOf: (text: string) => string | undefined;
}

/** What stands in place of a mention that is told less exactly: its range, band, region or period. */
export function generalise(text: string, type: MentionType, options: GeneraliseOptions): string {
  const vague = TYPE_WORDS[type].vague[options.language];
  switch (type) {
    case 'date':
      return generaliseDate(text, options) ?? vague;
    case 'time':
      return partOfDay(text, options.language) ?? vague;
    case 'amount':
    case 'count': {
      const quantity = readQuantity(text);
      if (!quantity) return vague;
      return type === 'amount' ? amountRange(quantity) : countBand(quantity);
    }
    case 'place':
    case 'address': {
      const region = options.regionOf(text);
      if (!region) return vague;
      return region === '北海道' ? region : `${region}地方`;
    }
    case 'ip-address':
      return ipKind(text, options.language);
    case 'version': {
      const major = /\d+/.exec(text.normalize('NFKC'))?.[0];
      return major ? (options.language === 'ja' ? `${major}系` : `${major}.x`) : vague;
    }
    default:
      return vague;
  }
}

function generaliseDate(
  text: string,
  { language, to, anchor, year: known }: GeneraliseOptions,
): string | undefined {
  const date = readDate(text);
  const year = date?.year ?? known;
  if (to === 'relative') {
    if (!anchor || !date?.month || !date.day || year === undefined) return undefined;
    const day = `${year}-${two(date.month)}-${two(date.day)}`;
    return relative(daysBetween(anchor.date, day), anchor.name, language);
  }
  if (!date || year === undefined) return undefined;
  const { month } = date;
  if (to === 'year' || month === undefined) return language === 'ja' ? `${year}年` : String(year);
  if (to === 'month') return language === 'ja' ? `${year}年${month}月` : `${year}-${two(month)}`;
  if (to === 'half-year') {
    const half = month <= 6 ? 1 : 2;
    return language === 'ja'
      ? `${year}年${half === 1 ? '前半' : '後半'}`
      : `${half === 1 ? 'first' : 'second'} half of ${year}`;
  }
  const quarter = Math.ceil(month / 3);
  return language === 'ja' ? `${year}年第${quarter}四半期` : `${year} Q${quarter}`;
}

/** 「発覚の3日前」; from two weeks on in weeks, from two months on in months. */
function relative(days: number, name: string, language: Language): string {
  const distance = Math.abs(days);
  const [count, ja, en] =
    distance < 14
      ? [distance, '日', 'day']
      : distance < 60
        ? [Math.round(distance / 7), '週間', 'week']
        : [Math.round(distance / 30.4), 'か月', 'month'];
  if (language === 'en') {
    if (days === 0) return `the day of ${name}`;
    return `${distance < 14 ? '' : 'about '}${count} ${en}${count === 1 ? '' : 's'} ${days < 0 ? 'before' : 'after'} ${name}`;
  }
  if (days === 0) return `${name}の当日`;
  return `${name}の${distance < 14 ? '' : '約'}${count}${ja}${days < 0 ? '前' : '後'}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const PARTS: readonly (readonly [before: number, ja: string, en: string])[] = [
  [4, '深夜', 'late at night'],
  [7, '早朝', 'early in the morning'],
  [12, '午前', 'in the morning'],
  [18, '午後', 'in the afternoon'],
  [23, '夜', 'in the evening'],
  [25, '深夜', 'late at night'],
];

function partOfDay(text: string, language: Language): string | undefined {
  const plain = text.normalize('NFKC');
  const match = /(\d+|[一二三四五六七八九十]+) ?(?:時|:)/u.exec(plain);
  if (!match) return undefined;
  const said = readNumber(match[1] as string);
  const hour = /午後|夕|夜|PM|pm/.test(plain) && said < 12 ? said + 12 : said;
  const part = PARTS.find(([before]) => hour < before);
  return part?.[language === 'ja' ? 1 : 2];
}

function ipKind(text: string, language: Language): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[^0-9A-Fa-f.:]/g, '')
    .toLowerCase();
  const isPrivate = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.|169\.254\.|f[cd]|fe80|::1$)/.test(
    plain,
  );
  if (language === 'en') return isPrivate ? 'an internal IP address' : 'an external IP address';
  return isPrivate ? '内部のIPアドレス' : '外部のIPアドレス';
}
