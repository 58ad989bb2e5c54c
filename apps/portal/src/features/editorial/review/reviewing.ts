import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import { actorOn, isOwner } from '../../../platform/editing/access.ts';
import { lockEntry } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry } from '../../../platform/editing/entry.ts';
import { reviewComment } from '../../../platform/editing/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import { notifyAssigned, notifyTakenOver } from './reviewer-mails.ts';
import { hasConflict, hasPart, possibleReviewers, reviewerOf } from './reviewers.ts';
import { reviewAssignment, reviewConflict } from './schema.ts';

type Dependencies = Pick<Platform, 'connection' | 'publishing'>;

/**
 * Assigns an entry to a reviewer: the user, or somebody else, who is notified by mail; so is whoever reviewed
 * it before.
 * @param from  the present reviewer as the user saw them, from whom they take the entry
 * @returns refused if the reviewer may not judge the entry, e.g. after a declared conflict of interest, or if
 *          it is in the hands of another reviewer than `from`
 */
export async function assignReviewer(
  dependencies: Dependencies & Pick<Platform, 'mail' | 'config'>,
  { id, title }: { id: string; title: string },
  reviewerId: string,
  user: SignedInUser,
  now: Date,
  from?: string,
): Promise<Outcome<'assigned'>> {
  const { connection, publishing } = dependencies;
  return transact(connection.db, async (tx) => {
    const { entry, sent } = await lockSent(tx, id);
    const { state } = sent.publication;
    if (!isUp(sent)) unwrap(refused(notUp));
    if (isOwner(user, entry)) unwrap(refused(mayNotJudge));
    if (await hasConflict(tx, id, reviewerId)) unwrap(refused(conflictDeclared));
    const possible = await possibleReviewers(tx, entry);
    if (!possible.some((each) => each.id === reviewerId)) unwrap(refused(mayNotJudge));
    const former = await reviewerOf(tx, id);
    const isTaken = former !== undefined && former.id !== reviewerId && former.id !== user.id;
    if (isTaken && former.id !== from) unwrap(refused(heldBy(former.name)));
    const assigned = { userId: reviewerId, at: now };
    await tx
      .insert(reviewAssignment)
      .values({ publicationId: id, ...assigned })
      .onConflictDoUpdate({ target: reviewAssignment.publicationId, set: assigned });
    if (state === 'submitted')
      unwrap(await publishing.within(tx).act(id, 'start-review', actorOn(user, entry), 'taken up', now));
    const own = reviewerId === user.id;
    await auditReview(tx, user, own ? 'review.take' : 'review.assign', id, now, {
      ...(!own && { reviewer: reviewerId }),
      ...(isTaken && { from: former.id }),
    });
    if (!own) await notifyAssigned(tx, dependencies, { id, title }, reviewerId, now);
    if (isTaken) await notifyTakenOver(tx, dependencies, { id, title }, former.id, now);
    return done('assigned' as const);
  });
}

/**
 * Comments on an entry or a field; its owners see the comment with the decision.
 * @returns refused for the user's own work, after a declared conflict of interest, and for an entry not under
 *          review
 */
export async function comment(
  { connection }: Dependencies,
  id: string,
  { field, body }: { field: string | null; body: string },
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'said'>> {
  return transact(connection.db, async (tx) => {
    const { entry, sent } = await lockSent(tx, id);
    if (!isUp(sent)) unwrap(refused(notUp));
    if (await hasPart(tx, user, entry)) unwrap(refused(ownWork));
    if (await hasConflict(tx, id, user.id)) unwrap(refused(conflictDeclared));
    const revision = sent.publication.currentRevision;
    await tx
      .insert(reviewComment)
      .values({ publicationId: id, revision, field, author: user.id, body, createdAt: now });
    await auditReview(tx, user, 'review.comment', id, now, { revision, field });
    return done('said' as const);
  });
}

/** Returns an assigned entry to the queue. @returns refused if another reviewer has it */
export async function handBack(
  { connection }: Dependencies,
  id: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'handed-back'>> {
  return transact(connection.db, async (tx) => {
    await lockSent(tx, id);
    const [held] = await tx
      .delete(reviewAssignment)
      .where(and(eq(reviewAssignment.publicationId, id), eq(reviewAssignment.userId, user.id)))
      .returning();
    if (!held) unwrap(refused(notYours));
    await auditReview(tx, user, 'review.hand-back', id, now);
    return done('handed-back' as const);
  });
}

/** Declares a user's conflict of interest on an entry, which excludes them from reviewing it. */
export async function declareConflict(
  { connection }: Dependencies,
  id: string,
  reason: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'declared'>> {
  return transact(connection.db, async (tx) => {
    await lockSent(tx, id);
    await tx
      .insert(reviewConflict)
      .values({ publicationId: id, userId: user.id, reason, declaredAt: now })
      .onConflictDoNothing();
    await tx
      .delete(reviewAssignment)
      .where(and(eq(reviewAssignment.publicationId, id), eq(reviewAssignment.userId, user.id)));
    await auditReview(tx, user, 'review.declare-conflict', id, now);
    return done('declared' as const);
  });
}

/** An entry that was sent at least once. */
export interface SentEntry {
  entry: Entry;
  sent: NonNullable<Entry['sent']>;
}

const isUp = ({ publication: { state } }: SentEntry['sent']): boolean =>
  state === 'submitted' || state === 'in-review';

/** Locks an entry until the transaction ends. Refused if it was never sent. */
export async function lockSent(tx: Transaction, id: string): Promise<SentEntry> {
  await lockEntry(tx, id);
  const entry = await findEntry(tx, id);
  return entry?.sent ? { entry, sent: entry.sent } : unwrap(refused(neverSent));
}

export function auditReview(
  tx: Transaction,
  user: SignedInUser,
  action: string,
  id: string,
  at: Date,
  detail: Record<string, unknown> = {},
): Promise<void> {
  return recordAudit(tx, { actor: user.audit, action, object: { kind: 'entry', id }, detail, at });
}

export const conflictDeclared: Problem = {
  code: 'conflict-declared',
  message: {
    ja: '利益相反を届け出た登録は審査できません。ほかの人に頼んでください。',
    en: 'You declared a conflict of interest with this entry; ask somebody else.',
  },
};
const ownWork: Problem = {
  code: 'own-work',
  message: {
    ja: '自分や自分の組織の登録は審査できません。ほかの人に頼んでください。',
    en: 'Nobody judges their own entry or their organisation’s; ask somebody else.',
  },
};
const heldBy = (name: string): Problem => ({
  code: 'held-by-another',
  field: 'decision',
  message: {
    ja: `いまは${name}さんが担当しています。替わるときは、登録のページの「この審査を担当する」から確かめてください。`,
    en: `${name} is reviewing this. To take it over, confirm it under “Take the review” on its page.`,
  },
});
const mayNotJudge: Problem = {
  code: 'own-work',
  field: 'reviewer',
  message: {
    ja: 'この登録を審査できる人を選んでください。登録した本人や、登録した組織の人は審査できません。',
    en: 'Choose somebody who may review this entry: not its author, and nobody of its organisation.',
  },
};
const notYours: Problem = {
  code: 'not-yours',
  message: { ja: 'あなたが担当している登録ではありません。', en: 'You are not the reviewer of this entry.' },
};
const notUp: Problem = {
  code: 'not-from-this-state',
  message: { ja: 'この登録は、いま審査の対象ではありません。', en: 'This entry is not up for review now.' },
};
const neverSent: Problem = {
  code: 'not-found',
  message: { ja: 'この登録は送られていません。', en: 'This entry was never sent.' },
};
