import { definePermissions, editors } from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'account-request.decide': { roles: editors },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
