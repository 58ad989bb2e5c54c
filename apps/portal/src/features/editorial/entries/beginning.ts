import { and, eq } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { auditEntry } from '../../../platform/audit/schema.ts';
import type { Database } from '../../../platform/database/connection.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import { discardDraft, lockEntry, roomForDrafts } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry } from '../../../platform/editing/entry.ts';
import { entryDraft } from '../../../platform/editing/schema.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { type Quota, useQuota } from '../../../platform/quota/quota.ts';
import { chooseCall, leaveCall } from '../calls/index.ts';

const newEntries: Quota = {
  name: 'entry',
  what: { ja: '新しい登録', en: 'new entries' },
  limits: [{ by: 'person', max: 500, per: 'day' }],
};

/**
 * Creates an entry. Does nothing if an entry of that id exists, whoever owns it, so that a double click
 * creates one entry.
 * @param callId  call to send it into; undefined for none
 * @returns refused if the call is not open to it, or there are too many drafts
 */
export async function beginEntry(
  db: Database,
  { id, kind, ownerId }: Pick<Entry, 'id' | 'kind' | 'ownerId'>,
  callId: string | undefined,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'begun'>> {
  return transact(db, async (tx) => {
    if (await findEntry(tx, id)) return done('begun' as const);
    unwrap(await roomForDrafts(tx, ownerId, 1));
    const moments = { createdAt: now, updatedAt: now };
    const [begun] = await tx
      .insert(entryDraft)
      .values({
        id,
        kind,
        ownerId,
        formValues: {},
        basedOn: 0,
        author: user.id,
        writers: [user.id],
        ...moments,
      })
      .onConflictDoNothing()
      .returning();
    if (!begun) return done('begun' as const);
    unwrap(await useQuota(tx, newEntries, { person: user.id }, now));
    const object = { kind: 'entry', id };
    await recordAudit(tx, { actor: user.audit, action: 'entry.begin', object, detail: { kind }, at: now });
    if (callId) unwrap(await chooseCall(tx, { id, kind }, callId, { actor: user.audit, at: now }));
    return done('begun' as const);
  });
}

/**
 * Deletes a draft that was never sent. Idempotent.
 * @returns refused for an entry that was sent, which can only be withdrawn
 */
export async function discardNeverSent(
  db: Database,
  id: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'discarded'>> {
  return transact(db, async (tx): Promise<Outcome<'discarded'>> => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (entry?.sent) return refused(sentAlready);
    if (!entry) return done('discarded');
    await discardDraft(tx, id);
    await leaveCall(tx, id);
    const object = { kind: 'entry', id };
    await recordAudit(tx, { actor: user.audit, action: 'entry.discard', object, at: now });
    return done('discarded');
  });
}

/** Whether this user discarded the draft; false for drafts of others. */
export async function wasDiscardedBy(db: Database, id: string, userId: string): Promise<boolean> {
  const discarded = and(
    eq(auditEntry.objectId, id),
    eq(auditEntry.action, 'entry.discard'),
    eq(auditEntry.actorId, userId),
  );
  return (await db.$count(auditEntry, discarded)) > 0;
}

const sentAlready: Problem = {
  code: 'not-a-draft',
  message: {
    ja: 'この登録は一度送られているため、捨てられません。取り下げてください。',
    en: 'This entry was sent and cannot be discarded; withdraw it instead.',
  },
};
