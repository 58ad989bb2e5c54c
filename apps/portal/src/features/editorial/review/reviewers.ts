import { and, asc, eq, inArray, isNull, notExists, notInArray } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import type { Entry } from '../../../platform/editing/entry.ts';
import { may, siteRoles } from '../../../platform/identity/permissions.ts';
import { membership, siteUser } from '../../../platform/identity/schema.ts';
import { workersOn } from '../../../platform/publishing/publications.ts';
import type { SignedInContext } from '../../../platform/web/page-context.ts';
import { reviewText } from './messages.ts';
import { reviewAssignment, reviewConflict } from './schema.ts';

export interface Reviewer {
  id: string;
  name: string;
}

/** Who an entry is assigned to. */
export async function reviewerOf(db: Queryable, id: string): Promise<Reviewer | undefined> {
  const [assigned] = await db
    .select({ id: siteUser.id, name: siteUser.name })
    .from(reviewAssignment)
    .innerJoin(siteUser, eq(siteUser.id, reviewAssignment.userId))
    .where(eq(reviewAssignment.publicationId, id));
  return assigned;
}

/** Whether somebody said that they must not judge an entry. */
export async function hasConflict(db: Queryable, id: string, userId: string): Promise<boolean> {
  const [declared] = await db
    .select({ userId: reviewConflict.userId })
    .from(reviewConflict)
    .where(and(eq(reviewConflict.publicationId, id), eq(reviewConflict.userId, userId)));
  return declared !== undefined;
}

/** Asked when needed: which roles may what is known once every capability has been read. */
const judgingRoles = () => siteRoles.filter((role) => may({ role, memberships: [] }, 'review.decide'));

/** Everybody who may judge an entry: nobody who worked on it, no member of its organisation, nobody in conflict. */
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

/** A reviewer's name, for whoever may know it. */
export function reviewerName(name: string, named: boolean, ctx: SignedInContext): string {
  return named ? name : reviewText(ctx).label.entry.reviewer;
}
