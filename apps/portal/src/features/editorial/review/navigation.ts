import type { MenuEntry } from '../../../platform/feature.ts';
import { reviewPaths } from './paths.ts';

/** Menu item of reviewers. */
export const reviewMenu: MenuEntry[] = [
  { path: reviewPaths.queue, label: { ja: '審査', en: 'Review' }, permission: 'review.view' },
];
