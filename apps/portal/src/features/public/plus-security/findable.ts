import type { FindableEntry } from '../../../platform/search/findable-entry.ts';
import { advicePaths } from './advice-paths.ts';

/** The pages of advice, with the words by which people look for them. */
export const findableAdvice: readonly FindableEntry[] = [
  {
    path: advicePaths.advice,
    title: { ja: '何を足せばよいか：5つの質問', en: 'What do I need? Five questions' },
    asked: [
      '何を学べばよい',
      'プラスセキュリティ 診断',
      '必要なスキル',
      'スキル診断',
      '自分に合う講座',
      '学習計画',
      'what do I need to learn',
      'which training',
      'skills check',
    ],
  },
  {
    path: advicePaths.team,
    title: { ja: 'チームの学びの計画', en: 'Learning plan for a team' },
    asked: [
      '研修計画',
      '社員研修 計画',
      'チーム 研修',
      '教育計画',
      '育成計画',
      'training plan',
      'team training',
    ],
  },
  {
    path: advicePaths.routes,
    title: { ja: '立場ごとの学びの道すじ', en: 'Learning routes by position' },
    asked: [
      '学習ロードマップ',
      'ラーニングパス',
      '学びの道すじ',
      'learning path',
      'learning route',
      'roadmap',
    ],
  },
  {
    path: advicePaths.roles,
    title: { ja: '役割とスキル', en: 'Roles and skills' },
    asked: ['役割とスキル', 'スキルマップ', '人材像', 'roles and skills', 'skill map'],
  },
];
