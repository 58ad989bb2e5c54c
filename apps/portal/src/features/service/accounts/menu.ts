import type { MenuEntry } from '../../../platform/feature.ts';
import { accountPaths } from './account-paths.ts';
import { administrationMessages } from './messages/administration.ts';

const { ja, en } = administrationMessages;
const labelOf = (name: keyof typeof ja.administration) => ({
  ja: ja.administration[name],
  en: en.administration[name],
});

/** What administrators find in the signed-in menu. */
export const accountMenu: MenuEntry[] = [
  { path: accountPaths.users, label: labelOf('users'), permission: 'user.manage', administration: true },
  {
    path: accountPaths.siteInvitations,
    label: labelOf('invitations'),
    permission: 'invitation.manage',
    administration: true,
  },
  {
    path: accountPaths.organisations,
    label: labelOf('organisations'),
    permission: 'organisation.create',
    administration: true,
  },
];
