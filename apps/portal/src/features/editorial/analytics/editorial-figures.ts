import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { entryDraft } from '../../../platform/editing/schema.ts';
import { publication, publishedRecord, revision } from '../../../platform/publishing/schema.ts';
import { momentsOf, monthsOf, type Period } from './period.ts';

type Months = Pick<Period, 'from' | 'to'>;

/** Number of entries by state; an entry never sent is a draft. */
export async function entriesByState(db: Queryable, kinds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .select({ state: publication.state, count: sql<number>`count(*)::int` })
    .from(publication)
    .where(inArray(publication.kind, [...kinds]))
    .groupBy(publication.state);
  const begun = await db.$count(
    db
      .select({ id: entryDraft.id })
      .from(entryDraft)
      .leftJoin(publication, eq(publication.id, entryDraft.id))
      .where(and(inArray(entryDraft.kind, [...kinds]), isNull(publication.id)))
      .as('begun'),
  );
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  return counts.set('draft', (counts.get('draft') ?? 0) + begun);
}

export interface ExpiringEntry {
  id: string;
  kind: string;
  data: object;
  expiresAt: Date;
}

const maxExpiring = 500;
const day = 24 * 60 * 60 * 1_000;

/** Published entries that expire within a number of days unless confirmed, earliest first. */
export async function expiringEntries(
  db: Queryable,
  kinds: readonly string[],
  days: number,
  now: Date,
): Promise<ExpiringEntry[]> {
  const rows = await db
    .select({
      id: publication.id,
      kind: publication.kind,
      data: revision.data,
      expiresAt: publication.expiresAt,
    })
    .from(publication)
    .innerJoin(
      publishedRecord,
      and(eq(publishedRecord.publicationId, publication.id), eq(publishedRecord.removed, false)),
    )
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.publishedRevision)),
    )
    .where(
      and(
        inArray(publication.kind, [...kinds]),
        isNotNull(publication.expiresAt),
        gt(publication.expiresAt, now),
        lte(publication.expiresAt, new Date(now.getTime() + days * day)),
      ),
    )
    .orderBy(asc(publication.expiresAt))
    .limit(maxExpiring);
  return rows.flatMap(({ expiresAt, ...row }) => (expiresAt ? [{ ...row, expiresAt }] : []));
}

/** Days from sending an entry to the decision. */
export interface ReviewTimes {
  /** Month of the decision, `YYYY-MM`. */
  month: string;
  decisions: number;
  /** Null if there was no decision. */
  median: number | null;
  ninetieth: number | null;
}

const measured = sql`
  select to_char(decision.at at time zone 'Asia/Tokyo', 'YYYY-MM') as month,
    extract(epoch from decision.at - sent.at) / 86400 as days
  from transition decision
  join lateral (
    select at from transition earlier
    where earlier.publication_id = decision.publication_id and earlier.action = 'submit' and earlier.id < decision.id
    order by earlier.id desc limit 1
  ) sent on true
  where decision.action in ('approve', 'schedule', 'request-changes', 'decline')`;

const percentiles = sql`
  count(*)::int as decisions,
  percentile_cont(0.5) within group (order by days)::float as median,
  percentile_cont(0.9) within group (order by days)::float as ninetieth`;

interface MeasuredRow extends Record<string, unknown> {
  month: string;
  decisions: number;
  median: number | null;
  ninetieth: number | null;
}

/** Review times by month of decision, for every month of a period. */
export async function reviewTimes(db: Queryable, period: Months): Promise<ReviewTimes[]> {
  const { begin, end } = momentsOf(period);
  const { rows } = await db.execute<MeasuredRow>(sql`
    select month, ${percentiles}
    from (${measured} and decision.at >= ${begin.toISOString()} and decision.at < ${end.toISOString()}) measured
    group by month`);
  const found = new Map(rows.map((row) => [row.month, row]));
  return monthsOf(period).map(
    (month) => found.get(month) ?? { month, decisions: 0, median: null, ninetieth: null },
  );
}

/** Review times of a whole period. */
export async function overallReviewTimes(db: Queryable, period: Months): Promise<Omit<ReviewTimes, 'month'>> {
  const { begin, end } = momentsOf(period);
  const { rows } = await db.execute<MeasuredRow>(sql`
    select ${percentiles}
    from (${measured} and decision.at >= ${begin.toISOString()} and decision.at < ${end.toISOString()}) measured`);
  return rows[0] ?? { decisions: 0, median: null, ninetieth: null };
}

/** Data of the revisions of some kinds that were public at a moment. */
export async function shownAt(db: Queryable, kinds: readonly string[], moment: Date): Promise<unknown[]> {
  const { rows } = await db.execute<{ data: object }>(sql`
    select revision.data from (
      select distinct on (publication_id) publication_id, action, to_state, revision from transition
      where at < ${moment.toISOString()} and action <> 'decline'
        and (action in ('expire', 'confirm') or to_state in ('published', 'withdrawn', 'suspended'))
      order by publication_id, id desc
    ) last
    join publication on publication.id = last.publication_id
    join revision on revision.publication_id = last.publication_id and revision.number = last.revision
    where (last.to_state = 'published' or last.action = 'confirm') and ${inArray(publication.kind, [...kinds])}`);
  return rows.map(({ data }) => data);
}

/** Number of actions on entries of some kinds in a period, by action. */
export async function actionsWithin(
  db: Queryable,
  kinds: readonly string[],
  period: Months,
): Promise<Map<string, number>> {
  const { begin, end } = momentsOf(period);
  const { rows } = await db.execute<{ action: string; count: number }>(sql`
    select action, count(*)::int as count from transition
    join publication on publication.id = transition.publication_id
    where at >= ${begin.toISOString()} and at < ${end.toISOString()} and ${inArray(publication.kind, [...kinds])}
    group by action`);
  return new Map(rows.map(({ action, count }) => [action, count]));
}
