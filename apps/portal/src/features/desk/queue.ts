import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../../platform/database/connection.ts';
import { siteUser } from '../../platform/identity/schema.ts';
import type { State } from '../../platform/publishing/model.ts';
import { publication, revision } from '../../platform/publishing/schema.ts';
import { reviewAssignment } from './schema.ts';

/** States that a reviewer looks for, the first two by rule. */
export const queueStates = ['submitted', 'in-review', 'changes-requested', 'scheduled'] as const;

export interface QueueFilter {
  state?: (typeof queueStates)[number] | undefined;
  kind?: string | undefined;
  /** Only what waits for at least so many days. */
  days?: number | undefined;
}

export interface QueuedEntry {
  id: string;
  kind: string;
  state: State;
  data: unknown;
  /** When it last changed its state. */
  since: Date;
  reviewer: string | null;
}

const mostShown = 500;

/** What waits to be reviewed, the longest first. */
export async function reviewQueue(db: Queryable, filter: QueueFilter, now: Date): Promise<QueuedEntry[]> {
  const { state, kind, days } = filter;
  const since = sql<Date>`coalesce(
    (select max(at) from transition where transition.publication_id = ${publication.id}), ${publication.updatedAt}
  )`.mapWith(publication.updatedAt);
  const rows = await db
    .select({
      id: publication.id,
      kind: publication.kind,
      state: publication.state,
      data: revision.data,
      since,
      reviewer: siteUser.name,
    })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .leftJoin(reviewAssignment, eq(reviewAssignment.publicationId, publication.id))
    .leftJoin(siteUser, eq(siteUser.id, reviewAssignment.userId))
    .where(
      and(
        inArray(publication.state, state ? [state] : ['submitted', 'in-review']),
        kind ? eq(publication.kind, kind) : undefined,
        days ? lt(since, new Date(now.getTime() - days * 86_400_000)) : undefined,
      ),
    )
    .orderBy(asc(since), desc(publication.id))
    .limit(mostShown);
  return rows.map((row) => ({ ...row, state: row.state as State }));
}
