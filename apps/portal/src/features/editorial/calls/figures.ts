import { and, asc, count, eq, gte, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm';
import type { Queryable } from '../../../platform/database/connection.ts';
import { organisation } from '../../../platform/identity/schema.ts';
import type { State } from '../../../platform/publishing/model.ts';
import { publication, revision } from '../../../platform/publishing/schema.ts';
import { callKind } from './call-kind.ts';

import { campaignEntry } from './schema.ts';

/** States of an entry within its call. */
export const entryStandings = [
  'submitted',
  'in-review',
  'changes-requested',
  'accepted',
  'declined',
  'withdrawn',
] as const;
export type EntryStanding = (typeof entryStandings)[number];

export interface ReceivedEntry {
  id: string;
  kind: string;
  data: object;
  /** Null for the body's own entries. */
  organisation: string | null;
  standing: EntryStanding;
  sentAt: Date;
}

/** Entries sent into a call, oldest first. */
export async function receivedEntries(db: Queryable, campaignId: string): Promise<ReceivedEntry[]> {
  const rows = await db
    .select({ own: campaignEntry, publication, data: revision.data, organisation: organisation.name })
    .from(campaignEntry)
    .innerJoin(publication, eq(publication.id, campaignEntry.entryId))
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .leftJoin(organisation, eq(organisation.id, publication.ownerId))
    .where(and(eq(campaignEntry.campaignId, campaignId), isNotNull(campaignEntry.sentAt)))
    .orderBy(asc(campaignEntry.sentAt), asc(campaignEntry.entryId));
  return rows.map(({ own, publication: { id, kind, state }, data, organisation: name }) => ({
    id,
    kind,
    data,
    organisation: name,
    standing: own.outcome ?? standingOf(state),
    sentAt: own.sentAt ?? own.chosenAt,
  }));
}

/** Draft entries chosen for a call. */
export async function beingWritten(db: Queryable, campaignId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(campaignEntry)
    .where(and(eq(campaignEntry.campaignId, campaignId), isNull(campaignEntry.sentAt)));
  return row?.count ?? 0;
}

/** Number of calls opened, and of entries sent into any call, in a period. */
export async function callsWithin(
  db: Queryable,
  { begin, end }: { begin: Date; end: Date },
): Promise<{ calls: number; entries: number }> {
  const opensAt = sql<Date>`(${revision.data} ->> 'opensAt')::timestamptz`;
  const [opened] = await db
    .select({ count: count() })
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.publishedRevision)),
    )
    .where(
      and(
        eq(publication.kind, callKind.name),
        ne(publication.state, 'withdrawn'),
        sql`${opensAt} >= ${begin.toISOString()}`,
        sql`${opensAt} < ${end.toISOString()}`,
      ),
    );
  const [received] = await db
    .select({ count: count() })
    .from(campaignEntry)
    .where(and(gte(campaignEntry.sentAt, begin), lt(campaignEntry.sentAt, end)));
  return { calls: opened?.count ?? 0, entries: received?.count ?? 0 };
}

function standingOf(state: State): EntryStanding {
  if (state === 'in-review' || state === 'changes-requested' || state === 'withdrawn') return state;
  return 'submitted';
}

/** Counts names, most frequent first. */
export function tally(names: readonly string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, total]) => ({ name, count: total })).sort((a, b) => b.count - a.count);
}
