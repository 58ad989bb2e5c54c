import { randomBytes } from 'node:crypto';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Database, Queryable } from '../database/connection.ts';
import { transact } from '../database/transact.ts';
import type { SignedInUser } from '../identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import { publication } from '../publishing/schema.ts';
import { checkStock, type Stock } from '../quota/quota.ts';
import { type Entry, findEntry, isOpen } from './entry.ts';
import type { KindForm } from './form/form.ts';
import type { FormValues } from './form/form-values.ts';
import { writeInputs } from './form/inputs.ts';
import { actOnList, type ListAct } from './form/list-acts.ts';
import { namedInputs } from './form/walk.ts';
import {
  type EditConflict,
  mergeSaving,
  type Newer,
  type Saving,
  type Seen,
  seenIn,
  whoseIsNewer,
} from './merging.ts';
import { entryDraft } from './schema.ts';

/** Includes imported drafts. */
const drafts: Stock = {
  name: 'draft',
  what: { ja: '審査に送っていない下書き', en: 'drafts that were not sent' },
  by: 'organisation',
  max: 20_000,
  remedy: { ja: '下書きを審査に送るか、破棄してください。', en: 'Send drafts for review, or discard them.' },
};

/**
 * Whether an organisation may have this many more drafts.
 * @param ownerId  null: the body that runs the site
 */
export function roomForDrafts(
  tx: Queryable,
  ownerId: string | null,
  adding: number,
): Promise<Outcome<undefined>> {
  const own = ownerId === null ? isNull(entryDraft.ownerId) : eq(entryDraft.ownerId, ownerId);
  return checkStock(tx, drafts, ownerId ?? '', () => tx.$count(entryDraft, own), adding);
}

export interface WrittenDraft extends Pick<Entry, 'id' | 'kind' | 'ownerId'> {
  formValues: FormValues;
  /** The revision the draft is based on; 0: none yet. */
  basedOn: number;
}

/** Writes drafts unconditionally; the caller holds the locks and has checked them. */
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
  const set = { formValues: sql`excluded.typed`, ...writtenBy(author), updatedAt: now };
  await tx.insert(entryDraft).values(rows).onConflictDoUpdate({ target: entryDraft.id, set });
}

/** Current values of a form: the draft, or else the last sent revision. */
export function currentFormValues(form: KindForm, { sent, draft }: Entry): FormValues {
  if (draft) return withFlagsOfToday(form, draft.formValues);
  return sent ? writeInputs(form, sent.revision.data) : {};
}

/** Drafts of calls from before the one form engine hold `true` and `false` where flags are `yes` and `no` now. */
function withFlagsOfToday(form: KindForm, formValues: FormValues): FormValues {
  const isOld = ([value]: readonly string[]) => value === 'true' || value === 'false';
  if (!Object.values(formValues).some(isOld)) return formValues;
  const flags = namedInputs(form, formValues).flatMap(({ input, leaf }) =>
    leaf.type === 'flag' && isOld(formValues[input] ?? []) ? [input] : [],
  );
  const renewed = flags.map((input) => [input, [formValues[input]?.[0] === 'true' ? 'yes' : 'no']]);
  return { ...formValues, ...Object.fromEntries(renewed) };
}

/** Result of saving: everything is saved except conflicting inputs. */
export interface Saved {
  /** All inputs as they are stored now. */
  formValues: FormValues;
  conflicts: readonly EditConflict[];
  newer: Newer;
  /** Fingerprints of what the author has now seen. */
  seen: Seen;
}

/** A save of a form, with an optional action on one of its lists. */
export interface FormSaving extends Saving {
  /** Applied after the inputs are saved; not while there are conflicts. */
  act?: ListAct | undefined;
}

/**
 * Saves a draft without validating it. Concurrent changes by others are never overwritten; everything else is
 * saved.
 * @param found  the entry as read for this request
 * @param isWritable  whether an entry can be edited in its present state
 * @returns refused while the entry is under review, and for an action on a list that the form does not have
 */
export async function saveFormValues(
  db: Database,
  form: KindForm,
  found: Entry,
  saving: FormSaving,
  user: SignedInUser,
  now: Date,
  isWritable: (entry: Entry) => boolean = isOpen,
): Promise<Outcome<Saved>> {
  if (found.draft && isWritable(found)) {
    const stored = currentFormValues(form, found);
    const saved = savedInto(form, found, saving, user, stored);
    if (!saved) return refused(noSuchList);
    if (sameFormValues(saved.formValues, stored)) return done(saved);
    if (await replaceDraft(db, found.draft, saved.formValues, user.id, now)) return done(saved);
  }
  return transact(db, async (tx): Promise<Outcome<Saved>> => {
    await lockEntry(tx, found.id);
    const entry = await findEntry(tx, found.id);
    if (!entry || !isWritable(entry)) return refused(beingReviewed);
    const stored = currentFormValues(form, entry);
    const saved = savedInto(form, entry, saving, user, stored);
    if (!saved) return refused(noSuchList);
    if (!sameFormValues(saved.formValues, stored))
      await storeDraft(tx, entry, saved.formValues, user.id, now);
    return done(saved);
  });
}

