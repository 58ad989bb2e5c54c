import type { Feature } from '../../../platform/feature.ts';
import { accountJobs } from './jobs.ts';
import { accountMenu } from './menu.ts';
import { accountPages } from './routes.tsx';

export { addDemonstrationAccounts, demonstrationNotice } from './demonstration.ts';
export { forbiddenPage, signedOutPage } from './outcome-pages.tsx';

/** Accounts: the ways in, one's own account, and the administrator's users, organisations and invitations. */
export const accountsFeature: Feature = {
  name: 'accounts',
  register: (platform) => ({
    pages: (routes) => accountPages(routes, platform),
    menu: accountMenu,
    jobs: accountJobs(platform),
  }),
};
