import { roomPathOf, secondFactorPath } from '../../../platform/web/page-routes.ts';

/** Paths of the account pages, without language prefix. */
export const accountPaths = {
  signIn: '/sign-in',
  secondFactor: '/sign-in/second-factor',
  oidc: '/sign-in/oidc',
  /** Redirects a signed-in user to the start page of their role. */
  begin: '/sign-in/begin',
  signOut: '/sign-out',
  passwordReset: '/password-reset',
  verifyEmail: '/verify-email',
  emailUndo: (token: string) => `/email-undo/${token}`,
  invitations: '/invitations',
  /** Form to request an account; served by the `account-requests` capability. */
  request: '/account-requests',
  account: '/account',
  security: '/account/security',
  totp: '/account/security/totp',
  /** Asks a signed-in user to confirm their identity. */
  confirmIdentity: '/account/security/confirm',
  /** Where staff set up or use their second factor. */
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
