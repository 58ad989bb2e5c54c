import { fold } from '@kakehashi/search';
import { and, asc, desc, eq, inArray, lt, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { titleColumn } from '../../../platform/editing/record-columns.ts';
import type { LocalisedText } from '../../../platform/i18n/language.ts';
import { organisation, siteUser } from '../../../platform/identity/schema.ts';
import type { State } from '../../../platform/publishing/model.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import { reviewDue, sentIntoCall } from '../calls/index.ts';
import { reviewAssignment } from './schema.ts';

/** States that the queue can show; the first two by default. */
export const queueStates = ['submitted', 'in-review', 'changes-requested', 'scheduled'] as const;
/** Sort orders: waiting time or deadline. */
export const queueOrders = ['waiting', 'deadline'] as const;

export interface QueueFilter {
  state?: (typeof queueStates)[number] | undefined;
  kind?: string | undefined;
  /** Minimum days of waiting. */
  days?: number | undefined;
  /** Only overdue entries. */
  overdue?: boolean | undefined;
  /** Only entries of this call. */
  call?: string | undefined;
  /** Only entries assigned to this user. */
  reviewer?: string | undefined;
  /** Words in the name or the organisation's name, ignoring width and case. */
  q?: string | undefined;
  order?: (typeof queueOrders)[number] | undefined;
}

export interface QueuedEntry {
  id: string;
  kind: string;
  ownerId: string | null;
  state: State;
  /** Undefined: it has none. */
  title: LocalisedText | undefined;
  organisation: string | null;
  /** When its state last changed. */
  since: Date;
  /** Deadline; null if it does not await a decision. */
  due: Date | null;
  reviewer: string | null;
}

/** Most entries read for the queue. */
const maxQueued = 5_000;

const since = sql<Date>`coalesce(
  (select max(at) from transition where transition.publication_id = ${publication.id}), ${publication.updatedAt}
)`.mapWith(publication.updatedAt);
const sentAt = sql`(
  select max(at) from transition
  where transition.publication_id = ${publication.id} and transition.action = 'submit'
)`;
const due = sql<Date | null>`case when ${publication.state} in ('submitted', 'in-review')
  then ${reviewDue(publication.id, sentAt)} end`.mapWith(publication.updatedAt);

/** Entries awaiting review of kinds with a form; longest waiting first by default. */
export async function reviewQueue(
  db: Queryable,
  forms: ReadonlyMap<string, EntryForm>,
  filter: QueueFilter,
  now: Date,
): Promise<QueuedEntry[]> {
  const { order, q = '' } = filter;
  const rows = await db
    .select({
      id: publication.id,
      kind: publication.kind,
      ownerId: publication.ownerId,
      state: publication.state,
      title: titleColumn(forms),
      organisation: organisation.name,
      since,
      due,
      reviewer: siteUser.name,
    })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .leftJoin(organisation, eq(organisation.id, publication.ownerId))
    .leftJoin(reviewAssignment, eq(reviewAssignment.publicationId, publication.id))
    .leftJoin(siteUser, eq(siteUser.id, reviewAssignment.userId))
    .where(and(inArray(publication.kind, [...forms.keys()]), conditionsOf(filter, now)))
    .orderBy(...(order === 'deadline' ? [asc(due), asc(since)] : [asc(since)]), desc(publication.id))
    .limit(maxQueued);
  // Fold each text separately, since folding drops blanks between scripts.
  const words = q.split(/\s+/).map(fold).filter(Boolean);
  const holds = ({ title, organisation: owner }: Pick<QueuedEntry, 'title' | 'organisation'>) => {
    const text = fold([title?.ja, title?.en, owner].filter(Boolean).join(' / '));
    return words.every((word) => text.includes(word));
  };
  return rows
    .map(({ title, state, ...row }) => ({ ...row, state: state as State, title: title ?? undefined }))
    .filter((row) => words.length === 0 || holds(row));
}

/** Number of texts of the body's editors awaiting approval in the site editor. */
export async function editedWaiting(
  db: Queryable,
  forms: ReadonlyMap<string, EntryForm>,
  filter: QueueFilter,
  now: Date,
): Promise<number> {
  return db.$count(
    db
      .select({ id: publication.id })
      .from(publication)
      .leftJoin(reviewAssignment, eq(reviewAssignment.publicationId, publication.id))
      .where(and(notInArray(publication.kind, [...forms.keys()]), conditionsOf(filter, now)))
      .as('edited'),
  );
}

function conditionsOf(
  { state, kind, days, overdue, call, reviewer }: QueueFilter,
  now: Date,
): SQL | undefined {
  return and(
    inArray(publication.state, state ? [state] : ['submitted', 'in-review']),
    kind ? eq(publication.kind, kind) : undefined,
    days ? lt(since, new Date(now.getTime() - days * 86_400_000)) : undefined,
    overdue ? lt(due, now) : undefined,
    call ? sentIntoCall(publication.id, call) : undefined,
    reviewer ? eq(reviewAssignment.userId, reviewer) : undefined,
  );
}

/** Deadline of an entry; undefined if it does not await a decision. */
export async function deadlineOf(db: Queryable, id: string): Promise<Date | undefined> {
  const [row] = await db.select({ due }).from(publication).where(eq(publication.id, id));
  return row?.due ?? undefined;
}
