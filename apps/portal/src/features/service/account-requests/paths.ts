import { sitePaths } from '../../../ui/shell/site-paths.ts';

/** Where requests for accounts live, without language prefix. */
export const requestPaths = {
  form: sitePaths.accountRequest,
  confirm: (token: string) => `${sitePaths.accountRequest}/confirm/${token}`,
  list: '/admin/account-requests',
  decide: (id: string) => `/admin/account-requests/${id}`,
};
