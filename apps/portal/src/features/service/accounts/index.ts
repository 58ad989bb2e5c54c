import type { Transaction } from '../../../platform/database/transact.ts';
import { type CreatedFeature, defineFeature } from '../../../platform/feature.ts';
import type { Language } from '../../../platform/i18n/language.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import type { Outcome } from '../../../platform/outcome/outcome.ts';
import { addDemonstrationAccounts, demonstrationNotice } from './demonstration.ts';
import { inviteOwner } from './invite-owner.ts';
import { accountJobs } from './jobs.ts';
import { accountMenu, organisationRoomMenu, userLinks } from './menu.tsx';
import { accountPages } from './routes.tsx';
import './permissions.ts';

/** Services for capabilities that create accounts. */
export interface AccountServices {
  /**
   * Creates an organisation and invites its first owner by mail, within the caller's transaction.
   * @returns refused if an organisation of that name exists, or the invitation quota is used up
   */
  inviteOwner(
    tx: Transaction,
    offer: { organisation: string; email: string; language: Language },
    inviter: SignedInUser,
  ): Promise<Outcome<{ id: string }>>;
}

/** Sign-in, the user's own account, and administration of users, organisations and invitations. */
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
      userLinks,
      jobs: accountJobs(platform),
    },
  }),
});
