import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { siteUser } from '../../../platform/identity/schema.ts';
import type { State } from '../../../platform/publishing/model.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import { reviewDue, sentIntoCall } from '../calls/index.ts';
import { reviewAssignment } from './schema.ts';

/** States that a reviewer looks for, the first two by rule. */
export const queueStates = ['submitted', 'in-review', 'changes-requested', 'scheduled'] as const;
/** By how long it waits, or by when it should be decided on. */
export const queueOrders = ['waiting', 'deadline'] as const;

export interface QueueFilter {
  state?: (typeof queueStates)[number] | undefined;
  kind?: string | undefined;
  /** Only what waits for at least so many days. */
  days?: number | undefined;
  /** Only what should have been decided on by now. */
  overdue?: boolean | undefined;
  /** Only what was sent into this call for entries. */
  call?: string | undefined;
  /** Only what this user reviews. */
  reviewer?: string | undefined;
  order?: (typeof queueOrders)[number] | undefined;
}

export interface QueuedEntry {
  id: string;
  kind: string;
  ownerId: string | null;
  state: State;
  data: object;
  /** When it last changed its state. */
  since: Date;
  /** When it should be decided on; null: it does not wait for a decision. */
  due: Date | null;
  reviewer: string | null;
}

const mostShown = 500;

const since = sql<Date>`coalesce(
  (select max(at) from transition where transition.publication_id = ${publication.id}), ${publication.updatedAt}
)`.mapWith(publication.updatedAt);
const sentAt = sql`(
  select max(at) from transition
  where transition.publication_id = ${publication.id} and transition.action = 'submit'
)`;
const due = sql<Date | null>`case when ${publication.state} in ('submitted', 'in-review')
  then ${reviewDue(publication.id, sentAt)} end`.mapWith(publication.updatedAt);

/** What waits to be reviewed; by rule the longest first. */
export async function reviewQueue(db: Queryable, filter: QueueFilter, now: Date): Promise<QueuedEntry[]> {
  const { state, kind, days, overdue, call, reviewer, order } = filter;
  const rows = await db
    .select({
      id: publication.id,
      kind: publication.kind,
      ownerId: publication.ownerId,
      state: publication.state,
      data: revision.data,
      since,
      due,
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
        overdue ? lt(due, now) : undefined,
        call ? sentIntoCall(publication.id, call) : undefined,
        reviewer ? eq(reviewAssignment.userId, reviewer) : undefined,
      ),
    )
    .orderBy(...(order === 'deadline' ? [asc(due), asc(since)] : [asc(since)]), desc(publication.id))
    .limit(mostShown);
  return rows;
}

/** When an entry should be decided on; undefined: it does not wait for a decision. */
export async function deadlineOf(db: Queryable, id: string): Promise<Date | undefined> {
  const [row] = await db.select({ due }).from(publication).where(eq(publication.id, id));
  return row?.due ?? undefined;
}
