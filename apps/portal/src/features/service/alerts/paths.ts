import { sitePaths } from '../../../ui/shell/site-paths.ts';

/** Where the pages of mail alerts live, without language prefix. */
export const alertPaths = {
  request: sitePaths.alerts,
  confirm: '/alerts/confirm',
  leave: '/alerts/leave',
} as const;
