import { articles } from '../articles.ts';
import { statuteTable } from '../parameter.ts';
import { sources } from '../sources.ts';
import { unconfirmed as open } from '../unconfirmed.ts';

/** Rules the kinds have in common. */
export const common = statuteTable('common', {
  floor: {
    name: { ja: '支給しない額', en: 'amount up to which nothing is paid' },
    unit: 'yen',
    articles: [articles.act60_2, articles.floor],
    rows: [['2014-10-01', null, 4_000]],
  },
  leftWithinYears: {
    name: { ja: '離職後に受講を始める期限', en: 'years after leaving work within which training starts' },
    unit: 'years',
    articles: [articles.act60_2, articles.leavingWork],
    rows: [['2014-10-01', null, 1]],
  },
  extendedWithinYears: {
    name: { ja: '離職後の期限の延長の限度', en: 'limit of the extension after leaving work' },
    unit: 'years',
    articles: [articles.act60_2, articles.leavingWork],
    rows: [
      ['2014-10-01', '2017-12-31', 4, open.extensionLimitBefore2018],
      ['2018-01-01', null, 20, open.extensionLimitBefore2018],
    ],
  },
  extensionMinimumDays: {
    name: { ja: '延長に必要な日数', en: 'days needed for the extension' },
    unit: 'days',
    articles: [articles.act60_2, articles.leavingWork],
    rows: [['2014-10-01', null, 30, open.extensionMinimum]],
  },
  confirmationMonths: {
    name: {
      ja: '受給資格確認の期限（開始日前）',
      en: 'months before the start for the confirmation of eligibility',
    },
    unit: 'months',
    articles: [articles.act60_2, articles.ordinanceFrom101_2_2],
    rows: [['2014-10-01', '2024-03-31', 1, open.confirmationTermBefore2024]],
  },
  confirmationDays: {
    name: {
      ja: '受給資格確認の期限（開始日前）',
      en: 'days before the start for the confirmation of eligibility',
    },
    unit: 'days',
    articles: [articles.act60_2, articles.ordinanceFrom101_2_2],
    rows: [['2024-04-01', null, 14]],
    source: sources.ordinance57,
  },
  claimMonths: {
    name: { ja: '支給申請の期限', en: 'months within which to claim' },
    unit: 'months',
    articles: [articles.act60_2, articles.ordinanceFrom101_2_2],
    rows: [['2014-10-01', null, 1]],
  },
  topUpWithinMonths: {
    name: {
      ja: '資格取得・就職の期限（修了後）',
      en: 'months after completion for qualification and employment',
    },
    unit: 'months',
    articles: [articles.act60_2, articles.rates],
    rows: [['2014-10-01', null, 12]],
  },
});
