import { defineFeature } from '../../../platform/feature.ts';
import { handleSchedule } from '../../../platform/jobs/job-type.ts';
import { accountsFeature } from '../accounts/index.ts';
import { requestPaths } from './paths.ts';
import { requestPages } from './routes.tsx';
import { AccountRequests } from './service.ts';
import './permissions.ts';

/** Requests for an account from outside; editors accept one by inviting its sender. */
export const accountRequestsFeature = defineFeature({
  name: 'account-requests',
  position: 105,
  dependencies: { accounts: accountsFeature },
  create(platform, { accounts }) {
    const requests = new AccountRequests(platform, accounts);
    return {
      services: undefined,
      routes: {
        pages: (routes) => requestPages(routes, platform, requests),
        menu: [
          {
            path: requestPaths.list,
            label: { ja: 'アカウントの申し込み', en: 'Account requests' },
            permission: 'account-request.decide',
          },
        ],
        jobs: [handleSchedule('account-requests.sweep', '40 4 * * *', () => requests.deleteExpired())],
      },
    };
  },
});
