import { articles } from '../articles.ts';
import { statuteTable } from '../parameter.ts';

/** 一般教育訓練給付金: general training. */
export const general = statuteTable('general', {
  rate: {
    name: { ja: '一般教育訓練の給付率', en: 'rate for general training' },
    unit: 'percent',
    articles: [articles.act60_2, articles.rates],
    rows: [['2014-10-01', null, 20]],
  },
  ceiling: {
    name: { ja: '一般教育訓練の上限額', en: 'ceiling for general training' },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2014-10-01', null, 100_000]],
  },
  firstYears: {
    name: {
      ja: '一般教育訓練に必要な被保険者期間（初回）',
      en: 'insured years for general training, first time',
    },
    unit: 'years',
    articles: [articles.act60_2, articles.actSuppl11],
    rows: [['2014-10-01', null, 1]],
  },
  laterYears: {
    name: {
      ja: '一般教育訓練に必要な被保険者期間（2回目以降）',
      en: 'insured years for general training, later',
    },
    unit: 'years',
    articles: [articles.act60_2],
    rows: [['2014-10-01', null, 3]],
  },
  interval: {
    name: { ja: '前回の受給からの年数（一般）', en: 'years since the last benefit, general' },
    unit: 'years',
    articles: [articles.act60_2, articles.interval],
    rows: [['2014-10-01', null, 3]],
  },
});
