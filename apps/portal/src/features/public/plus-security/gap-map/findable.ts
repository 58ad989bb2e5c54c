import type { FindableEntry } from '../../../../platform/search/findable-entry.ts';
import { gapMapPaths } from './paths.ts';

/** The gap map, with the words by which people look for it. */
export const findableGapMap: readonly FindableEntry[] = [
  {
    path: gapMapPaths.map,
    title: { ja: 'プラス・セキュリティの需要と供給の差', en: 'Demand and supply of Plus-Security learning' },
    asked: [
      'プラス・セキュリティ 需要',
      '研修 需要',
      '講座 不足',
      'ニーズ調査',
      '需要と供給',
      '人材 需要 地図',
      'skills gap',
      'demand for training',
      'training supply and demand',
    ],
  },
];
