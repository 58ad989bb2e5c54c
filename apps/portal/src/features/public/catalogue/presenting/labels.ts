import type { Language } from '../../../../platform/i18n/language.ts';
import type { SortName } from '../query.ts';

interface Labels {
  /** Searches offered under the box on the home page. */
  exampleSearches: readonly string[];
  doors: { purpose: string; age: string; affiliation: string };
  sorts: Record<SortName, string>;
}

/** Words that views carry; those that only a page shows are in the catalogue's messages. */
export const labels: Record<Language, Labels> = {
  ja: {
    exampleSearches: ['スマホ教室', 'フィッシング', '経営者向け', '登録セキスペ'],
    doors: { purpose: '目的から', age: '年齢層から', affiliation: '所属から' },
    sorts: {
      relevance: '関連の高い順',
      newest: '新しい順',
      confirmed: '最終確認の新しい順',
      title: '五十音順',
    },
  },
  en: {
    exampleSearches: ['ransomware', 'phishing', 'small companies', 'incident response'],
    doors: { purpose: 'By purpose', age: 'By age group', affiliation: 'By affiliation' },
    sorts: { relevance: 'Most relevant', newest: 'Newest', confirmed: 'Last confirmed', title: 'Title' },
  },
};
