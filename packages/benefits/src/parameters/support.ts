import { articles } from '../articles.ts';
import { statuteTable } from '../parameter.ts';
import { unconfirmed as open } from '../unconfirmed.ts';

/** 教育訓練支援給付金: support allowance for the unemployed in practical training. */
export const support = statuteTable('support', {
  rate: {
    name: { ja: '教育訓練支援給付金の率', en: 'rate of the support allowance' },
    unit: 'percent',
    articles: [articles.actSuppl11_2],
    rows: [
      ['2014-10-01', '2017-12-31', 50, open.supportRateBefore2018],
      ['2018-01-01', '2025-03-31', 80],
      ['2025-04-01', '2027-03-31', 60],
    ],
  },
  ageBelow: {
    name: { ja: '年齢の条件（未満）', en: 'age below which the support allowance is paid' },
    unit: 'years',
    articles: [articles.actSuppl11_2],
    rows: [['2014-10-01', null, 45]],
  },
  periodMonths: {
    name: { ja: '失業の認定の単位', en: 'months between certifications' },
    unit: 'months',
    articles: [articles.actSuppl11_2],
    rows: [['2014-10-01', null, 2]],
  },
});
