import {
  administrators,
  anyMember,
  definePermissions,
  editors,
  everybody,
  staff,
} from '../../../platform/identity/permissions.ts';

const permissions = definePermissions({
  'desk.view': { roles: everybody },
  'entry.write': { roles: editors, within: anyMember },
  'entry.submit': { roles: editors, within: anyMember },
  /** Changing fields that need no review, such as the runs of a programme. */
  'entry.amend': { roles: editors, within: anyMember },
  'entry.renew': { roles: editors, within: anyMember },
  /** Suspending a published entry, and resuming it. */
  'entry.suspend': { roles: staff },
  /** Publishing a minor correction without review. */
  'entry.correct': { roles: editors },
  'history.view': { roles: staff, within: anyMember },
  'history.restore': { roles: editors },
  'audit.view': { roles: administrators },
});

declare module '../../../platform/identity/permissions.ts' {
  interface Permissions extends Record<keyof typeof permissions, PermissionRule> {}
}
