import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Database } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import { discardDraft, lockEntry, type Saved, storeDraft } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry } from '../../../platform/editing/entry.ts';
import type { KindForm } from '../../../platform/editing/form/form.ts';
import { writeInputs } from '../../../platform/editing/form/inputs.ts';
import { actOnList, type ListAct } from '../../../platform/editing/form/list-acts.ts';
import type { Typed } from '../../../platform/editing/form/typed.ts';
import { mergeSaving, type Saving, seenIn, whoseIsNewer } from '../../../platform/editing/merging.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { isWritable } from './editable.ts';

/** What stands in a document's form now: what is being written, or else what was sent last. */
export function inputsNow(form: KindForm, { sent, draft }: Entry): Typed {
  return draft?.typed ?? (sent ? writeInputs(form, sent.revision.data) : {});
}

/** Begins a document. Asked for twice under one id, it is begun once. @returns refused where the id is taken */
export async function beginDocument(
  db: Database,
  { id, kind, inputs }: { id: string; kind: string; inputs: Typed },
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'begun'>> {
  return transact(db, async (tx) => {
    if (await findEntry(tx, id)) return refused(taken(id));
    await storeDraft(tx, { id, kind, ownerId: null, sent: null, draft: null }, inputs, user.id, now);
    await recordAudit(tx, {
      actor: user.audit,
      action: 'editing.begin',
      object: { kind: 'entry', id },
      detail: { kind },
      at: now,
    });
    return done('begun' as const);
  });
}

export interface PartSaving extends Saving {
  /** Done to a list after the inputs were saved; not while any of them clashes. */
  act?: ListAct | undefined;
}

/** Saves what somebody types, without judging it; what another saved meanwhile is never overwritten unseen. */
export async function saveInputs(
  db: Database,
  form: KindForm,
  id: string,
  { act, ...saving }: PartSaving,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<Saved>> {
  return transact(db, async (tx): Promise<Outcome<Saved>> => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry || !isWritable(entry)) return refused(notOpen);
    const stored = inputsNow(form, entry);
    const saved = { ...mergeSaving(stored, saving), newer: whoseIsNewer(user.id, entry.draft) };
    const inputs = act && saved.clashes.length === 0 ? actOnList(form, saved.typed, act) : saved.typed;
    if (!inputs) return refused(noSuchList);
    if (!same(inputs, stored)) await storeDraft(tx, entry, inputs, user.id, now);
    return done({ ...saved, typed: inputs });
  });
}

/**
 * Puts other inputs in the place of all that stand, to be looked through and sent like any other change.
 * @param detail  what the audit log keeps of where they came from
 */
export async function replaceInputs(
  db: Database,
  id: string,
  inputs: Typed,
  detail: Record<string, unknown>,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'replaced'>> {
  return transact(db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry || !isWritable(entry)) return refused(notOpen);
    await storeDraft(tx, entry, inputs, user.id, now);
    const object = { kind: 'entry', id };
    await recordAudit(tx, { actor: user.audit, action: 'editing.import', object, detail, at: now });
    return done('replaced' as const);
  });
}

/** Forgets what was not sent. */
export async function discardWriting(db: Database, id: string, user: SignedInUser, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    await lockEntry(tx, id);
    await discardDraft(tx, id);
    const object = { kind: 'entry', id };
    await recordAudit(tx, { actor: user.audit, action: 'editing.discard', object, at: now });
  });
}

/** Brings what an earlier revision said back into the form, to be sent like any other change. */
export async function restoreIntoForm(
  db: Database,
  form: KindForm,
  id: string,
  earlier: { number: number; data: object },
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'restored'>> {
  return transact(db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry?.sent || !isWritable(entry)) return refused(notOpen);
    if (entry.draft) return refused(beingWritten);
    await storeDraft(tx, entry, writeInputs(form, earlier.data), user.id, now);
    const detail = { revision: earlier.number };
    const object = { kind: 'entry', id };
    await recordAudit(tx, { actor: user.audit, action: 'editing.restore', object, detail, at: now });
    return done('restored' as const);
  });
}

function same(one: Typed, other: Typed): boolean {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const [a, b] = [seenIn(one, names), seenIn(other, names)];
  return names.every((name) => a[name] === b[name]);
}

const taken = (id: string): Problem => ({
  code: 'id-taken',
  field: 'id',
  message: { ja: `「${id}」はすでに使われています。`, en: `“${id}” is already in use.` },
});
export const notOpen: Problem = {
  code: 'being-reviewed',
  message: {
    ja: '承認を待っているか、公開を予定しているため、いまは書き換えられません。',
    en: 'It waits for approval or for its time and cannot be changed now.',
  },
};
const beingWritten: Problem = {
  code: 'being-written',
  message: {
    ja: 'まだ送っていない変更があります。先に送るか、取り消してください。',
    en: 'There are changes that were not sent yet. Send or discard them first.',
  },
};
const noSuchList: Problem = {
  code: 'no-such-list',
  message: {
    ja: 'その操作はできませんでした。加える値は半角の英数字とハイフンで、まだ使われていないものにしてください。',
    en: 'This could not be done. A value to add consists of letters, digits and hyphens, and is not in use yet.',
  },
};
