import type { Language } from '../../../../platform/i18n/language.ts';

interface Labels {
  /** Searches offered under the box on the home page. */
  exampleSearches: readonly string[];
  doors: { purpose: string; age: string; affiliation: string };
}

/** Words that views carry; those that only a page shows are in the catalogue's messages. */
export const labels: Record<Language, Labels> = {
  ja: {
    exampleSearches: ['スマホ教室', 'フィッシング', '経営者向け', '登録セキスペ'],
    doors: { purpose: '目的から', age: '年齢層から', affiliation: '所属から' },
  },
  en: {
    exampleSearches: ['ransomware', 'phishing', 'small companies', 'incident response'],
    doors: { purpose: 'By purpose', age: 'By age group', affiliation: 'By affiliation' },
  },
};
