import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../../../../platform/database/connection.ts';
import type { Publication } from '../../../../platform/publishing/publications.ts';
import { revision, transition } from '../../../../platform/publishing/schema.ts';

/** Versions that a sent entry can be compared with, the default first. */
export const comparedWith = ['reviewed', 'published'] as const;

/** A version that was returned for changes or declined. */
export interface ReviewedVersion {
  number: number;
  data: object;
  /** Reason given to its owners. */
  reason: string;
  decidedAt: Date;
}

export interface EarlierVersions {
  /** The version decided on last; undefined if it was published. */
  reviewed: ReviewedVersion | undefined;
  /** The published version. */
  published: { number: number; data: object } | undefined;
}

const decisions = ['request-changes', 'decline', 'approve', 'schedule'] as const;
const refusals: ReadonlySet<string> = new Set(['request-changes', 'decline']);

/** Versions of an entry before it was last sent. */
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
