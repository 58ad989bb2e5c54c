import type { SiteMapSection } from '../../../platform/web/site-map.ts';
import { advicePaths } from './advice-paths.ts';

export const adviceSiteMap: readonly SiteMapSection[] = [
  {
    name: 'plus-security',
    heading: { ja: 'プラス・セキュリティ', en: 'Plus-Security' },
    position: 35,
    pages: [
      {
        path: advicePaths.advice,
        label: { ja: '何を足せばよいか（5つの質問）', en: 'What do I need? (five questions)' },
      },
      { path: advicePaths.team, label: { ja: 'チームの学びの計画', en: 'Learning plan for a team' } },
      {
        path: advicePaths.routes,
        label: { ja: '立場ごとの学びの道すじ', en: 'Learning routes by position' },
      },
      { path: advicePaths.roles, label: { ja: '役割とスキル', en: 'Roles and skills' } },
      { path: advicePaths.skills, label: { ja: 'スキルの一覧', en: 'All skills' } },
    ],
  },
];
