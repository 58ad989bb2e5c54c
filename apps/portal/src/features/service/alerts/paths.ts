import { sitePaths } from '../../../ui/shell/site-paths.ts';

/** Paths of mail alerts, without language prefix. */
export const alertPaths = {
  request: sitePaths.alerts,
  confirm: '/alerts/confirm',
  leave: '/alerts/leave',
} as const;
