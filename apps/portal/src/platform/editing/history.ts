import { z } from 'zod';
import type { Problem } from '../outcome/outcome.ts';
import type { Platform } from '../platform.ts';
import type { RevisionNote } from '../publishing/publications.ts';
import type { SignedInContext } from '../web/page-context.ts';
import type { Entry } from './entry.ts';
import { namingFor } from './naming.ts';

const aNumber = z.coerce.number().int().positive().optional().catch(undefined);

/** Form of the button that restores a revision. */
export const aRevision = z.object({ revision: z.coerce.number().int().positive() });

/** The two revisions to compare; default: the newest and its predecessor. */
export interface ChosenRevisions {
  from?: number | undefined;
  to?: number | undefined;
  problems?: readonly Problem[];
}

/** @param query  of a history page's URL */
export function chosenRevisions(query: Record<string, string>): ChosenRevisions {
  return { from: aNumber.parse(query.from), to: aNumber.parse(query.to) };
}

/** A revision as the history lists it. */
export interface RevisionView {
  number: number;
  who: string;
  at: Date;
  /** Absent if this reader may not see it. */
  reason: string | undefined;
  minor: boolean;
  published: boolean;
}

/** The history shown on a page, with the contents of the two chosen revisions. */
export interface ReadHistory {
  revisions: RevisionView[];
  from: number | undefined;
  to: number;
  before: object | undefined;
  after: object | undefined;
}

/**
 * Reads a history: time and author of all revisions, contents of two.
 * @param mayReadReason  whether this reader may see a revision's reason
 */
export async function readHistory(
  { connection, publishing }: Pick<Platform, 'connection' | 'publishing'>,
  entry: Entry,
  chosen: ChosenRevisions,
  mayReadReason: (note: RevisionNote) => boolean,
  ctx: SignedInContext,
): Promise<ReadHistory> {
  const notes = await publishing.timeline(entry.id);
  const authors = notes.map(({ author }) => author);
  const nameOf = await namingFor(connection.db, authors, ctx.user, entry, ctx);
  const to = notes.find(({ number }) => number === chosen.to) ?? notes.at(-1);
  const from = notes.find(({ number }) => number === (chosen.from ?? (to?.number ?? 1) - 1));
  const revisions = notes.map((note) => ({
    number: note.number,
    who: nameOf(note.author, note.minor),
    at: note.createdAt,
    reason: mayReadReason(note) ? note.reason : undefined,
    minor: note.minor,
    published: note.number === entry.sent?.publication.publishedRevision,
  }));
  const data = async (note: RevisionNote | undefined) =>
    note && (await publishing.revision(entry.id, note.number))?.data;
  return {
    revisions,
    from: from?.number,
    to: to?.number ?? 1,
    before: await data(from),
    after: await data(to),
  };
}
