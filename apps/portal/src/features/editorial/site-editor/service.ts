import { and, eq, lte } from 'drizzle-orm';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { type Transaction, transact, unwrap } from '../../../platform/database/transact.ts';
import { refusalOf } from '../../../platform/editing/decision.ts';
import {
  beingReviewed,
  currentFormValues,
  discardDraft,
  lockEntry,
} from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry, stageOf } from '../../../platform/editing/entry.ts';
import { readRecord } from '../../../platform/editing/form/reading.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Actor, State } from '../../../platform/publishing/model.ts';
import type { Publication } from '../../../platform/publishing/publications.ts';
import { publication } from '../../../platform/publishing/schema.ts';
import {
  type CallDependencies,
  callBeforeApproval,
  callBeforePublishing,
  overrideLinks,
} from '../links/index.ts';
import { type EditableKind, isWithdrawable } from './editable.ts';
import type { Findings } from './findings.ts';

type Dependencies = CallDependencies & Pick<Platform, 'publishing'>;

/** Ways to publish: after approval by another user, as a minor edit, or urgently without approval. */
export const ways = ['approval', 'minor', 'urgent'] as const;
export type Way = (typeof ways)[number];

/** Editors act for the body itself. */
const actorOf = (user: SignedInUser): Actor => ({ id: user.id, organisationId: null });

export interface Sending {
  way: Way;
  reason: string;
  /** Reason to publish at once despite dead or unchecked links. */
  despite?: string | undefined;
}

/**
 * Sends a draft: for approval, or published at once as a minor edit or an urgent notice.
 * @param check  finds problems beyond the schema, such as a redirect that hides a page
 * @returns refused with the problems of its inputs, or if the kind or state does not allow this way
 */
export async function sendDocument(
  dependencies: Dependencies,
  { form }: EditableKind,
  id: string,
  { way, reason, despite }: Sending,
  check: (data: object) => Findings,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<State>> {
  const { connection, publishing } = dependencies;
  if (way !== 'approval' && !despite) {
    const written = await findEntry(connection.db, id);
    const read = written?.draft && readRecord(form, currentFormValues(form, written));
    if (read?.ok)
      await callBeforePublishing(dependencies, { id, kind: form.kind.name, data: read.value, sentAt: now });
  }
  return transact(connection.db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry?.draft) return refused(nothingToSend);
    const data = unwrap(readRecord(form, currentFormValues(form, entry)));
    const { problems } = check(data);
    if (problems.length > 0) return refused(...problems);
    const inside = publishing.within(tx);
    const actor = actorOf(user);
    const stage = stageOf(entry);
    if (way === 'minor' && stage !== 'published') return refused(notMinorYet);
    const { basedOn, writers } = entry.draft;
    // Drop an end in the past: with it the document would expire again at once.
    if (way === 'urgent' && stage === 'expired')
      await tx.update(publication).set({ expiresAt: null }).where(eq(publication.id, id));
    let row: Publication;
    if (!entry.sent)
      row = unwrap(await inside.enter({ id, kind: entry.kind, data, reason, writers }, actor, now));
    else {
      if (stage === 'withdrawn' || (way === 'approval' && (stage === 'published' || stage === 'expired')))
        unwrap(await inside.act(id, 'reopen', actor, reason, now));
      const edit = { data, reason, writers, basedOn, minor: way === 'minor' };
      row = unwrap(await inside.revise(id, edit, actor, now));
    }
    // An earlier end does not apply to this publication; the approver sets a new one.
    if (way === 'urgent')
      await tx
        .update(publication)
        .set({ expiresAt: null })
        .where(and(eq(publication.id, id), lte(publication.expiresAt, now)));
    const action = way === 'approval' ? 'submit' : way === 'minor' ? 'publish-minor' : 'publish-urgent';
    const sent = { number: row.currentRevision, data, createdAt: now };
    const override = { reason: way === 'approval' ? undefined : despite, userId: user.id, at: now };
    const overridden = await overrideLinks(tx, dependencies, { publication: row, revision: sent }, override);
    const state = unwrap(await inside.act(id, action, actor, reason, now));
    await discardDraft(tx, id);
    await audit(tx, user, `editing.${action}`, id, now, { kind: entry.kind, ...overridden });
    return done(state);
  });
}

