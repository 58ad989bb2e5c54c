import { recordAudit } from '../audit/audit.ts';
import { transact, unwrap } from '../database/transact.ts';
import type { Permission } from '../identity/permissions.ts';
import type { SignedInUser } from '../identity/user.ts';
import { done, type Outcome, refused } from '../outcome/outcome.ts';
import type { Platform } from '../platform.ts';
import { notFound } from '../publishing/refusals.ts';
import type { Amended, Amendment } from '../publishing/service.ts';
import { type Quota, useQuota } from '../quota/quota.ts';
import { actorOn, mayWith } from './access.ts';

/** An amendment is public at once, is typeset again, and tells every node and follower. */
const amendments: Quota = {
  name: 'amendment',
  what: { ja: '審査のいらない変更', en: 'changes without review' },
  limits: [
    { by: 'person', max: 600, per: 'hour' },
    { by: 'organisation', max: 5_000, per: 'day' },
  ],
};

/**
 * Changes fields of an entry that need no review, by somebody of its owner. Counted, and written to the audit
 * log, unless it changes nothing.
 * @param permission  what one has to hold on the entry
 * @param amendment  `change` runs within the transaction and may run twice
 * @returns refused like what does not exist for who may not change the entry
 */
export async function amendEntry(
  { connection, publishing }: Pick<Platform, 'connection' | 'publishing'>,
  id: string,
  amendment: Amendment,
  permission: Permission,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<Amended>> {
  return transact(connection.db, async (tx): Promise<Outcome<Amended>> => {
    const inside = publishing.within(tx);
    const entry = await inside.find(id);
    if (!entry || !mayWith(user, permission, entry)) return refused(notFound(id));
    const amended = unwrap(await inside.amend(id, amendment, actorOn(user, entry), now));
    if (!amended.changed) return done(amended);
    const subjects = { person: user.id, ...(entry.ownerId !== null && { organisation: entry.ownerId }) };
    unwrap(await useQuota(tx, amendments, subjects, now));
    await recordAudit(tx, {
      actor: user.audit,
      action: 'entry.amend',
      object: { kind: 'entry', id },
      detail: { revision: amended.revision, reason: amendment.reason },
      at: now,
    });
    return done(amended);
  });
}
