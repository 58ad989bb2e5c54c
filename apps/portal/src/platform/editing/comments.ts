import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { reviewComment } from './schema.ts';

export type ReviewComment = typeof reviewComment.$inferSelect;

/** What was said of an entry, oldest first. @param audience  whoever entered it reads what was shared with them */
export async function commentsOn(
  db: Queryable,
  publicationId: string,
  audience: 'staff' | 'provider',
): Promise<ReviewComment[]> {
  const shared = audience === 'provider' ? isNotNull(reviewComment.sharedAt) : undefined;
  return db
    .select()
    .from(reviewComment)
    .where(and(eq(reviewComment.publicationId, publicationId), shared))
    .orderBy(asc(reviewComment.id));
}

/** Lets whoever entered an entry read what its reviewers wrote so far. @returns what is new to them, oldest first */
export async function shareComments(
  tx: Queryable,
  publicationId: string,
  now: Date,
): Promise<ReviewComment[]> {
  const shared = await tx
    .update(reviewComment)
    .set({ sharedAt: now })
    .where(and(eq(reviewComment.publicationId, publicationId), isNull(reviewComment.sharedAt)))
    .returning();
  return shared.sort((a, b) => a.id - b.id);
}
