import { and, eq, gte } from 'drizzle-orm';
import type { Queryable } from '../database/connection.ts';
import type { Action, Actor, State } from './model.ts';
import { publication, revision, transition } from './schema.ts';

export type Publication = typeof publication.$inferSelect;
export type Revision = typeof revision.$inferSelect;
/** A revision without its content. */
export type RevisionNote = Pick<Revision, 'number' | 'author' | 'reason' | 'minor' | 'createdAt'>;

/** Reads a publication and locks it until this transaction ends. */
export async function lockPublication(tx: Queryable, id: string): Promise<Publication | undefined> {
  const [row] = await tx.select().from(publication).where(eq(publication.id, id)).for('update');
  return row;
}

export async function revisionOf(tx: Queryable, id: string, number: number): Promise<Revision> {
  const [row] = await tx
    .select()
    .from(revision)
    .where(and(eq(revision.publicationId, id), eq(revision.number, number)));
  if (!row) throw new Error(`publication ${id} has no revision ${number}`);
  return row;
}

/** Everyone who wrote or sent anything since the last publication; none of them may judge it. */
export async function workersOn(
  db: Queryable,
  { id, publishedRevision, currentRevision }: Publication,
): Promise<string[]> {
  const first = Math.min(currentRevision, (publishedRevision ?? 0) + 1);
  const revisions = await db
    .select({ author: revision.author, writers: revision.writers })
    .from(revision)
    .where(and(eq(revision.publicationId, id), gte(revision.number, first)));
  return [...new Set(revisions.flatMap(({ author, writers }) => [author, ...writers]))];
}

export async function addRevision(
  tx: Queryable,
  publicationId: string,
  number: number,
  data: object,
  about: { author: string; writers: readonly string[]; reason: string; minor: boolean },
  now: Date,
): Promise<void> {
  await tx
    .insert(revision)
    .values({ publicationId, number, data, ...about, writers: [...about.writers], createdAt: now });
}

export async function setState(
  tx: Queryable,
  id: string,
  columns: Partial<typeof publication.$inferInsert>,
  now: Date,
): Promise<void> {
  await tx
    .update(publication)
    .set({ ...columns, updatedAt: now })
    .where(eq(publication.id, id));
}

export async function addTransition(
  tx: Queryable,
  current: Publication,
  action: Action,
  toState: State,
  actor: Actor,
  reason: string,
  now: Date,
): Promise<void> {
  await tx.insert(transition).values({
    publicationId: current.id,
    action,
    fromState: current.state,
    toState,
    revision: current.currentRevision,
    actor: actor.id,
    reason,
    at: now,
  });
}
