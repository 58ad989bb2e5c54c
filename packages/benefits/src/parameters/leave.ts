import { articles } from '../articles.ts';
import { statuteTable } from '../parameter.ts';
import { unconfirmed as open } from '../unconfirmed.ts';

/** 教育訓練休暇給付金: benefit for unpaid training leave. */
export const leave = statuteTable('leave', {
  rate: {
    name: { ja: '基本手当の日額に対する率', en: 'share of the basic allowance' },
    unit: 'percent',
    articles: [articles.act60_3],
    rows: [['2025-10-01', null, 100, open.leaveAmount]],
  },
  minimumDays: {
    name: { ja: '休暇の最短日数（連続）', en: 'shortest leave, in consecutive days' },
    unit: 'days',
    articles: [articles.act60_3],
    rows: [['2025-10-01', null, 30]],
  },
  insuredMonths: {
    name: { ja: '直前2年間の被保険者期間', en: 'insured months in the last two years' },
    unit: 'months',
    articles: [articles.act60_3],
    rows: [['2025-10-01', null, 12]],
  },
  enrolledYears: {
    name: { ja: '雇用保険の加入期間', en: 'years enrolled' },
    unit: 'years',
    articles: [articles.act60_3],
    rows: [['2025-10-01', null, 5]],
  },
  daysFrom5Years: {
    name: { ja: '給付日数（加入5年以上10年未満）', en: 'days paid, 5 to under 10 years enrolled' },
    unit: 'days',
    articles: [articles.act60_3],
    rows: [['2025-10-01', null, 90]],
  },
  daysFrom10Years: {
    name: { ja: '給付日数（加入10年以上20年未満）', en: 'days paid, 10 to under 20 years enrolled' },
    unit: 'days',
    articles: [articles.act60_3],
    rows: [['2025-10-01', null, 120]],
  },
  daysFrom20Years: {
    name: { ja: '給付日数（加入20年以上）', en: 'days paid, 20 or more years enrolled' },
    unit: 'days',
    articles: [articles.act60_3],
    rows: [['2025-10-01', null, 150]],
  },
});
