import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../../platform/audit/audit.ts';
import type { SignedInUser } from '../../platform/identity/user.ts';
import type { Platform } from '../../platform/platform.ts';
import type { State } from '../../platform/publishing/model.ts';
import { type Outcome, type Problem, refused } from '../../platform/publishing/problem.ts';
import { must, type Transaction, together } from '../../platform/publishing/together.ts';
import { type Criterion, criteria } from './acceptance.ts';
import { actorOn } from './access.ts';
import { shareComments } from './comments.ts';
import { lockEntry } from './drafts.ts';
import { type Entry, findEntry } from './entries.ts';
import { reviewAssignment, reviewComment, reviewConflict } from './schema.ts';

type Parts = Pick<Platform, 'connection' | 'publishing'>;

export const decisions = ['request-changes', 'decline', 'approve', 'schedule'] as const;

export interface Decision {
  action: (typeof decisions)[number];
  /** For whoever entered it. */
  reason: string;
  /** What the reviewer found met. */
  met: readonly Criterion[];
  /** For `schedule`. */
  at?: Date | undefined;
}

/** Takes an entry up for review. @returns refused after the reviewer declared a conflict of interest */
export async function takeUp(
  { connection, publishing }: Parts,
  id: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'taken'>> {
  return together(connection.db, async (tx) => {
    const { entry, sent } = await locked(tx, id);
    await refuseConflict(tx, id, user);
    const assigned = { userId: user.id, at: now };
    await tx
      .insert(reviewAssignment)
      .values({ publicationId: id, ...assigned })
      .onConflictDoUpdate({ target: reviewAssignment.publicationId, set: assigned });
    if (sent.publication.state === 'submitted')
      must(await publishing.within(tx).act(id, 'start-review', actorOn(user, entry), 'taken up', now));
    await audit(tx, user, 'review.take', id, now);
    return 'taken' as const;
  });
}

/** Says something of an entry, or of one of its fields; whoever entered it reads it with the decision. */
export async function comment(
  { connection }: Parts,
  id: string,
  { field, body }: { field: string | null; body: string },
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'said'>> {
  return together(connection.db, async (tx) => {
    const { sent } = await locked(tx, id);
    const revision = sent.publication.currentRevision;
    await tx
      .insert(reviewComment)
      .values({ publicationId: id, revision, field, author: user.id, body, createdAt: now });
    await audit(tx, user, 'review.comment', id, now, { revision, field });
    return 'said' as const;
  });
}

/** Declares that somebody must not judge an entry; they no longer can. */
export async function declareConflict(
  { connection }: Parts,
  id: string,
  reason: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'declared'>> {
  return together(connection.db, async (tx) => {
    await locked(tx, id);
    await tx
      .insert(reviewConflict)
      .values({ publicationId: id, userId: user.id, reason, declaredAt: now })
      .onConflictDoNothing();
    await tx
      .delete(reviewAssignment)
      .where(and(eq(reviewAssignment.publicationId, id), eq(reviewAssignment.userId, user.id)));
    await audit(tx, user, 'review.declare-conflict', id, now);
    return 'declared' as const;
  });
}

/**
 * Decides on an entry.
 * @returns refused for one's own work, after a declared conflict of interest, while a criterion is not met, without
 *          a reason where whoever entered it must be told one, and for a time that has passed
 */
export async function decide(
  { connection, publishing }: Parts,
  id: string,
  { action, reason, met, at }: Decision,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<State>> {
  const accepts = action === 'approve' || action === 'schedule';
  if (accepts && criteria.some((criterion) => !met.includes(criterion))) return refused(notAllMet);
  if (!accepts && reason === '') return refused(noReason);
  if (action === 'schedule' && (!at || at <= now)) return refused(notAhead);
  return together(connection.db, async (tx) => {
    const { entry, sent } = await locked(tx, id);
    await refuseConflict(tx, id, user);
    const why = reason || 'meets the criteria';
    const actor = actorOn(user, entry);
    const state = must(await publishing.within(tx).act(id, action, actor, why, now, at ? { at } : {}));
    await shareComments(tx, id, now);
    const revision = sent.publication.currentRevision;
    const detail = { revision, ...(accepts && { met }), ...(at && { at: at.toISOString() }) };
    await audit(tx, user, `review.${action}`, id, now, detail);
    return state;
  });
}

interface Sent {
  entry: Entry;
  sent: NonNullable<Entry['sent']>;
}

async function locked(tx: Transaction, id: string): Promise<Sent> {
  await lockEntry(tx, id);
  const entry = await findEntry(tx, id);
  return entry?.sent ? { entry, sent: entry.sent } : must(refused(neverSent));
}

async function refuseConflict(tx: Transaction, id: string, user: SignedInUser): Promise<void> {
  const [declared] = await tx
    .select()
    .from(reviewConflict)
    .where(and(eq(reviewConflict.publicationId, id), eq(reviewConflict.userId, user.id)));
  if (declared) must(refused(conflictDeclared));
}

function audit(
  tx: Transaction,
  user: SignedInUser,
  action: string,
  id: string,
  at: Date,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(tx, { actor: user.audit, action, object: { kind: 'entry', id }, detail, at });
}

const notAllMet: Problem = {
  code: 'criteria-not-met',
  field: 'met',
  message: {
    ja: '承認するには、採択の基準をすべて確かめて印を付けてください。',
    en: 'To approve, check every criterion and tick it.',
  },
};
const noReason: Problem = {
  code: 'reason-missing',
  field: 'reason',
  message: { ja: '登録した人に伝える理由を書いてください。', en: 'Say why, for whoever entered it.' },
};
const notAhead: Problem = {
  code: 'time-not-ahead',
  field: 'at',
  message: {
    ja: '公開する日時（日本時間）を、これからの日時で入れてください。',
    en: 'Enter a date and time (Japan) that is still ahead.',
  },
};
const conflictDeclared: Problem = {
  code: 'conflict-declared',
  message: {
    ja: '利益相反を届け出た登録は審査できません。ほかの人に頼んでください。',
    en: 'You declared a conflict of interest with this entry; ask somebody else.',
  },
};
const neverSent: Problem = {
  code: 'not-found',
  message: { ja: 'この登録は送られていません。', en: 'This entry was never sent.' },
};
