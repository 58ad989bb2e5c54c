/** What somebody is for the whole site. */
export const siteRoles = ['provider', 'editor', 'reviewer', 'administrator'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** What somebody is within one organisation. */
export const organisationRoles = ['owner', 'member'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

/** What staff have yet to do before anything else: set up a second factor, or show the one they have. */
export type OwedProof = 'enrolment' | 'second-factor';

/** Who may do something. */
export interface PermissionRule {
  /** Site roles that may do it anywhere. */
  roles: readonly SiteRole[];
  /** Roles within an organisation that may do it there. */
  within?: readonly OrganisationRole[];
  /** What staff may still owe when they do it; absent: nothing. */
  owing?: readonly OwedProof[];
}

/** Groups of site roles that permissions are given to. */
export const everybody = [...siteRoles];
export const staff = ['editor', 'reviewer', 'administrator'] as const;
/** Whether somebody acts for the body that runs the site. */
export const isStaff = (role: SiteRole): boolean => staff.some((each) => each === role);
export const editors = ['editor', 'administrator'] as const;
export const reviewers = ['reviewer', 'administrator'] as const;
export const administrators = ['administrator'] as const;
export const anyMember = [...organisationRoles];

/**
 * Every permission by its name. A capability adds its own to this interface beside its call of `definePermissions`, so
 * that a name that nobody defined does not compile.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: each capability fills it by declaration merging.
export interface Permissions {}
export type Permission = keyof Permissions & string;

const rules = new Map<string, PermissionRule>();

/**
 * Says who may do what, for permissions of one capability. Routes declare a name of them, pages ask what to offer, and
 * what nobody defined nobody may do.
 * @throws Error when two capabilities define one name
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

/** Every permission that was defined. */
export function definedPermissions(): Permission[] {
  return [...rules.keys()] as Permission[];
}

interface Member {
  organisationId: string;
  role: OrganisationRole;
}

/** The facts about somebody that decide what they may do. */
export interface Standing {
  role: SiteRole;
  memberships: readonly Member[];
  /** Absent: nothing. */
  owes?: OwedProof | undefined;
}

/**
 * Whether somebody may do something; nobody may do what was not defined.
 * @param organisationId  the organisation it is about; absent: whether there is any where they may
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

/** Whether somebody must show who they are before they may do something, if they may at all. */
export function isOwedBefore({ owes }: Pick<Standing, 'owes'>, permission: string): boolean {
  return owes !== undefined && !rules.get(permission)?.owing?.includes(owes);
}
