import { articles } from '../articles.ts';
import { statuteTable } from '../parameter.ts';
import { unconfirmed as open } from '../unconfirmed.ts';

/** 専門実践教育訓練給付金: practical training, paid for each half-year. */
export const practical = statuteTable('practical', {
  rate: {
    name: { ja: '専門実践教育訓練の給付率', en: 'rate for practical training' },
    unit: 'percent',
    articles: [articles.act60_2, articles.rates],
    rows: [
      ['2014-10-01', '2017-12-31', 40, open.switchOf2018],
      ['2018-01-01', null, 50, open.switchOf2018],
    ],
  },
  yearCeiling: {
    name: { ja: '専門実践教育訓練の年間上限額', en: 'yearly ceiling for practical training' },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [
      ['2014-10-01', '2017-12-31', 320_000, open.switchOf2018],
      ['2018-01-01', null, 400_000, open.switchOf2018],
    ],
  },
  totalCeiling: {
    name: { ja: '専門実践教育訓練の総額の上限', en: 'ceiling in all for practical training' },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [
      ['2014-10-01', '2017-12-31', 960_000, open.switchOf2018],
      ['2018-01-01', null, 1_200_000, open.switchOf2018],
    ],
  },
  fourYearCeiling: {
    name: {
      ja: '専門実践教育訓練の総額の上限（法令上最短4年の課程）',
      en: 'ceiling in all for courses of a legal minimum of four years',
    },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2019-04-01', null, 1_600_000, open.fourthYearConditions]],
  },
  employedRate: {
    name: {
      ja: '専門実践教育訓練の給付率（資格取得・就職）',
      en: 'rate for practical training with qualification and employment',
    },
    unit: 'percent',
    articles: [articles.act60_2, articles.rates],
    rows: [
      ['2014-10-01', '2017-12-31', 60, open.switchOf2018],
      ['2018-01-01', null, 70, open.switchOf2018],
    ],
  },
  employedYearCeiling: {
    name: {
      ja: '専門実践教育訓練の年間上限額（資格取得・就職）',
      en: 'yearly ceiling with qualification and employment',
    },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [
      ['2014-10-01', '2017-12-31', 480_000, open.switchOf2018, open.yearCeilingOf2014],
      ['2018-01-01', null, 560_000, open.switchOf2018],
    ],
  },
  employedTotalCeiling: {
    name: {
      ja: '専門実践教育訓練の総額の上限（資格取得・就職）',
      en: 'ceiling in all with qualification and employment',
    },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [
      ['2014-10-01', '2017-12-31', 1_440_000, open.switchOf2018],
      ['2018-01-01', null, 1_680_000, open.switchOf2018],
    ],
  },
  employedFourYearCeiling: {
    name: {
      ja: '総額の上限（資格取得・就職、法令上最短4年の課程）',
      en: 'ceiling in all with qualification and employment, four-year courses',
    },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2019-04-01', null, 2_240_000, open.fourthYearTopUps, open.fourthYearConditions]],
  },
  wageRate: {
    name: { ja: '専門実践教育訓練の給付率（賃金上昇）', en: 'rate for practical training with a wage rise' },
    unit: 'percent',
    articles: [articles.act60_2, articles.rates],
    rows: [['2024-10-01', null, 80]],
  },
  wageYearCeiling: {
    name: { ja: '専門実践教育訓練の年間上限額（賃金上昇）', en: 'yearly ceiling with a wage rise' },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2024-10-01', null, 640_000]],
  },
  wageTotalCeiling: {
    name: { ja: '専門実践教育訓練の総額の上限（賃金上昇）', en: 'ceiling in all with a wage rise' },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2024-10-01', null, 1_920_000]],
  },
  wageFourYearCeiling: {
    name: {
      ja: '総額の上限（賃金上昇、法令上最短4年の課程）',
      en: 'ceiling in all with a wage rise, four-year courses',
    },
    unit: 'yen',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2024-10-01', null, 2_560_000, open.fourthYearTopUps, open.fourthYearConditions]],
  },
  wageRise: {
    name: { ja: '賃金上昇の条件', en: 'wage rise asked for' },
    unit: 'percent',
    articles: [articles.act60_2, articles.rates],
    rows: [['2024-10-01', null, 5]],
  },
  periodMonths: {
    name: { ja: '支給単位期間の長さ', en: 'length of a payment period' },
    unit: 'months',
    articles: [articles.act60_2, articles.claimPractical],
    rows: [['2014-10-01', null, 6]],
  },
  windowYears: {
    name: { ja: '支給限度期間', en: 'window of the ceiling in all' },
    unit: 'years',
    articles: [articles.act60_2, articles.ceilings],
    rows: [['2014-10-01', null, 10]],
  },
  firstYears: {
    name: {
      ja: '専門実践教育訓練に必要な被保険者期間（初回）',
      en: 'insured years for practical training, first time',
    },
    unit: 'years',
    articles: [articles.act60_2, articles.actSuppl11],
    rows: [['2014-10-01', null, 2]],
  },
  laterYears: {
    name: {
      ja: '専門実践教育訓練に必要な被保険者期間（2回目以降）',
      en: 'insured years for practical training, later',
    },
    unit: 'years',
    articles: [articles.act60_2],
    rows: [
      ['2014-10-01', '2017-12-31', 10, open.switchOf2018],
      ['2018-01-01', null, 3, open.switchOf2018],
    ],
  },
  interval: {
    name: { ja: '前回の受給からの年数（専門実践）', en: 'years since the last benefit, practical' },
    unit: 'years',
    articles: [articles.act60_2, articles.interval],
    rows: [
      ['2014-10-01', '2017-12-31', 10, open.switchOf2018],
      ['2018-01-01', null, 3, open.switchOf2018],
    ],
  },
});
