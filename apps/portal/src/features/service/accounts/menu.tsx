import type { MenuEntry } from '../../../platform/feature.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import { accountPaths } from './account-paths.ts';
import { en } from './messages/en.ts';
import { ja } from './messages/ja.ts';
import { UserLinks } from './pages/user-links.tsx';

const labelOf = (name: keyof typeof ja.administration) => ({
  ja: ja.administration[name],
  en: en.administration[name],
});

const titleOf = (page: 'accessTokens' | 'organisationData') => ({
  ja: ja[page].title,
  en: en[page].title,
});

/** The links of the header that are the user's own. */
export const userLinks = (ctx: SignedInContext) => <UserLinks ctx={ctx} />;

/** Menu of an organisation's owners. */
export const organisationRoomMenu: MenuEntry[] = [
  {
    path: '/access-tokens',
    label: titleOf('accessTokens'),
    permission: 'organisation.tokens',
  },
  {
    path: '/data',
    label: titleOf('organisationData'),
    permission: 'organisation.data',
  },
];

/** Menu of administrators. */
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
