import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../../../../platform/database/connection.ts';
import type { Publication } from '../../../../platform/publishing/publications.ts';
import { revision, transition } from '../../../../platform/publishing/schema.ts';

/** Versions of an entry that a sent one can be compared with, what is compared with by rule first. */
export const comparedWith = ['reviewed', 'published'] as const;

/** A version that was sent, and sent back or declined. */
export interface ReviewedVersion {
  number: number;
  data: object;
  /** What whoever entered it was told. */
  reason: string;
  decidedAt: Date;
}

export interface EarlierVersions {
  /** The one decided on last; undefined where that was published. */
  reviewed: ReviewedVersion | undefined;
  /** What the public sees. */
  published: { number: number; data: object } | undefined;
}

const decisions = ['request-changes', 'decline', 'approve', 'schedule'] as const;
const refusals: ReadonlySet<string> = new Set(['request-changes', 'decline']);

/** What was known of an entry before it was last sent. */
export async function earlierVersions(
  db: Queryable,
  { id, publishedRevision }: Pick<Publication, 'id' | 'publishedRevision'>,
): Promise<EarlierVersions> {
  const lastSent = sql`(
    select max(sent.id) from transition sent where sent.publication_id = ${id} and sent.action = 'submit'
  )`;
  const [decided] = await db
    .select({
      action: transition.action,
      number: revision.number,
      data: revision.data,
      reason: transition.reason,
      decidedAt: transition.at,
    })
    .from(transition)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, transition.publicationId), eq(revision.number, transition.revision)),
    )
    .where(
      and(
        eq(transition.publicationId, id),
        inArray(transition.action, decisions),
        lt(transition.id, lastSent),
      ),
    )
    .orderBy(desc(transition.id))
    .limit(1);
  const [published] =
    publishedRevision === null
      ? []
      : await db
          .select({ number: revision.number, data: revision.data })
          .from(revision)
          .where(and(eq(revision.publicationId, id), eq(revision.number, publishedRevision)));
  if (!decided) return { reviewed: undefined, published };
  const { action, ...version } = decided;
  return { reviewed: refusals.has(action) ? version : undefined, published };
}
