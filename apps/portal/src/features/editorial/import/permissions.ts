import { anyMember, definePermissions, editors } from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'entry.import': { roles: editors, within: anyMember },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
