import type { AuditActor } from '../audit/audit.ts';
import type { Language } from '../i18n/language.ts';
import type { Actor } from '../publishing/model.ts';
import type { OrganisationRole, OwedProof, SiteRole } from './permissions.ts';

export interface Membership {
  organisationId: string;
  organisationName: string;
  role: OrganisationRole;
}

/** The user who sends the request. */
export interface SignedInUser {
  id: string;
  name: string;
  email: string;
  role: SiteRole;
  language: Language;
  twoFactorEnabled: boolean;
  /** In the order of the organisations' names. */
  memberships: readonly Membership[];
  /** `provenAt`: when they last proved their identity. */
  session: { id: string; startedAt: Date; provenAt: Date };
  /** What they must do before acting as staff; absent: nothing. */
  owes?: OwedProof | undefined;
  /** The user as an actor in the audit log. */
  audit: AuditActor;
}

/**
 * The user as an actor of the publication workflow. Staff act for the body itself; a provider acts for one
 * organisation at a time.
 * @param organisationId  the organisation they act for; absent: their first, if any
 */
export function actorFor(user: Pick<SignedInUser, 'id' | 'memberships'>, organisationId?: string): Actor {
  const membership = organisationId
    ? user.memberships.find((each) => each.organisationId === organisationId)
    : user.memberships[0];
  return { id: user.id, organisationId: membership?.organisationId ?? null };
}
