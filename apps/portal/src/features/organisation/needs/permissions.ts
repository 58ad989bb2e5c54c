import { anyMember, definePermissions } from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'need.view': { roles: [], within: anyMember },
  'need.post': { roles: [], within: anyMember },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
