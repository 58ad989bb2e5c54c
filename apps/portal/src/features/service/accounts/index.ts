import { defineFeature } from '../../../platform/feature.ts';
import { addDemonstrationAccounts, demonstrationNotice } from './demonstration.ts';
import { accountJobs } from './jobs.ts';
import { accountMenu, organisationRoomMenu } from './menu.ts';
import { accountPages } from './routes.tsx';
import './permissions.ts';

/** Accounts: the ways in, one's own account, and the administrator's users, organisations and invitations. */
export const accountsFeature = defineFeature({
  name: 'accounts',
  position: 30,
  demonstration: { notice: demonstrationNotice, prepare: addDemonstrationAccounts },
  create: (platform) => ({
    services: undefined,
    routes: {
      pages: (routes) => accountPages(routes, platform),
      menu: accountMenu,
      roomMenu: organisationRoomMenu,
      jobs: accountJobs(platform),
    },
  }),
});
