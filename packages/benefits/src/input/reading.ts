import { type CivilDate, civilDate, isCivilDate } from '../civil-date.ts';

/*
 * Values as people write them in forms, tables and on the command line. Each reader gives undefined for
 * what it cannot read; nothing is rounded or completed.
 */

/** Characters of the longest value that means something. */
const longestValue = 200;

function plain(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > longestValue) return undefined;
  return value.normalize('NFKC').trim();
}

/** 500000, "500,000", "５００，０００円", "5 years". */
export function readNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const text = plain(value)?.replace(/\s*(円|yen|年|か月|ヶ月|months?|years?|日|days?|%|歳)$/i, '');
  if (text === undefined || !/^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(text)) return undefined;
  return Number(text.replaceAll(',', ''));
}

const ERAS: Record<string, number> = { 平成: 1988, 令和: 2018 };

/** "2024-10-01", "2024/10/1", "2024年10月1日", "令和6年10月1日". */
export function readDate(value: unknown): CivilDate | undefined {
  if (typeof value === 'string' && isCivilDate(value)) return value;
  const text = plain(value);
  if (text === undefined) return undefined;
  const parts = /^(平成|令和)?(\d{1,4}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text);
  if (parts === null) return undefined;
  const [, era, yearText, month, day] = parts;
  const year = yearText === '元' ? 1 : Number(yearText);
  const written = civilDate((era === undefined ? 0 : (ERAS[era] ?? 0)) + year, Number(month), Number(day));
  return isCivilDate(written) ? written : undefined;
}

const YES = new Set(['true', 'yes', 'on', '1', 'はい', '有', 'あり']);
const NO = new Set(['false', 'no', 'off', '0', 'いいえ', '無', 'なし']);

export function readFlag(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = plain(value)?.toLowerCase();
  if (text === undefined) return undefined;
  if (YES.has(text)) return true;
  return NO.has(text) ? false : undefined;
}

/** Finds the meaning of a word in a vocabulary of English names and Japanese terms. */
export function readWord<W extends string>(
  value: unknown,
  vocabulary: Readonly<Record<string, W>>,
): W | undefined {
  if (typeof value === 'string' && Object.hasOwn(vocabulary, value)) return vocabulary[value];
  const text = plain(value);
  return text !== undefined && Object.hasOwn(vocabulary, text) ? vocabulary[text] : undefined;
}
