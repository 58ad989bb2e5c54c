/** Roles for the whole site. */
export const siteRoles = ['provider', 'editor', 'reviewer', 'administrator'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** Roles within one organisation. */
export const organisationRoles = ['owner', 'member'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** What staff must still do before acting: set up a second factor, or verify it. */
export type OwedProof = 'enrolment' | 'second-factor';

/** Who has a permission. */
export interface PermissionRule {
  /** Site roles that have it everywhere. */
  roles: readonly SiteRole[];
  /** Organisation roles that have it within their organisation. */
  within?: readonly OrganisationRole[];
  /** Pending proofs despite which staff have it; absent: none. */
  owing?: readonly OwedProof[];
}

/** Groups of site roles for permissions. */
export const everybody = [...siteRoles];
export const staff = ['editor', 'reviewer', 'administrator'] as const;
/** Whether a role belongs to the body that runs the site. */
export const isStaff = (role: SiteRole): boolean => staff.some((each) => each === role);
export const editors = ['editor', 'administrator'] as const;
export const reviewers = ['reviewer', 'administrator'] as const;
export const administrators = ['administrator'] as const;
export const anyMember = [...organisationRoles];

/**
 * Every permission by name. A capability extends this interface beside its call of `definePermissions`, so
 * that an undefined name does not compile.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: each capability fills it by declaration merging.
export interface Permissions {}
export type Permission = keyof Permissions & string;

const rules = new Map<string, PermissionRule>();

/**
 * Defines a capability's permissions. Routes require them by name, pages check them; an undefined permission
 * is denied to everyone.
 * @throws Error if two capabilities define the same name
 */
export function definePermissions<const Rules extends Readonly<Record<string, PermissionRule>>>(
  declared: Rules,
): Rules {
  for (const [name, rule] of Object.entries(declared)) {
    if (rules.has(name)) throw new Error(`permission ${name} is defined twice`);
    rules.set(name, rule);
  }
  return declared;
}

/** Every defined permission. */
export function definedPermissions(): Permission[] {
  return [...rules.keys()] as Permission[];
}

interface Member {
  organisationId: string;
  role: OrganisationRole;
}

/** The facts about a user that decide what they may do. */
export interface Standing {
  role: SiteRole;
  memberships: readonly Member[];
  /** Absent: nothing. */
  owes?: OwedProof | undefined;
}

/**
 * Whether a user has a permission; an undefined one is denied.
 * @param organisationId  the organisation concerned; absent: whether the user has it in any
 */
export function may(who: Standing | undefined, permission: string, organisationId?: string): boolean {
  const rule = rules.get(permission);
  if (!who || !rule || isOwedBefore(who, permission)) return false;
  if (rule.roles.includes(who.role)) return true;
  return who.memberships.some(
    (membership) =>
      (organisationId === undefined || membership.organisationId === organisationId) &&
      (rule.within?.includes(membership.role) ?? false),
  );
}

/** Whether a user must prove their identity before using a permission, provided they have it. */
export function isOwedBefore({ owes }: Pick<Standing, 'owes'>, permission: string): boolean {
  return owes !== undefined && !rules.get(permission)?.owing?.includes(owes);
}
