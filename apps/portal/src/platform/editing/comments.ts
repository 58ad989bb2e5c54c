import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import { reviewComment } from './schema.ts';

export type ReviewComment = typeof reviewComment.$inferSelect;

/**
 * Comments on an entry, oldest first.
 * @param audience  authors see only the comments shared with them
 */
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

/**
 * Shares the reviewers' comments so far with the entry's authors.
 * @returns the newly shared comments, oldest first
 */
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
