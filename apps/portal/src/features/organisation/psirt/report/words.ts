import type { Rating, VexStatus } from '@kakehashi/vulnerabilities';
import type { CommandText } from '../../../../platform/command-line/command.ts';

export const ratingWords: Record<Rating, CommandText> = {
  critical: { ja: '緊急', en: 'critical' },
  high: { ja: '重要', en: 'high' },
  medium: { ja: '警告', en: 'medium' },
  low: { ja: '注意', en: 'low' },
  none: { ja: 'なし', en: 'none' },
  unknown: { ja: '不明', en: 'unknown' },
};

export const statusWords: Record<VexStatus, CommandText> = {
  not_affected: { ja: '影響なし', en: 'not affected' },
  affected: { ja: '影響あり', en: 'affected' },
  fixed: { ja: '修正済み', en: 'fixed' },
  under_investigation: { ja: '調査中', en: 'under investigation' },
};
