import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import type { SignedInUser } from '../identity/user.ts';
import type { State } from '../publishing/model.ts';
import type { Publication, Revision } from '../publishing/publications.ts';
import { publication, revision } from '../publishing/schema.ts';
import { entryDraft } from './schema.ts';

type Draft = typeof entryDraft.$inferSelect;

/** An entry on the desk: its last sent revision, its draft, or both. */
export interface Entry {
  id: string;
  kind: string;
  ownerId: string | null;
  sent: { publication: Publication; revision: Revision; declined: boolean } | null;
  draft: Draft | null;
}

/** The stage of an entry, in the terms of the desk. */
export type Stage = State | 'declined';

export function stageOf({ sent }: Entry): Stage {
  if (!sent) return 'draft';
  return sent.declined ? 'declined' : sent.publication.state;
}

/** Stages in which the owner may edit an entry; in the others it is under review. */
const open: ReadonlySet<Stage> = new Set(['draft', 'changes-requested', 'published', 'expired']);

export function isOpen(entry: Entry): boolean {
  return open.has(stageOf(entry));
}

const lastAction = sql<string | null>`(
  select action from transition where transition.publication_id = ${publication.id} order by id desc limit 1
)`;
const columns = { publication, revision, draft: entryDraft, lastAction };

interface Row {
  publication: Publication;
  revision: Revision;
  draft: Draft | null;
  lastAction: string | null;
}

export async function findEntry(db: Queryable, id: string): Promise<Entry | undefined> {
  // Drafts are read most often, since forms save while typing: read them in a single query.
  const [written] = await db
    .select(columns)
    .from(entryDraft)
    .leftJoin(publication, eq(publication.id, entryDraft.id))
    .leftJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .where(eq(entryDraft.id, id));
  if (written) {
    const { publication: row, revision: current, draft } = written;
    return row && current ? entryOf({ ...written, publication: row, revision: current }) : draftOnly(draft);
  }
  const [sent] = await sentEntries(db).where(eq(publication.id, id));
  return sent && entryOf(sent);
}

/** Entries by their ids; unknown ids are omitted. */
export async function findEntries(db: Queryable, ids: readonly string[]): Promise<Map<string, Entry>> {
  if (ids.length === 0) return new Map();
  const drafts = await db
    .select()
    .from(entryDraft)
    .where(inArray(entryDraft.id, [...ids]));
  const sent = await sentEntries(db).where(inArray(publication.id, [...ids]));
  return new Map([...drafts.map(draftOnly), ...sent.map(entryOf)].map((entry) => [entry.id, entry]));
}

/**
 * Entries a user is responsible for: their organisations' and those they entered for the body; newest first.
 * @param page  from 1
 */
export async function entriesOf(
  db: Queryable,
  user: SignedInUser,
  { page, size }: { page: number; size: number },
): Promise<{ entries: Entry[]; total: number }> {
  const own = user.memberships.map(({ organisationId }) => organisationId);
  const firstAuthor = sql<string>`(
    select author from revision where revision.publication_id = ${publication.id} and revision.number = 1
  )`;
  const sent = db
    .select({ id: publication.id, changedAt: sql<Date>`${publication.updatedAt}`.as('changed_at') })
    .from(publication)
    .where(or(inArray(publication.ownerId, own), and(isNull(publication.ownerId), eq(firstAuthor, user.id))));
  const drafts = db
    .select({ id: entryDraft.id, changedAt: sql<Date>`${entryDraft.updatedAt}`.as('changed_at') })
    .from(entryDraft)
    .leftJoin(publication, eq(publication.id, entryDraft.id))
    .where(
      and(
        isNull(publication.id),
        or(inArray(entryDraft.ownerId, own), and(isNull(entryDraft.ownerId), eq(entryDraft.author, user.id))),
      ),
    );
  const all = sent.unionAll(drafts).as('looked_after');
  const [counted] = await db.select({ total: sql<string>`count(*)` }).from(all);
  const shown = await db
    .select({ id: all.id })
    .from(all)
    .orderBy(desc(all.changedAt), all.id)
    .limit(size)
    .offset((page - 1) * size);
  const found = await findEntries(
    db,
    shown.map(({ id }) => id),
  );
  return { entries: shown.flatMap(({ id }) => found.get(id) ?? []), total: Number(counted?.total ?? 0) };
}

/** All entries of the given kinds, newest first. */
export async function entriesOfKinds(db: Queryable, kinds: readonly string[]): Promise<Entry[]> {
  const sent = await sentEntries(db)
    .where(inArray(publication.kind, [...kinds]))
    .orderBy(desc(publication.updatedAt));
  const drafts = await db
    .select({ draft: entryDraft })
    .from(entryDraft)
    .leftJoin(publication, eq(publication.id, entryDraft.id))
    .where(and(isNull(publication.id), inArray(entryDraft.kind, [...kinds])))
    .orderBy(desc(entryDraft.updatedAt));
  return [...drafts.map(({ draft }) => draftOnly(draft)), ...sent.map(entryOf)];
}

function sentEntries(db: Queryable) {
  return db
    .select(columns)
    .from(publication)
    .innerJoin(
      revision,
      and(eq(revision.publicationId, publication.id), eq(revision.number, publication.currentRevision)),
    )
    .leftJoin(entryDraft, eq(entryDraft.id, publication.id));
}

function entryOf({ publication: row, revision: current, draft, lastAction: last }: Row): Entry {
  const declined = row.state === 'withdrawn' && last === 'decline';
  const { id, kind, ownerId } = row;
  return { id, kind, ownerId, sent: { publication: row, revision: current, declined }, draft };
}

function draftOnly(draft: Draft): Entry {
  const { id, kind, ownerId } = draft;
  return { id, kind, ownerId, sent: null, draft };
}
