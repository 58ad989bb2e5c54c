import { writeDayInEra } from '../../../../platform/i18n/dates.ts';
import type { Language } from '../../../../platform/i18n/language.ts';

const inEnglish: Record<string, string> = { 令和: 'Reiwa', 平成: 'Heisei' };

/** A fiscal year in both calendars: 令和8年度（2026年度）, Fiscal year 2026 (Reiwa 8). */
export function fiscalYearName(year: number, language: Language): string {
  const [eraYear = ''] = writeDayInEra(`${year}-04-01`).split('年');
  if (language === 'ja') return `${eraYear}年度（${year}年度）`;
  const [, era = '', count = ''] = /^(\D\D)(\d+|元)$/.exec(eraYear) ?? [];
  return `Fiscal year ${year} (${inEnglish[era]} ${count === '元' ? 1 : count})`;
}
