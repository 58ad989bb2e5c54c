import { administrators, definePermissions } from '../../../src/platform/identity/permissions.ts';

const permissions = definePermissions({ 'greeting.send': { roles: administrators } });

declare module '../../../src/platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
