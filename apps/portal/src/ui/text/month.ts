import type { Language } from '../../platform/i18n/language.ts';

const englishMonth = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/**
 * A month, where there is no room for the day: 2026年11月, November 2026.
 * @param day `YYYY-MM-DD` or `YYYY-MM`
 */
export function writeMonth(day: string, language: Language): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return language === 'ja' ? `${year}年${month}月` : englishMonth.format(Date.UTC(year, month - 1));
}
