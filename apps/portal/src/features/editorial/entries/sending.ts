import { eq } from 'drizzle-orm';
import {
  type AuditActor,
  type AuditedAct,
  recordAudit,
  recordAudits,
} from '../../../platform/audit/audit.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import { actorOn } from '../../../platform/editing/access.ts';
import { currentFormValues, lockEntry, type WrittenDraft } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry, stageOf } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import { readRecord } from '../../../platform/editing/form/reading.ts';
import { entryDraft } from '../../../platform/editing/schema.ts';
import { dayInTokyo } from '../../../platform/i18n/dates.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { checkPictures } from '../../../platform/pictures/attaching.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { NewEntry } from '../../../platform/publishing/entering.ts';
import { overProblem } from '../../../platform/publishing/last-day.ts';
import type { Actor } from '../../../platform/publishing/model.ts';
import { publication } from '../../../platform/publishing/schema.ts';
import { sendIntoCall } from '../calls/index.ts';
import { titleIn } from './presenting.ts';

/** An entry that was sent again after its reviewer had asked for changes. */
interface ReturnedEntry {
  id: string;
  title: string;
  /** What its sender says of the changes. */
  reason: string;
}

/** Called within the transaction that sends an entry again. */
export type ReturnListener = (tx: Transaction, returned: ReturnedEntry, now: Date) => Promise<void>;

export interface SendingDependencies extends Pick<Platform, 'connection' | 'publishing' | 'vocabulary'> {
  returnListeners: readonly ReturnListener[];
}

const underWay = new Set(['submitted', 'in-review', 'scheduled']);

/** The sender of an entry, for the workflow and the audit log. */
export type Sender = Pick<SignedInUser, 'id' | 'memberships' | 'audit'>;

/** Services to send entries within the caller's transaction, and to hear of those sent again. */
export interface EntryServices {
  /** Registers what is done within the transaction that sends an entry again after changes. */
  onReturned(listener: ReturnListener): void;
  /** Sends an entry for review; a refusal rolls the transaction back. */
  sendWithin(
    tx: Transaction,
    form: EntryForm,
    id: string,
    reason: string,
    user: Sender,
    now: Date,
  ): Promise<void>;
  /** Sends newly created entries. @returns problems of those not sent, by id */
  sendNewWithin(
    tx: Transaction,
    form: EntryForm,
    entries: readonly NewlyWritten[],
    reason: string,
    user: Sender,
    now: Date,
  ): Promise<Map<string, Problem[]>>;
}

/** A newly created entry. */
type NewlyWritten = Pick<WrittenDraft, 'id' | 'kind' | 'ownerId' | 'formValues'>;

/**
 * Sends an entry for review; its draft becomes a revision. Idempotent.
 * @returns refused with the problems of its inputs
 */
export async function sendEntry(
  dependencies: SendingDependencies,
  form: EntryForm,
  id: string,
  reason: string,
  user: Sender,
  now: Date,
): Promise<Outcome<'sent'>> {
  return transact(dependencies.connection.db, async (tx) => {
    await sendWithin(tx, dependencies, form, id, reason, user, now);
    return done('sent' as const);
  });
}

