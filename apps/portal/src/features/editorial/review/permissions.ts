import { definePermissions, reviewers, staff } from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'review.view': { roles: staff },
  'review.assign': { roles: staff },
  'review.decide': { roles: reviewers },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
