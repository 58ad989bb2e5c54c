import type { FindableEntry } from '../../../platform/search/findable-entry.ts';
import { benefitPaths } from './paths.ts';

/** The benefit pages, with the words by which people look for them. */
export const findableBenefits: readonly FindableEntry[] = [
  {
    path: benefitPaths.landing,
    title: { ja: '教育訓練給付：学ぶ費用が戻ってくる', en: 'Training benefits: money back for learning' },
    asked: [
      '教育訓練給付',
      '教育訓練給付金',
      '給付金',
      '学費',
      '受講料',
      '学費が戻る',
      '費用が戻る',
      '授業料 補助',
      '専門実践教育訓練',
      '一般教育訓練',
      '教育訓練支援給付金',
      '教育訓練休暇給付金',
      '雇用保険 講座',
      '学び直し 補助金',
      'training benefits',
      'tuition refund',
      'tuition support',
      'money back for courses',
    ],
  },
  {
    path: benefitPaths.calculator,
    title: { ja: '教育訓練給付はいくら戻るか計算する', en: 'Calculate what training benefits pay' },
    asked: [
      '給付金 計算',
      '給付金 いくら',
      '給付 シミュレーション',
      'いくらもらえる',
      'いくら戻る',
      '計算機',
      'calculator',
      'how much do I get back',
    ],
  },
  {
    path: benefitPaths.designation,
    title: { ja: '講座の指定要件を確かめる', en: 'Check a course against the designation rules' },
    asked: ['指定講座', '講座の指定', '対象講座', '指定基準', 'course designation'],
  },
];
