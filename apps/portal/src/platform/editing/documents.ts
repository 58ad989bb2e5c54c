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

/** Who edits one of the body's own documents, and the terms used in the audit log. */
export interface Writing {
  user: SignedInUser;
  at: Date;
  /** Prefix of the act, such as `editing` in `editing.begin`. */
  area: string;
  /** Type of the object that is edited. */
  object: string;
}

/**
 * Creates a document. Idempotent for the same id.
 * @returns refused if the id is taken
 */
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
 * Replaces all inputs of the draft, to be reviewed and sent like any other change.
 * @param detail  source of the inputs, for the audit log
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

/** Discards the unsent draft. */
export async function discardWriting(db: Database, id: string, by: Writing): Promise<void> {
  await transact(db, async (tx) => {
    await lockEntry(tx, id);
    await discardDraft(tx, id);
    await audit(tx, 'discard', id, by);
  });
}

/** Restores an earlier revision into the draft, to be sent like any other change. */
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

/** Whether a document can be edited now: it is not under review; withdrawn documents can be edited again. */
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
