import { transact, unwrap } from '../../../platform/database/transact.ts';
import { actorOn } from '../../../platform/editing/access.ts';
import { shareComments } from '../../../platform/editing/comments.ts';
import { type Decision, reasonOfSilentApproval, refusalOf } from '../../../platform/editing/decision.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { State } from '../../../platform/publishing/model.ts';
import {
  type Criterion,
  criteriaOfCall,
  type EnteredCall,
  settleCall,
  standingCriteria,
} from '../calls/index.ts';
import { callNow } from '../entries/index.ts';
import { type CallDependencies, callBeforeApproval, overrideLinks } from '../links/index.ts';
import { type BatchDecision, batchDigestJob, batchLasts } from './batch-digest.ts';
import { notifyOfDecision } from './decision-mails.ts';
import { hasConflict, reviewerOf } from './reviewers.ts';
import { auditReview, conflictDeclared, lockSent } from './reviewing.ts';

type Dependencies = CallDependencies & Pick<Platform, 'publishing' | 'jobs'>;

/** Criteria of an entry: those of its call, or the default ones. */
export function criteriaOf(entered: EnteredCall | undefined): readonly Criterion[] {
  return entered ? criteriaOfCall(entered.call) : standingCriteria;
}

const outcomes = { approve: 'accepted', schedule: 'accepted', decline: 'declined' } as const;

/**
 * Decides on an entry and notifies the people responsible. Checks unchecked links first, for a few seconds at most.
 * @returns refused for the user's own work, before assignment, after a declared conflict of interest, if a
 *          criterion is not met, a required reason is missing, the scheduled time has passed, or links are dead
 *          or could not be checked
 */
export async function decide(
  dependencies: Dependencies,
  form: EntryForm,
  id: string,
  decision: Decision,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<State>> {
  const refusal = refusalOf(decision, now);
  if (refusal) return refused(refusal);
  if (isAcceptance(decision) && !decision.despite) await callBeforeApproval(dependencies, id);
  return decideAsKnown(dependencies, form, id, decision, user, now);
}

const isAcceptance = ({ action }: Decision) => action === 'approve' || action === 'schedule';

/**
 * `decide` by the stored state of links, without requests.
 * @param batch  the batch that the decision belongs to, which notifies people of all its decisions at once
 */
export async function decideAsKnown(
  dependencies: Dependencies,
  form: EntryForm,
  id: string,
  decision: Decision,
  user: SignedInUser,
  now: Date,
  batch?: BatchDecision,
): Promise<Outcome<State>> {
  const { connection, publishing, jobs } = dependencies;
  const { action, reason, met, at, despite } = decision;
  const accepts = isAcceptance(decision);
  const refusal = refusalOf(decision, now);
  if (refusal) return refused(refusal);
  return transact(connection.db, async (tx) => {
    const { entry, sent } = await lockSent(tx, id);
    if (await hasConflict(tx, id, user.id)) unwrap(refused(conflictDeclared));
    const criteria = criteriaOf(await callNow(tx, entry));
    if (accepts && criteria.some((criterion) => !met.includes(criterion.id))) unwrap(refused(notAllMet));
    const override = { reason: accepts ? despite : undefined, userId: user.id, at: now };
    const overridden = await overrideLinks(tx, dependencies, sent, override);
    const why = reason || reasonOfSilentApproval;
    const actor = actorOn(user, entry);
    if (sent.publication.state === 'submitted') {
      // An entry sent again keeps its reviewer.
      if ((await reviewerOf(tx, id))?.id !== user.id) unwrap(refused(takeFirst));
      unwrap(await publishing.within(tx).act(id, 'start-review', actor, 'taken up', now));
    }
    const state = unwrap(await publishing.within(tx).act(id, action, actor, why, now, at ? { at } : {}));
    if (action !== 'request-changes') await settleCall(tx, id, outcomes[action], now);
    const comments = await shareComments(tx, id, now);
    if (batch) {
      const later = { key: Object.values(batch).join('/'), at: new Date(now.getTime() + batchLasts) };
      await jobs.enqueue(tx, batchDigestJob, batch, later);
    } else await notifyOfDecision(tx, dependencies, { form, entry }, decision, comments, now);
    const revision = sent.publication.currentRevision;
    const detail = {
      revision,
      // As the criteria name them: what was sent beside them is no part of the record.
      ...(accepts && { met: criteria.map((criterion) => criterion.id) }),
      ...(at && { at: at.toISOString() }),
      ...overridden,
    };
    await auditReview(tx, user, `review.${action}`, id, now, detail);
    return done(state);
  });
}

const takeFirst: Problem = {
  code: 'not-taken',
  message: { ja: '担当してから決定できます。', en: 'Take the review before you decide.' },
};
const notAllMet: Problem = {
  code: 'criteria-not-met',
  field: 'met',
  message: {
    ja: '承認するには、採択の基準をすべて確かめて印を付けてください。',
    en: 'To approve, check every criterion and tick it.',
  },
};
