import {
  administrators,
  anyMember,
  definePermissions,
  everybody,
  staff,
} from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  /** One's own name, password, sessions and data. */
  'account.manage': { roles: everybody, owing: ['enrolment'] },
  /**
   * Setting up a second factor, and showing it. Whoever has one and did not show it may not exchange it either, so
   * that their own account waits for it.
   */
  'account.second-factor': { roles: everybody, owing: ['enrolment', 'second-factor'] },
  'user.manage': { roles: administrators },
  'invitation.manage': { roles: administrators },
  'organisation.create': { roles: administrators },
  'organisation.view': { roles: staff, within: anyMember },
  'organisation.invite': { roles: administrators, within: ['owner'] },
  /** Changing what members are is the organisation's own affair. */
  'organisation.members': { roles: [], within: ['owner'] },
  'organisation.tokens': { roles: [], within: ['owner'] },
  /** Taking along, and deleting, what the organisation has to itself. */
  'organisation.data': { roles: [], within: ['owner'] },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
