import type { Transaction } from '../../../platform/database/transact.ts';
import { type CreatedFeature, defineFeature } from '../../../platform/feature.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import type { Outcome } from '../../../platform/outcome/outcome.ts';
import { addDemonstrationAccounts, demonstrationNotice } from './demonstration.ts';
import { inviteOwner } from './invite-owner.ts';
import { accountJobs } from './jobs.ts';
import { accountMenu, organisationRoomMenu } from './menu.ts';
import { accountPages } from './routes.tsx';
import './permissions.ts';

/** What other capabilities make accounts by. */
export interface AccountServices {
  /**
   * Makes an organisation and invites its first owner by mail, within the transaction of a use case.
   * @returns refused where an organisation of that name is there already, and where too many were invited
   */
  inviteOwner(
    tx: Transaction,
    offer: { organisation: string; email: string; language: Language },
    inviter: SignedInUser,
  ): Promise<Outcome<{ id: string }>>;
}

/** Accounts: the ways in, one's own account, and the administrator's users, organisations and invitations. */
export const accountsFeature = defineFeature({
  name: 'accounts',
  position: 30,
  demonstration: { notice: demonstrationNotice, prepare: addDemonstrationAccounts },
  create: (platform): CreatedFeature<AccountServices> => ({
    services: { inviteOwner: (tx, offer, inviter) => inviteOwner(tx, platform, offer, inviter) },
    routes: {
      pages: (routes) => accountPages(routes, platform),
      menu: accountMenu,
      roomMenu: organisationRoomMenu,
      jobs: accountJobs(platform),
    },
  }),
});
