import { definePermissions, editors, staff } from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'editing.view': { roles: staff },
  'editing.write': { roles: editors },
  /** Approving another user's work; own work cannot be approved. */
  'editing.approve': { roles: staff },
  'feature.edit': { roles: editors },
  'notice.edit': { roles: editors },
  'learning-route.edit': { roles: editors },
  /** Wording, levels and requirements of the compact framework of skills. */
  'framework.edit': { roles: editors },
  'vocabulary.edit': { roles: editors },
  'redirect.edit': { roles: editors },
  /** Pages of the site, 被害に遭ったら, the finder. */
  'page.edit': { roles: editors },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
