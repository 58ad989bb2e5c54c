import type { Queryable } from '../database/connection.ts';
import { dayInTokyo } from '../i18n/dates.ts';
import type { Actor } from './model.ts';
import type { Publication } from './publications.ts';
import { type publication, revision, transition } from './schema.ts';

export interface NewEntry {
  id: string;
  kind: string;
  data: unknown;
  reason: string;
  /** Authors other than the person who enters it. */
  writers?: readonly string[] | undefined;
  ownerId?: string | undefined;
  enteredOn?: string | undefined;
  confirmedOn?: string | null | undefined;
  contentDigest?: string | undefined;
}

export function newPublication(entry: NewEntry, now: Date): typeof publication.$inferInsert {
  return {
    id: entry.id,
    kind: entry.kind,
    state: 'draft',
    currentRevision: 1,
    ownerId: entry.ownerId ?? null,
    enteredOn: entry.enteredOn ?? dayInTokyo(now),
    confirmedOn: entry.confirmedOn ?? null,
    contentDigest: entry.contentDigest ?? null,
    createdAt: now,
    updatedAt: now,
  };
}

/** An entry whose data has been validated by its kind's schema. */
interface ParsedEntry {
  entry: NewEntry;
  data: object;
}

/** Inserts the first revisions of new publications in one statement. */
export async function addFirstRevisions(
  tx: Queryable,
  entries: readonly ParsedEntry[],
  actor: Actor,
  now: Date,
): Promise<void> {
  await tx.insert(revision).values(
    entries.map(({ entry, data }) => ({
      publicationId: entry.id,
      number: 1,
      data,
      author: actor.id,
      reason: entry.reason,
      minor: false,
      createdAt: now,
    })),
  );
}

/** Records the submission of new publications in one statement. */
export async function addSubmissions(
  tx: Queryable,
  rows: readonly Publication[],
  entries: readonly ParsedEntry[],
  actor: Actor,
  now: Date,
): Promise<void> {
  const reasons = new Map(entries.map(({ entry }) => [entry.id, entry.reason]));
  await tx.insert(transition).values(
    rows.map(({ id, state }): typeof transition.$inferInsert => ({
      publicationId: id,
      action: 'submit',
      fromState: 'draft',
      toState: state,
      revision: 1,
      actor: actor.id,
      reason: reasons.get(id) ?? '',
      at: now,
    })),
  );
}
