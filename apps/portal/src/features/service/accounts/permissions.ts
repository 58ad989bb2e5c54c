import {
  administrators,
  anyMember,
  definePermissions,
  everybody,
  staff,
} from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  /** The user's own name, password, sessions and data. */
  'account.manage': { roles: everybody, owing: ['enrolment'] },
  /**
   * Setting up and using a second factor. A session that still owes an existing factor may not replace it, so
   * `account.manage` is refused until it is given.
   */
  'account.second-factor': { roles: everybody, owing: ['enrolment', 'second-factor'] },
  'user.manage': { roles: administrators },
  'invitation.manage': { roles: administrators },
  'organisation.create': { roles: administrators },
  'organisation.view': { roles: staff, within: anyMember },
  'organisation.invite': { roles: administrators, within: ['owner'] },
  /** Only the organisation's own owners change its members' roles. */
  'organisation.members': { roles: [], within: ['owner'] },
  'organisation.tokens': { roles: [], within: ['owner'] },
  /** Exporting and deleting the organisation's private data. */
  'organisation.data': { roles: [], within: ['owner'] },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
