import type { Language } from '../../platform/i18n/language.ts';

const styles = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Tokyo' } as const;
const writers: Record<Language, Intl.DateTimeFormat> = {
  ja: new Intl.DateTimeFormat('ja-JP', styles),
  en: new Intl.DateTimeFormat('en-GB', styles),
};

/** A day and time as people in Japan live it: 2026/11/23 9:05, 23 Nov 2026, 09:05. */
export function writeMoment(moment: Date, language: Language): string {
  return writers[language].format(moment);
}
