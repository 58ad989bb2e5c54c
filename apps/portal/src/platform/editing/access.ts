import { may, type Permission, type SiteRole, type Standing, staff } from '../identity/permissions.ts';
import { actorFor, type SignedInUser } from '../identity/user.ts';
import type { Actor } from '../publishing/model.ts';

/** Stands for the body itself where an entry belongs to no organisation: nobody is a member of it. */
const bodyItself = 'the-body-itself';

const onStaff: readonly SiteRole[] = staff;

interface Owned {
  ownerId: string | null;
}

/** The one place that says whether somebody may do something with this very entry. */
export function mayWith(user: Standing, permission: Permission, { ownerId }: Owned): boolean {
  return may(user, permission, ownerId ?? bodyItself);
}

/** Somebody as the workflow sees them before an entry: with the organisation that owns it, where they belong to it. */
export function actorOn(user: Pick<SignedInUser, 'id' | 'memberships'>, { ownerId }: Owned): Actor {
  return ownerId === null ? { id: user.id, organisationId: null } : actorFor(user, ownerId);
}

/** Whether somebody belongs to the organisation that an entry is of, whatever else they are. */
export function isOwner(user: Pick<SignedInUser, 'memberships'>, { ownerId }: Owned): boolean {
  return user.memberships.some(({ organisationId }) => organisationId === ownerId);
}

/**
 * Whether somebody sees an entry as the body does, with the names of those who review it. Nobody does so before an entry
 * of their own organisation: a reviewer is not to be known to whom they judge, though it be a colleague.
 */
export function seesAsStaff(user: SignedInUser, entry: Owned): boolean {
  return onStaff.includes(user.role) && !isOwner(user, entry);
}
