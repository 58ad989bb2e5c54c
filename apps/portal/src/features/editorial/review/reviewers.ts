import { and, asc, eq, inArray, isNull, notExists, notInArray } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { isOwner } from '../../../platform/editing/access.ts';
import type { Entry } from '../../../platform/editing/entry.ts';
import { may, siteRoles } from '../../../platform/identity/permissions.ts';
import { membership, siteUser } from '../../../platform/identity/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { workersOn } from '../../../platform/publishing/publications.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import { reviewText } from './messages.ts';
import { reviewAssignment, reviewConflict } from './schema.ts';

export interface Reviewer {
  id: string;
  name: string;
}

/** Reviewer of an entry. */
export async function reviewerOf(db: Queryable, id: string): Promise<Reviewer | undefined> {
  const [assigned] = await db
    .select({ id: siteUser.id, name: siteUser.name })
    .from(reviewAssignment)
    .innerJoin(siteUser, eq(siteUser.id, reviewAssignment.userId))
    .where(eq(reviewAssignment.publicationId, id));
  return assigned;
}

/** Whether a user declared a conflict of interest on an entry. */
export async function hasConflict(db: Queryable, id: string, userId: string): Promise<boolean> {
  const [declared] = await db
    .select({ userId: reviewConflict.userId })
    .from(reviewConflict)
    .where(and(eq(reviewConflict.publicationId, id), eq(reviewConflict.userId, userId)));
  return declared !== undefined;
}

/** Whether a user wrote an entry or belongs to its organisation, so that they may not judge it. */
export async function hasPart(
  db: Queryable,
  user: Pick<SignedInUser, 'id' | 'memberships'>,
  entry: Entry,
): Promise<boolean> {
  if (isOwner(user, entry)) return true;
  return entry.sent !== null && (await workersOn(db, entry.sent.publication)).includes(user.id);
}

/** Evaluated lazily, because permissions are complete only after all capabilities are loaded. */
const judgingRoles = () => siteRoles.filter((role) => may({ role, memberships: [] }, 'review.decide'));

/** Possible reviewers: excludes the entry's authors, members of its organisation, and users with a conflict. */
export async function possibleReviewers(db: Queryable, { id, ownerId, sent }: Entry): Promise<Reviewer[]> {
  const workers = sent ? await workersOn(db, sent.publication) : [];
  const conflict = db
    .select({ userId: reviewConflict.userId })
    .from(reviewConflict)
    .where(and(eq(reviewConflict.publicationId, id), eq(reviewConflict.userId, siteUser.id)));
  const colleague = db
    .select({ userId: membership.userId })
    .from(membership)
    .where(and(eq(membership.organizationId, ownerId ?? ''), eq(membership.userId, siteUser.id)));
  return db
    .select({ id: siteUser.id, name: siteUser.name })
    .from(siteUser)
    .where(
      and(
        inArray(siteUser.role, judgingRoles()),
        isNull(siteUser.suspendedAt),
        isNull(siteUser.deletedAt),
        notInArray(siteUser.id, workers),
        notExists(conflict),
        notExists(colleague),
      ),
    )
    .orderBy(asc(siteUser.name));
}

/** A reviewer's name, if the user may see it. */
export function reviewerName(name: string, named: boolean, ctx: SignedInContext): string {
  return named ? name : reviewText(ctx).label.entry.reviewer;
}
