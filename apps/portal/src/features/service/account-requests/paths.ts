import { accountPaths } from '../accounts/pages/index.ts';

/** Paths of account requests, without language prefix. */
export const requestPaths = {
  form: accountPaths.request,
  confirm: (token: string) => `${accountPaths.request}/confirm/${token}`,
  list: '/admin/account-requests',
  decide: (id: string) => `/admin/account-requests/${id}`,
};