/** `sendEntry` within a transaction that `together` has begun. */
export async function sendWithin(
  tx: Transaction,
  { publishing, vocabulary, returnListeners }: Omit<SendingDependencies, 'connection'>,
  form: EntryForm,
  id: string,
  reason: string,
  user: Sender,
  now: Date,
): Promise<void> {
  await lockEntry(tx, id);
  const entry = await findEntry(tx, id);
  if (!entry || (!entry.draft && underWay.has(stageOf(entry)))) return;
  const former = entry.sent?.revision.data;
  const data = unwrap(readRecord(form, currentFormValues(form, entry), { vocabulary: vocabulary(), former }));
  const over = overProblem(form.kind, data, now);
  if (over) unwrap(refused(over));
  unwrap(await checkPictures(tx, form.kind, id, data));
  const actor = actorOn(user, entry);
  const inside = publishing.within(tx);
  const today = dayInTokyo(now);
  if (!entry.sent) {
    const { kind } = entry;
    const ownerId = entry.ownerId ?? undefined;
    const writers = entry.draft?.writers;
    unwrap(await inside.enter({ id, kind, data, reason, writers, ownerId, confirmedOn: today }, actor, now));
  } else {
    const stage = stageOf(entry);
    if (stage === 'published' || stage === 'expired')
      unwrap(await inside.act(id, 'reopen', actor, reason, now));
    if (entry.draft) {
      const { basedOn, writers } = entry.draft;
      unwrap(await inside.revise(id, { data, reason, writers, basedOn }, actor, now));
    }
    // Sending an entry confirms all of its content.
    await tx.update(publication).set({ confirmedOn: today }).where(eq(publication.id, id));
  }
  unwrap(await inside.act(id, 'submit', actor, reason, now));
  unwrap(await sendIntoCall(tx, id, now));
  await tx.delete(entryDraft).where(eq(entryDraft.id, id));
  await recordAudits(tx, [submission(user.audit, id, now)]);
  if (stageOf(entry) !== 'changes-requested') return;
  const title = titleIn(form, data) ?? id;
  for (const listener of returnListeners) await listener(tx, { id, title, reason }, now);
}

/**
 * Sends newly created entries within a transaction that `together` has begun.
 * @returns problems of the invalid ones; all others are sent
 */
export async function sendNewWithin(
  tx: Transaction,
  { publishing, vocabulary }: Pick<SendingDependencies, 'publishing' | 'vocabulary'>,
  form: EntryForm,
  entries: readonly NewlyWritten[],
  reason: string,
  user: Sender,
  now: Date,
): Promise<Map<string, Problem[]>> {
  const refusals = new Map<string, Problem[]>();
  const ready: NewEntry[] = [];
  const confirmedOn = dayInTokyo(now);
  for (const { id, kind, ownerId, formValues } of entries) {
    const data = readRecord(form, formValues, { vocabulary: vocabulary() });
    const over = data.ok && overProblem(form.kind, data.value, now);
    if (over) refusals.set(id, [over]);
    else if (data.ok)
      ready.push({ id, kind, data: data.value, reason, ownerId: ownerId ?? undefined, confirmedOn });
    else refusals.set(id, data.problems);
  }
  for (const group of Map.groupBy(ready, ({ ownerId }) => ownerId ?? null).entries()) {
    const [ownerId, own] = group;
    unwrap(await publishing.within(tx).submitAll(own, actorOn(user, { ownerId }), now));
  }
  await recordAudits(
    tx,
    ready.map(({ id }) => submission(user.audit, id, now)),
  );
  return refusals;
}

/** Confirms that a published entry is still valid; extends it by a year. */
export async function confirmEntry(
  { connection, publishing }: Pick<SendingDependencies, 'connection' | 'publishing'>,
  id: string,
  by: { actor: Actor; audit: AuditActor; way: 'desk' | 'link' },
  now: Date,
): Promise<Outcome<'confirmed'>> {
  return transact(connection.db, async (tx) => {
    unwrap(await publishing.within(tx).act(id, 'confirm', by.actor, 'still right', now));
    await audit(tx, by.audit, 'entry.confirm', id, now, { way: by.way });
    return done('confirmed' as const);
  });
}

/** Problems that prevent sending an entry; empty if it is ready. */
export function readiness(
  { vocabulary, now }: Pick<Platform, 'vocabulary' | 'now'>,
  form: EntryForm,
  entry: Entry,
): Outcome<object> {
  const former = entry.sent?.revision.data;
  const outcome = readRecord(form, currentFormValues(form, entry), { vocabulary: vocabulary(), former });
  const over = outcome.ok && overProblem(form.kind, outcome.value, now());
  return over ? refused(over) : outcome;
}

function submission(actor: AuditActor, id: string, at: Date): AuditedAct {
  return { actor, action: 'entry.submit', object: { kind: 'entry', id }, at };
}

function audit(
  tx: Transaction,
  actor: AuditActor,
  action: string,
  id: string,
  at: Date,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(tx, { actor, action, object: { kind: 'entry', id }, detail, at });
}