export const decisions = ['approve', 'schedule', 'request-changes'] as const;

export interface Decision {
  action: (typeof decisions)[number];
  reason: string;
  /** For `schedule`: start of publication. */
  at?: Date | undefined;
  /** End of publication; absent for none. */
  until?: Date | undefined;
  /** Reason to publish despite dead or unchecked links. */
  despite?: string | undefined;
}

/**
 * Decides on a document that another user sent.
 * @returns refused for the user's own work, an end before the start, or an end of a required document
 */
export async function decideOnDocument(
  dependencies: Dependencies,
  kind: EditableKind,
  id: string,
  { action, reason, at, until, despite }: Decision,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<State>> {
  const refusal = refusalOf({ action, reason, at }, now);
  if (refusal) return refused(refusal);
  if (until && until <= (at ?? now)) return refused(overBefore);
  if (until && !isWithdrawable(kind)) return refused(endless);
  const { connection, publishing } = dependencies;
  const accepts = action !== 'request-changes';
  if (accepts && !despite) await callBeforeApproval(dependencies, id);
  return transact(connection.db, async (tx) => {
    const { entry, sent } = await sentEntry(tx, id);
    const inside = publishing.within(tx);
    const actor = actorOf(user);
    if (stageOf(entry) === 'submitted') unwrap(await inside.act(id, 'start-review', actor, 'read', now));
    if (accepts)
      await tx
        .update(publication)
        .set({ expiresAt: until ?? null })
        .where(eq(publication.id, id));
    const why = reason || 'approved';
    const override = { reason: accepts ? despite : undefined, userId: user.id, at: now };
    const overridden = await overrideLinks(tx, dependencies, sent, override);
    const state = unwrap(await inside.act(id, action, actor, why, now, at ? { at } : {}));
    const times = { ...(at && { at: at.toISOString() }), ...(until && { until: until.toISOString() }) };
    await audit(tx, user, `editing.${action}`, id, now, { kind: entry.kind, ...times, ...overridden });
    return done(state);
  });
}

/** Withdraws a record from the site; its history is kept. */
export async function withdrawDocument(
  { connection, publishing }: Pick<Dependencies, 'connection' | 'publishing'>,
  id: string,
  reason: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<State>> {
  return transact(connection.db, async (tx) => {
    const { entry } = await sentEntry(tx, id);
    const state = unwrap(await publishing.within(tx).act(id, 'withdraw', actorOf(user), reason, now));
    await discardDraft(tx, id);
    await audit(tx, user, 'editing.withdraw', id, now, { kind: entry.kind });
    return done(state);
  });
}

async function sentEntry(
  tx: Transaction,
  id: string,
): Promise<{ entry: Entry; sent: NonNullable<Entry['sent']> }> {
  await lockEntry(tx, id);
  const entry = await findEntry(tx, id);
  return entry?.sent ? { entry, sent: entry.sent } : unwrap(refused(beingReviewed));
}

function audit(
  tx: Transaction,
  user: SignedInUser,
  action: string,
  id: string,
  at: Date,
  detail: Record<string, unknown>,
): Promise<void> {
  return recordAudit(tx, { actor: user.audit, action, object: { kind: 'entry', id }, detail, at });
}

const nothingToSend: Problem = {
  code: 'nothing-to-send',
  message: { ja: '送る変更がありません。', en: 'There is no change to send.' },
};
const notMinorYet: Problem = {
  code: 'not-minor',
  field: 'way',
  message: {
    ja: '軽微な修正にできるのは、公開中のものだけです。',
    en: 'Only what is published can have a minor edit.',
  },
};
const endless: Problem = {
  code: 'endless',
  field: 'until',
  message: {
    ja: 'サイトにいつも要るものなので、終わりは決められません。',
    en: 'The site always needs this; it cannot be given an end.',
  },
};
const overBefore: Problem = {
  code: 'over-before',
  field: 'until',
  message: {
    ja: '公開の終わりは、始まりより後にしてください。',
    en: 'It must end after it begins.',
  },
};
