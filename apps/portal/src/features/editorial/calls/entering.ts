import { and, desc, eq, isNull } from 'drizzle-orm';
import { type AuditActor, recordAudit } from '../../../platform/audit/audit.ts';
import type { Queryable } from '../../../platform/database/connection.ts';
import { writeMoment } from '../../../platform/i18n/dates.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { publishedRecord } from '../../../platform/publishing/schema.ts';
import { type Call, callKind } from './call-kind.ts';
import { type Answers, answerProblems, callStateAt, type SettledOutcome } from './model.ts';
import { campaignEntry } from './schema.ts';

/** The data of an entry that calls need. */
export interface Entering {
  id: string;
  kind: string;
}

export interface OfferedCall {
  id: string;
  call: Call;
}

/** The current or last call of an entry. */
export interface EnteredCall extends OfferedCall {
  answers: Answers;
  /** Whether the call is still announced. */
  announced: boolean;
  /** Null if the entry was not sent yet. */
  sentAt: Date | null;
  /** Whether a decision was made; the entry may then enter another call. */
  settled: boolean;
}

export async function enteredCall(db: Queryable, entryId: string): Promise<EnteredCall | undefined> {
  const [row] = await db
    .select({ own: campaignEntry, data: publishedRecord.data, removed: publishedRecord.removed })
    .from(campaignEntry)
    .innerJoin(publishedRecord, eq(publishedRecord.publicationId, campaignEntry.campaignId))
    .where(eq(campaignEntry.entryId, entryId))
    .orderBy(desc(campaignEntry.chosenAt))
    .limit(1);
  if (!row) return undefined;
  const { campaignId: id, answers, sentAt, settledAt } = row.own;
  const { data, removed } = row;
  return { id, call: data as Call, announced: !removed, answers, sentAt, settled: settledAt !== null };
}

/** Open calls; for an entry, those that accept its kind and have not decided on it. */
export async function openCalls(db: Queryable, now: Date, entry?: Entering): Promise<OfferedCall[]> {
  const rows = await db
    .select({
      id: publishedRecord.publicationId,
      data: publishedRecord.data,
      settled: campaignEntry.settledAt,
    })
    .from(publishedRecord)
    .leftJoin(
      campaignEntry,
      and(
        eq(campaignEntry.campaignId, publishedRecord.publicationId),
        eq(campaignEntry.entryId, entry?.id ?? ''),
      ),
    )
    .where(and(eq(publishedRecord.kind, callKind.name), eq(publishedRecord.removed, false)));
  return rows
    .filter(({ settled }) => settled === null)
    .map(({ id, data }) => ({ id, call: data as Call }))
    .filter(({ call }) => callStateAt(call, now) === 'open' && (!entry || call.kinds.includes(entry.kind)))
    .sort((a, b) => Date.parse(a.call.closesAt) - Date.parse(b.call.closesAt));
}

/**
 * Sets or clears the call that an entry will be sent into.
 * @returns refused if the entry was sent into a call already, or the call is not open to it
 */
export async function chooseCall(
  tx: Queryable,
  entry: Entering,
  campaignId: string | null,
  by: { actor: AuditActor; at: Date },
): Promise<Outcome<'chosen'>> {
  const former = await enteredCall(tx, entry.id);
  const standing = former && !former.settled ? former : undefined;
  if (standing?.id === campaignId || (!standing && campaignId === null)) return done('chosen');
  if (standing?.sentAt) return refused(alreadySent);
  const offered = await openCalls(tx, by.at, entry);
  if (campaignId !== null && !offered.some(({ id }) => id === campaignId)) return refused(notOffered);
  await leaveCall(tx, entry.id);
  if (campaignId !== null)
    await tx.insert(campaignEntry).values({ entryId: entry.id, campaignId, answers: {}, chosenAt: by.at });
  const object = { kind: 'entry', id: entry.id };
  const detail = { campaign: campaignId };
  await recordAudit(tx, { actor: by.actor, action: 'entry.choose-call', object, detail, at: by.at });
  return done('chosen');
}

/** Deletes an entry's chosen call and answers unless it was sent. */
export async function leaveCall(tx: Queryable, entryId: string): Promise<void> {
  await tx.delete(campaignEntry).where(and(eq(campaignEntry.entryId, entryId), isNull(campaignEntry.sentAt)));
}

/** Saves answers, complete or not. */
export async function keepAnswers(tx: Queryable, entryId: string, answers: Answers): Promise<void> {
  await tx
    .update(campaignEntry)
    .set({ answers })
    .where(and(eq(campaignEntry.entryId, entryId), isNull(campaignEntry.settledAt)));
}

/** Problems that prevent sending an entry into its call. */
export function sendingProblems(entered: EnteredCall | undefined, now: Date): Problem[] {
  if (!entered || entered.settled) return [];
  const { call, announced, answers, sentAt } = entered;
  const open = announced && callStateAt(call, now) === 'open';
  // An entry with requested changes may be sent again after the call has closed.
  if (sentAt === null && !open) return [notOpen(call)];
  return answerProblems(call.questions, answers);
}

/** Sends an entry into its call, as part of sending it for review. @returns refused if the call is closed */
export async function sendIntoCall(tx: Queryable, entryId: string, now: Date): Promise<Outcome<'sent'>> {
  const entered = await enteredCall(tx, entryId);
  const problems = sendingProblems(entered, now);
  if (problems.length > 0) return refused(...problems);
  await tx
    .update(campaignEntry)
    .set({ sentAt: now })
    .where(
      and(eq(campaignEntry.entryId, entryId), isNull(campaignEntry.settledAt), isNull(campaignEntry.sentAt)),
    );
  return done('sent');
}

/** Records the outcome of an entry in its call, if it is in one. */
export async function settleCall(
  tx: Queryable,
  entryId: string,
  outcome: SettledOutcome,
  now: Date,
): Promise<void> {
  await tx
    .update(campaignEntry)
    .set({ settledAt: now, outcome })
    .where(and(eq(campaignEntry.entryId, entryId), isNull(campaignEntry.settledAt)));
}

const alreadySent: Problem = {
  code: 'already-in-call',
  field: 'call',
  message: {
    ja: 'すでに募集に送っているため、変えられません。',
    en: 'It was sent into a call already; this can no longer be changed.',
  },
};
const notOffered: Problem = {
  code: 'call-not-offered',
  field: 'call',
  message: {
    ja: 'この登録を受け付けている募集を選んでください。',
    en: 'Choose a call that is open to this entry.',
  },
};
function notOpen({ title, closesAt }: Call): Problem {
  const at = new Date(closesAt);
  return {
    code: 'call-not-open',
    field: 'call',
    message: {
      ja: `募集「${title.ja}」は受け付けていません（受付の終わり：${writeMoment(at, 'ja')}）。応募先を「募集には出さない」に変えると、ふだんの登録として送れます。`,
      en: `The call “${title.en ?? title.ja}” takes no entries now (it closes or closed on ${writeMoment(at, 'en')}). Choose “Not in a call” to send this as an ordinary entry.`,
    },
  };
}
