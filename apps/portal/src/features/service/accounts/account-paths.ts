import { roomPathOf, secondFactorPath } from '../../../platform/web/page-routes.ts';

/** Where the account pages live, without language prefix. */
export const accountPaths = {
  signIn: '/sign-in',
  secondFactor: '/sign-in/second-factor',
  oidc: '/sign-in/oidc',
  /** Leads whoever signed in to the page that their work begins on. */
  begin: '/sign-in/begin',
  signOut: '/sign-out',
  passwordReset: '/password-reset',
  verifyEmail: '/verify-email',
  emailUndo: (token: string) => `/email-undo/${token}`,
  invitations: '/invitations',
  /** Where somebody without an invitation asks for an account; a capability of its own takes it. */
  request: '/account-requests',
  account: '/account',
  security: '/account/security',
  totp: '/account/security/totp',
  /** Asks who somebody is once more. */
  confirmIdentity: '/account/security/confirm',
  /** Where staff set up or show their second factor. */
  ownSecondFactor: secondFactorPath,
  sessions: '/account/sessions',
  data: '/account/data',
  users: '/admin/users',
  siteInvitations: '/admin/invitations',
  organisations: '/admin/organisations',
  organisation: roomPathOf,
  accessTokens: (organisation: string) => `${roomPathOf(organisation)}/access-tokens`,
  organisationData: (organisation: string) => `${roomPathOf(organisation)}/data`,
} as const;
