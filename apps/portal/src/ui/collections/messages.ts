import type { Collection, CollectionWords } from '../../platform/collections/collection.ts';
import { type Phrasebook, phrasebook } from '../text/phrasebook.ts';

const ja = {
  card: {
    confirmed: (month: string) => `｜最終《さいしゅう》｜確認《かくにん》 ${month}`,
    unconfirmed: '｜運営者《うんえいしゃ》による｜確認前《かくにんまえ》',
    more: (n: number) => `ほか${n}`,
    reasons: 'おすすめする｜理由《りゆう》',
  },
  results: {
    titleFor: (q: string) => `「${q}」の検索結果`,
    headingFor: { before: '「', after: '」の｜検索《けんさく》｜結果《けっか》' },
    pageSuffix: (page: number) => `（${page}ページ）`,
    followByMail: 'この｜条件《じょうけん》の｜新着《しんちゃく》をメールで｜受《う》け｜取《と》る',
    followByFeed: 'この｜条件《じょうけん》の｜新着《しんちゃく》を｜購読《こうどく》する（Atom）',
    count: (n: string) => `${n}｜件《けん》`,
    headingCount: (n: string) => `${n}｜件《けん》`,
    found: (n: string) => `${n}件見つかりました`,
    filters: 'しぼりこみ',
    applyFilters: 'この｜条件《じょうけん》でしぼりこむ',
    showResults: (n: string) => `${n}｜件《けん》の｜結果《けっか》を｜見《み》る`,
    sort: '｜並《なら》び｜順《じゅん》',
    applySort: '｜並《なら》べ｜替《か》える',
    chips: '設定している条件',
    remove: 'を外す',
    clear: '｜条件《じょうけん》をすべて｜外《はず》す',
    expanded: {
      before: '｜同《おな》じ｜意味《いみ》のことば',
      after: 'も｜含《ふく》めて｜探《さが》しました。',
      between: '',
    },
    exactLink: '｜入力《にゅうりょく》したことばだけで｜探《さが》す',
    inexactLink: '｜同《おな》じ｜意味《いみ》のことばも｜含《ふく》めて｜探《さが》す',
    exact: '｜入力《にゅうりょく》したことばだけで｜探《さが》しました。',
    didYouMean: 'もしかして',
    wayOut: '｜条件《じょうけん》をひとつ｜外《はず》すと',
    withoutCondition: (label: string) => `「${label}」を｜外《はず》す`,
    otherWays: 'ほかの｜探《さが》し｜方《かた》',
  },
};

const en: typeof ja = {
  card: {
    confirmed: (month) => `Last confirmed ${month}`,
    unconfirmed: 'Not yet confirmed by its operator',
    more: (n) => `and ${n} more`,
    reasons: 'Why we propose it',
  },
  results: {
    titleFor: (q) => `Results for “${q}”`,
    headingFor: { before: 'Results for “', after: '”' },
    pageSuffix: (page) => ` (page ${page})`,
    followByMail: 'Get mail about what is new for this search',
    followByFeed: 'Follow this search (Atom)',
    count: (n) => n,
    headingCount: (n) => `(${n})`,
    found: (n) => `${n} found`,
    filters: 'Filters',
    applyFilters: 'Apply filters',
    showResults: (n) => `Show results (${n})`,
    sort: 'Sort by',
    applySort: 'Sort',
    chips: 'Filters set',
    remove: ': remove this filter',
    clear: 'Clear all filters',
    expanded: { before: 'Also searched for words of the same meaning: ', after: '.', between: ', ' },
    inexactLink: 'Search for words of the same meaning too',
    exactLink: 'Search for my words only',
    exact: 'Searched for your words only.',
    didYouMean: 'Did you mean',
    wayOut: 'With one condition fewer',
    withoutCondition: (label) => `Without “${label}”`,
    otherWays: 'Other ways to search',
  },
};

/** The sentences of every collection's pages. */
export const collectionText = phrasebook({ ja, en });

/** A collection's own sentences. */
export type CollectionPhrasebook = Phrasebook<CollectionWords>;

/** Prepares a collection's own sentences, once. */
export function collectionWords({ words }: Collection): CollectionPhrasebook {
  return phrasebook<CollectionWords>(words);
}
