import { articles } from '../articles.ts';
import { statuteTable } from '../parameter.ts';

/** 特定一般教育訓練給付金: specified general training. */
export const specified = statuteTable('specified', {
  rate: {
    name: { ja: '特定一般教育訓練の給付率', en: 'rate for specified training' },
    unit: 'percent',
    articles: [articles.act60_2, articles.rates],
    rows: [['2019-10-01', null, 40]],
  },
  ceiling: {
    name: { ja: '特定一般教育訓練の上限額', en: 'ceiling for specified training' },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2019-10-01', null, 200_000]],
  },
  employedRate: {
    name: {
      ja: '特定一般教育訓練の給付率（資格取得・就職）',
      en: 'rate for specified training with qualification and employment',
    },
    unit: 'percent',
    articles: [articles.act60_2, articles.rates],
    rows: [['2024-10-01', null, 50]],
  },
  employedCeiling: {
    name: {
      ja: '特定一般教育訓練の上限額（資格取得・就職）',
      en: 'ceiling for specified training with qualification and employment',
    },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2024-10-01', null, 250_000]],
  },
  firstYears: {
    name: {
      ja: '特定一般教育訓練に必要な被保険者期間（初回）',
      en: 'insured years for specified training, first time',
    },
    unit: 'years',
    articles: [articles.act60_2, articles.actSuppl11],
    rows: [['2019-10-01', null, 1]],
  },
  laterYears: {
    name: {
      ja: '特定一般教育訓練に必要な被保険者期間（2回目以降）',
      en: 'insured years for specified training, later',
    },
    unit: 'years',
    articles: [articles.act60_2],
    rows: [['2019-10-01', null, 3]],
  },
  interval: {
    name: { ja: '前回の受給からの年数（特定一般）', en: 'years since the last benefit, specified' },
    unit: 'years',
    articles: [articles.act60_2, articles.interval],
    rows: [['2019-10-01', null, 3]],
  },
});
