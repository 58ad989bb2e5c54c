import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import type { SignedInUser } from '../identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import { publication } from '../publishing/schema.ts';
import { checkStock, type Stock } from '../quota/quota.ts';
import { type Entry, findEntry, isOpen } from './entry.ts';
import { type EntryForm, inputsOf } from './form/entry-form.ts';
import { writeInputs } from './form/inputs.ts';
import type { Typed } from './form/typed.ts';
import {
  type Clash,
  mergeSaving,
  type Newer,
  type Saving,
  type Seen,
  seenIn,
  whoseIsNewer,
} from './merging.ts';
import { entryDraft } from './schema.ts';

/** What is imported counts too. */
const drafts: Stock = {
  name: 'draft',
  what: { ja: '審査に送っていない下書き', en: 'drafts that were not sent' },
  by: 'organisation',
  most: 20_000,
  remedy: { ja: '下書きを審査に送るか、破棄してください。', en: 'Send drafts for review, or discard them.' },
};

/** Whether an organisation may have so many drafts more. @param ownerId  null: the body that runs the site */
export function roomForDrafts(
  tx: Queryable,
  ownerId: string | null,
  adding: number,
): Promise<Outcome<undefined>> {
  const own = ownerId === null ? isNull(entryDraft.ownerId) : eq(entryDraft.ownerId, ownerId);
  return checkStock(tx, drafts, ownerId ?? '', () => tx.$count(entryDraft, own), adding);
}

export interface WrittenDraft extends Pick<Entry, 'id' | 'kind' | 'ownerId'> {
  typed: Typed;
  /** The revision it starts from; 0: none yet. */
  basedOn: number;
}

/** Writes drafts as they shall be, whatever stood there before: the caller holds them and has looked. */
export async function writeDrafts(
  tx: Queryable,
  drafts: readonly WrittenDraft[],
  author: string,
  now: Date,
): Promise<void> {
  if (drafts.length === 0) return;
  const rows = drafts.map((draft) => ({
    ...draft,
    author,
    writers: [author],
    createdAt: now,
    updatedAt: now,
  }));
  const set = { typed: sql`excluded.typed`, ...writtenBy(author), updatedAt: now };
  await tx.insert(entryDraft).values(rows).onConflictDoUpdate({ target: entryDraft.id, set });
}

/** What stands in an entry's form now: what is being written, or else what was sent last. */
export function typedNow(form: EntryForm, { sent, draft }: Entry): Typed {
  return draft?.typed ?? (sent ? writeInputs(form, sent.revision.data) : {});
}

/** What became of what somebody sent: all is saved but what clashes. */
export interface Saved {
  /** All inputs as they are stored now. */
  typed: Typed;
  clashes: readonly Clash[];
  newer: Newer;
  /** What the author has seen now. */
  seen: Seen;
}

/**
 * Saves what somebody types, without judging it. What another changed meanwhile is never overwritten unseen; all
 * else is saved.
 * @param found  the entry as it was read for this request
 * @returns refused while the entry is being reviewed
 */
export async function saveTyped(
  db: Database,
  form: EntryForm,
  found: Entry,
  saving: Saving,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<Saved>> {
  if (found.draft && isOpen(found)) {
    const saved = mergedInto(found, saving, user, typedNow(form, found));
    const changed = !sameTyped(form, saved.typed, typedNow(form, found));
    if (!changed || (await replaceDraft(db, found.draft, saved.typed, user.id, now))) return done(saved);
  }
  return transact(db, async (tx): Promise<Outcome<Saved>> => {
    await lockEntry(tx, found.id);
    const entry = await findEntry(tx, found.id);
    if (!entry || !isOpen(entry)) return refused(beingReviewed);
    const saved = mergedInto(entry, saving, user, typedNow(form, entry));
    const changed = !sameTyped(form, saved.typed, typedNow(form, entry));
    if (changed) await storeDraft(tx, entry, saved.typed, user.id, now);
    return done(saved);
  });
}

function mergedInto(
  { draft }: Entry,
  saving: Saving,
  { id }: Pick<SignedInUser, 'id'>,
  theirs: Typed,
): Saved {
  return { ...mergeSaving(theirs, saving), newer: whoseIsNewer(id, draft) };
}

/**
 * Writes a draft in one statement where it still stands as it was read; nobody need be held for that.
 * @returns false where somebody wrote on it, or it was sent, meanwhile
 */
async function replaceDraft(
  db: Queryable,
  draft: NonNullable<Entry['draft']>,
  typed: Typed,
  author: string,
  now: Date,
): Promise<boolean> {
  const asRead = sql`${entryDraft.typed}::text = ${JSON.stringify(draft.typed)}`;
  const replaced = await db
    .update(entryDraft)
    .set({ typed, ...writtenBy(author), updatedAt: now })
    .where(and(eq(entryDraft.id, draft.id), asRead))
    .returning({ id: entryDraft.id });
  return replaced.length > 0;
}

/** Keeps what is being written on an entry, in place of what was kept before. */
export async function storeDraft(
  tx: Queryable,
  { id, kind, ownerId, draft, sent }: Entry,
  typed: Typed,
  author: string,
  now: Date,
): Promise<void> {
  const basedOn = draft?.basedOn ?? sent?.publication.currentRevision ?? 0;
  const begun = { basedOn, author, writers: [author], createdAt: now };
  await tx
    .insert(entryDraft)
    .values({ id, kind, ownerId, typed, ...begun, updatedAt: now })
    .onConflictDoUpdate({
      target: entryDraft.id,
      set: { typed, ...writtenBy(author), updatedAt: now },
    });
}

/** Columns of a draft that somebody types on: the last to type, and one of all who did. */
function writtenBy(author: string) {
  const { writers } = entryDraft;
  return {
    author,
    writers: sql`case when ${author} = any(${writers}) then ${writers} else array_append(${writers}, ${author}) end`,
  };
}

/** Forgets what was being written on an entry: it was sent, or is not wanted. */
export async function discardDraft(tx: Queryable, id: string): Promise<void> {
  await tx.delete(entryDraft).where(eq(entryDraft.id, id));
}

/** Holds everybody else who would write on an entry until this transaction ends. */
export async function lockEntry(tx: Queryable, id: string): Promise<void> {
  await tx.select({ id: publication.id }).from(publication).where(eq(publication.id, id)).for('update');
  await tx.select({ id: entryDraft.id }).from(entryDraft).where(eq(entryDraft.id, id)).for('update');
}

/** `lockEntry` for several, always in one order: two who hold many do not wait for each other. */
export async function lockEntries(tx: Queryable, ids: readonly string[]): Promise<void> {
  const { id } = publication;
  const all = [...ids];
  await tx.select({ id }).from(publication).where(inArray(id, all)).orderBy(asc(id)).for('update');
  const { id: draftId } = entryDraft;
  const drafts = tx.select({ id: draftId }).from(entryDraft).where(inArray(draftId, all));
  await drafts.orderBy(asc(draftId)).for('update');
}

function sameTyped(form: EntryForm, one: Typed, other: Typed): boolean {
  const inputs = form.fields.flatMap(inputsOf);
  const [a, b] = [seenIn(one, inputs), seenIn(other, inputs)];
  return inputs.every((input) => a[input] === b[input]);
}

const beingReviewed: Problem = {
  code: 'being-reviewed',
  message: {
    ja: 'この登録はすでに送られているため、いまは書き換えられません。入力した内容は保存されていません。',
    en: 'This entry was sent already and cannot be changed now. What you typed was not saved.',
  },
};
