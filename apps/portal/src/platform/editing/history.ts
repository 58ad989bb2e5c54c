import { z } from 'zod';
import type { Problem } from '../outcome/outcome.ts';
import type { Platform } from '../platform.ts';
import type { RevisionNote } from '../publishing/publications.ts';
import type { SignedInContext } from '../web/page-context.ts';
import type { Entry } from './entry.ts';
import { namingFor } from './naming.ts';

const aNumber = z.coerce.number().int().positive().optional().catch(undefined);

/** Form of the button that brings a revision back. */
export const aRevision = z.object({ revision: z.coerce.number().int().positive() });

/** Which two revisions to compare: by rule the newest with the one before. */
export interface ChosenRevisions {
  from?: number | undefined;
  to?: number | undefined;
  problems?: readonly Problem[];
}

/** @param query  of a history page's address */
export function chosenRevisions(query: Record<string, string>): ChosenRevisions {
  return { from: aNumber.parse(query.from), to: aNumber.parse(query.to) };
}

/** A revision as the history lists it. */
export interface RevisionView {
  number: number;
  who: string;
  at: Date;
  /** Absent where it is not for this reader. */
  reason: string | undefined;
  minor: boolean;
  published: boolean;
}

/** The history of something as its page shows it, with what the two chosen revisions say. */
export interface ReadHistory {
  revisions: RevisionView[];
  from: number | undefined;
  to: number;
  before: object | undefined;
  after: object | undefined;
}

/**
 * Reads a history: of all revisions when and by whom, of two what they say.
 * @param isTold  whether this reader reads the reason of a revision
 */
export async function readHistory(
  { connection, publishing }: Pick<Platform, 'connection' | 'publishing'>,
  entry: Entry,
  chosen: ChosenRevisions,
  isTold: (note: RevisionNote) => boolean,
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
    reason: isTold(note) ? note.reason : undefined,
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
