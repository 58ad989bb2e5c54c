/** What somebody is for the whole site. */
export const siteRoles = ['provider', 'editor', 'reviewer', 'administrator'] as const;
export type SiteRole = (typeof siteRoles)[number];

/** What somebody is within one organisation. */
export const organisationRoles = ['owner', 'member'] as const;
export type OrganisationRole = (typeof organisationRoles)[number];

interface Rule {
  /** Site roles that may do it anywhere. */
  roles: readonly SiteRole[];
  /** Roles within an organisation that may do it there. */
  within?: readonly OrganisationRole[];
}

const everybody = siteRoles;
const staff = ['editor', 'reviewer', 'administrator'] as const;
const editors = ['editor', 'administrator'] as const;
const reviewers = ['reviewer', 'administrator'] as const;
const administrators = ['administrator'] as const;
const anyMember = organisationRoles;

/**
 * Who may do what: the one table. Routes declare a name from it, pages ask it what to offer, and what is not in it
 * nobody may do.
 */
const rules = {
  /** One's own name, password, sessions and data. */
  'account.manage': { roles: everybody },

  'user.manage': { roles: administrators },
  'invitation.manage': { roles: administrators },
  'organisation.create': { roles: administrators },
  'organisation.view': { roles: staff, within: anyMember },
  'organisation.invite': { roles: administrators, within: ['owner'] },
  /** Changing what members are is the organisation's own affair. */
  'organisation.members': { roles: [], within: ['owner'] },

  'desk.view': { roles: everybody },
  'entry.write': { roles: editors, within: anyMember },
  'entry.submit': { roles: editors, within: anyMember },
  'entry.renew': { roles: editors, within: anyMember },
  /** Off the site at once, and back. */
  'entry.suspend': { roles: staff },
  /** Publishing a small correction without a second reader. */
  'entry.correct': { roles: editors },
  'entry.import': { roles: editors, within: anyMember },
  'campaign.manage': { roles: editors },
  'review.view': { roles: staff },
  'review.assign': { roles: staff },
  'review.decide': { roles: reviewers },
  'history.view': { roles: staff, within: anyMember },
  'history.restore': { roles: editors },

  'editing.view': { roles: staff },
  'editing.write': { roles: editors },
  /** Of somebody else's work; nobody approves their own. */
  'editing.approve': { roles: staff },
  'feature.edit': { roles: editors },
  'notice.edit': { roles: editors },
  'vocabulary.edit': { roles: editors },
  'redirect.edit': { roles: editors },
  /** Pages of the site, 被害に遭ったら, the finder. */
  'page.edit': { roles: editors },

  'figures.view': { roles: staff },
  'audit.view': { roles: administrators },
  'mail.view': { roles: administrators },
  'webhook.manage': { roles: administrators },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof rules;

/** Every permission there is. */
export const permissions = Object.keys(rules) as Permission[];

interface Member {
  organisationId: string;
  role: OrganisationRole;
}

/** The facts about somebody that decide what they may do. */
export interface Standing {
  role: SiteRole;
  memberships: readonly Member[];
}

/**
 * Whether somebody may do something; nobody may do what the table does not name.
 * @param organisationId  the organisation it is about; absent: whether there is any where they may
 */
export function may(who: Standing | undefined, permission: string, organisationId?: string): boolean {
  const rule = Object.hasOwn(rules, permission) ? ruleOf(permission as Permission) : undefined;
  if (!who || !rule) return false;
  if (rule.roles.includes(who.role)) return true;
  return who.memberships.some(
    (membership) =>
      (organisationId === undefined || membership.organisationId === organisationId) &&
      (rule.within?.includes(membership.role) ?? false),
  );
}

function ruleOf(permission: Permission): Rule {
  return rules[permission];
}
