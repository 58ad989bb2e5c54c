import { may, type Permission, type SiteRole, type Standing, staff } from '../identity/permissions.ts';
import { actorFor, type SignedInUser } from '../identity/user.ts';
import type { Actor } from '../publishing/model.ts';

/** Used as organisation id if an entry belongs to none: nobody is a member of it. */
const bodyItself = 'the-body-itself';

const onStaff: readonly SiteRole[] = staff;

interface Owned {
  ownerId: string | null;
}

/** The only function that decides whether a user may do something with a given entry. */
export function mayWith(user: Standing, permission: Permission, { ownerId }: Owned): boolean {
  return may(user, permission, ownerId ?? bodyItself);
}

/** The user as an actor of the workflow on an entry: with the owning organisation if they are a member. */
export function actorOn(user: Pick<SignedInUser, 'id' | 'memberships'>, { ownerId }: Owned): Actor {
  return ownerId === null ? { id: user.id, organisationId: null } : actorFor(user, ownerId);
}

/** Whether the user is a member of the organisation that owns an entry, regardless of other roles. */
export function isOwner(user: Pick<SignedInUser, 'memberships'>, { ownerId }: Owned): boolean {
  return user.memberships.some(({ organisationId }) => organisationId === ownerId);
}

/**
 * Whether the user sees an entry as staff do, including reviewers' names. Never for an entry of their own
 * organisation: reviewers stay anonymous to those they review, even to colleagues.
 */
export function seesAsStaff(user: SignedInUser, entry: Owned): boolean {
  return onStaff.includes(user.role) && !isOwner(user, entry);
}