/** The values to store; undefined for an action on a list that the form does not have. */
function savedInto(
  form: KindForm,
  { draft }: Entry,
  { act, ...saving }: FormSaving,
  { id }: Pick<SignedInUser, 'id'>,
  theirs: FormValues,
): Saved | undefined {
  const merged = { ...mergeSaving(theirs, saving), newer: whoseIsNewer(id, draft) };
  if (!act || merged.conflicts.length > 0) return merged;
  const formValues = actOnList(form, merged.formValues, act, newItemId);
  return formValues && { ...merged, formValues };
}

/** Ids are never reused after deletion: answers stored for one question must not apply to another. */
const newItemId = () => `k${randomBytes(4).toString('hex')}`;

/**
 * Writes a draft in one statement if it is unchanged since it was read, without a lock.
 * @returns false if it was changed or sent meanwhile
 */
async function replaceDraft(
  db: Queryable,
  draft: NonNullable<Entry['draft']>,
  formValues: FormValues,
  author: string,
  now: Date,
): Promise<boolean> {
  const asRead = sql`${entryDraft.formValues}::text = ${JSON.stringify(draft.formValues)}`;
  const replaced = await db
    .update(entryDraft)
    .set({ formValues, ...writtenBy(author), updatedAt: now })
    .where(and(eq(entryDraft.id, draft.id), asRead))
    .returning({ id: entryDraft.id });
  return replaced.length > 0;
}

/** Stores the draft of an entry, replacing any earlier one. */
export async function storeDraft(
  tx: Queryable,
  { id, kind, ownerId, draft, sent }: Entry,
  formValues: FormValues,
  author: string,
  now: Date,
): Promise<void> {
  const basedOn = draft?.basedOn ?? sent?.publication.currentRevision ?? 0;
  const begun = { basedOn, author, writers: [author], createdAt: now };
  await tx
    .insert(entryDraft)
    .values({ id, kind, ownerId, formValues, ...begun, updatedAt: now })
    .onConflictDoUpdate({
      target: entryDraft.id,
      set: { formValues, ...writtenBy(author), updatedAt: now },
    });
}

/** Columns for a draft's last author and all its authors. */
function writtenBy(author: string) {
  const { writers } = entryDraft;
  return {
    author,
    writers: sql`case when ${author} = any(${writers}) then ${writers} else array_append(${writers}, ${author}) end`,
  };
}

/** Deletes the draft of an entry after it is sent or discarded. */
export async function discardDraft(tx: Queryable, id: string): Promise<void> {
  await tx.delete(entryDraft).where(eq(entryDraft.id, id));
}

/** Locks an entry against other writers until this transaction ends. */
export async function lockEntry(tx: Queryable, id: string): Promise<void> {
  await tx.select({ id: publication.id }).from(publication).where(eq(publication.id, id)).for('update');
  await tx.select({ id: entryDraft.id }).from(entryDraft).where(eq(entryDraft.id, id)).for('update');
}

/** `lockEntry` for several entries, in a fixed order to prevent deadlocks. */
export async function lockEntries(tx: Queryable, ids: readonly string[]): Promise<void> {
  const { id } = publication;
  const all = [...ids];
  await tx.select({ id }).from(publication).where(inArray(id, all)).orderBy(asc(id)).for('update');
  const { id: draftId } = entryDraft;
  const drafts = tx.select({ id: draftId }).from(entryDraft).where(inArray(draftId, all));
  await drafts.orderBy(asc(draftId)).for('update');
}

function sameFormValues(one: FormValues, other: FormValues): boolean {
  const inputs = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const [a, b] = [seenIn(one, inputs), seenIn(other, inputs)];
  return inputs.every((input) => a[input] === b[input]);
}

export const beingReviewed: Problem = {
  code: 'being-reviewed',
  message: {
    ja: 'すでに送られているため、いまは書き換えられません。入力した内容は保存されていません。',
    en: 'This was sent already and cannot be changed now. What you typed was not saved.',
  },
};
const noSuchList: Problem = {
  code: 'no-such-list',
  message: {
    ja: 'その操作はできませんでした。加える値は半角の英数字とハイフンで、まだ使われていないものにしてください。',
    en: 'This could not be done. A value to add consists of letters, digits and hyphens, and is not in use yet.',
  },
};
