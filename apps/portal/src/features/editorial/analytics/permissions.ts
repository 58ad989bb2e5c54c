import { definePermissions, staff } from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'figures.view': { roles: staff },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
