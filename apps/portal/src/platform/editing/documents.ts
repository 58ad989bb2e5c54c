import { recordAudit } from '../audit/audit.ts';
import type { Database } from '../database/connection.ts';
import { type Transaction, transact } from '../database/transact.ts';
import type { SignedInUser } from '../identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';
import { beingReviewed, discardDraft, lockEntry, storeDraft } from './drafts.ts';
import { type Entry, findEntry, isOpen, stageOf } from './entry.ts';
import type { KindForm } from './form/form.ts';
import type { FormValues } from './form/form-values.ts';
import { writeInputs } from './form/inputs.ts';

/** Who writes on a document of the body itself, and what the audit log calls that. */
export interface Writing {
  user: SignedInUser;
  at: Date;
  /** First word of the act, such as `editing` in `editing.begin`. */
  area: string;
  /** Sort of object that it is done to. */
  object: string;
}

/** Begins a document. Asked for twice under one id, it is begun once. @returns refused where the id is taken */
export async function beginDocument(
  db: Database,
  { id, kind, inputs }: { id: string; kind: string; inputs: FormValues },
  by: Writing,
): Promise<Outcome<'begun'>> {
  return transact(db, async (tx) => {
    if (await findEntry(tx, id)) return refused(taken(id));
    await storeDraft(tx, { id, kind, ownerId: null, sent: null, draft: null }, inputs, by.user.id, by.at);
    await audit(tx, 'begin', id, by, { kind });
    return done('begun' as const);
  });
}

/**
 * Puts other inputs in the place of all that stand, to be looked through and sent like any other change.
 * @param detail  what the audit log keeps of where they came from
 */
export async function replaceInputs(
  db: Database,
  id: string,
  inputs: FormValues,
  detail: Record<string, unknown>,
  by: Writing,
): Promise<Outcome<'replaced'>> {
  return transact(db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry || !isWritable(entry)) return refused(beingReviewed);
    await storeDraft(tx, entry, inputs, by.user.id, by.at);
    await audit(tx, 'import', id, by, detail);
    return done('replaced' as const);
  });
}

/** Forgets what was not sent. */
export async function discardWriting(db: Database, id: string, by: Writing): Promise<void> {
  await transact(db, async (tx) => {
    await lockEntry(tx, id);
    await discardDraft(tx, id);
    await audit(tx, 'discard', id, by);
  });
}

/** Brings what an earlier revision said back into the form, to be sent like any other change. */
export async function restoreIntoForm(
  db: Database,
  form: KindForm,
  id: string,
  earlier: { number: number; data: object },
  by: Writing,
): Promise<Outcome<'restored'>> {
  return transact(db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry?.sent || !isWritable(entry)) return refused(beingReviewed);
    if (entry.draft) return refused(beingWritten);
    await storeDraft(tx, entry, writeInputs(form, earlier.data), by.user.id, by.at);
    await audit(tx, 'restore', id, by, { revision: earlier.number });
    return done('restored' as const);
  });
}

/** Whether a document may be written on now: nobody is reading it, and what was withdrawn may come back. */
export function isWritable(entry: Entry): boolean {
  return isOpen(entry) || stageOf(entry) === 'withdrawn';
}

function audit(
  tx: Transaction,
  verb: string,
  id: string,
  { user, at, area, object }: Writing,
  detail: Record<string, unknown> = {},
): Promise<void> {
  const act = { action: `${area}.${verb}`, object: { kind: object, id }, detail };
  return recordAudit(tx, { actor: user.audit, ...act, at });
}

const taken = (id: string): Problem => ({
  code: 'id-taken',
  field: 'id',
  message: { ja: `「${id}」はすでに使われています。`, en: `“${id}” is already in use.` },
});
const beingWritten: Problem = {
  code: 'being-written',
  message: {
    ja: 'まだ送っていない変更があります。先に送るか、取り消してください。',
    en: 'There are changes that were not sent yet. Send or discard them first.',
  },
};
