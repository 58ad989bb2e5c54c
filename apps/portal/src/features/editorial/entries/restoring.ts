import { recordAudit } from '../../../platform/audit/audit.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import { actorOn } from '../../../platform/editing/access.ts';
import { lockEntry } from '../../../platform/editing/drafts.ts';
import { findEntry, isOpen, stageOf } from '../../../platform/editing/entry.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';

/**
 * Adds an earlier revision again as the newest one, to be sent for review.
 * @returns refused if the entry cannot be edited in its state, or has a draft
 */
export async function restoreRevision(
  { connection, publishing }: Pick<Platform, 'connection' | 'publishing'>,
  id: string,
  number: number,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'restored'>> {
  return transact(connection.db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry?.sent || !isOpen(entry)) return refused(notOpen);
    if (entry.draft) return refused(beingWritten);
    const inside = publishing.within(tx);
    const earlier = await inside.revision(id, number);
    if (!earlier) return refused(noSuchRevision);
    const actor = actorOn(user, entry);
    const reason = `revision ${number} restored`;
    const stage = stageOf(entry);
    if (stage === 'published' || stage === 'expired')
      unwrap(await inside.act(id, 'reopen', actor, reason, now));
    const basedOn = entry.sent.publication.currentRevision;
    unwrap(await inside.revise(id, { data: earlier.data, reason, basedOn }, actor, now));
    const act = { action: 'entry.restore', object: { kind: 'entry', id }, detail: { revision: number } };
    await recordAudit(tx, { actor: user.audit, ...act, at: now });
    return done('restored' as const);
  });
}

const notOpen: Problem = {
  code: 'not-open',
  message: {
    ja: 'いまの状態では、前の版に戻せません。',
    en: 'An earlier revision cannot be restored while the entry is in this state.',
  },
};
const beingWritten: Problem = {
  code: 'being-written',
  message: {
    ja: 'まだ送っていない変更があるため、前の版に戻せません。先にその変更を送ってください。',
    en: 'There are changes that were not sent yet. Send them first.',
  },
};
const noSuchRevision: Problem = {
  code: 'not-found',
  message: { ja: 'その版はありません。', en: 'There is no such revision.' },
};
