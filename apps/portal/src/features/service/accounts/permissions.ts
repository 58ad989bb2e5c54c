import {
  administrators,
  anyMember,
  definePermissions,
  everybody,
  staff,
} from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  /** One's own name, password, sessions and data. */
  'account.manage': { roles: everybody },
  'user.manage': { roles: administrators },
  'invitation.manage': { roles: administrators },
  'organisation.create': { roles: administrators },
  'organisation.view': { roles: staff, within: anyMember },
  'organisation.invite': { roles: administrators, within: ['owner'] },
  /** Changing what members are is the organisation's own affair. */
  'organisation.members': { roles: [], within: ['owner'] },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
