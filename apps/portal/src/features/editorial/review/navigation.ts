import type { MenuEntry } from '../../../platform/feature.ts';
import { reviewPaths } from './paths.ts';

/** The reviewers' entry of the signed-in menu. */
export const reviewMenu: MenuEntry[] = [
  { path: reviewPaths.queue, label: { ja: '審査', en: 'Review' }, permission: 'review.view' },
];
