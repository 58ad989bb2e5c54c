import { administrators, definePermissions } from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'mail.view': { roles: administrators },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
