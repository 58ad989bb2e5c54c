import type { Database } from '../../../platform/database/connection.ts';
import { transact } from '../../../platform/database/transact.ts';
import { lockEntry, type Saved } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry, isOpen } from '../../../platform/editing/entry.ts';
import { mergeSaving, type Saving, whoseIsNewer } from '../../../platform/editing/merging.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { chooseCall, type EnteredCall, enteredCall, keepAnswers } from '../calls/index.ts';

/** Sets the call that an entry is sent into; an empty id for none. */
export async function enterCall(
  db: Database,
  id: string,
  callId: string,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'chosen'>> {
  return transact(db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry || !isOpen(entry)) return refused(beingReviewed);
    return chooseCall(tx, entry, callId || null, { actor: user.audit, at: now });
  });
}

/** Saves answers to the questions of an entry's call, without validation (autosave). */
export async function saveAnswers(
  db: Database,
  id: string,
  saving: Saving,
  user: Pick<SignedInUser, 'id'>,
): Promise<Outcome<Saved>> {
  return transact(db, async (tx): Promise<Outcome<Saved>> => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    const entered = await callNow(tx, entry);
    if (!entry || !isOpen(entry) || !entered) return refused(beingReviewed);
    const merged = mergeSaving(entered.answers, saving);
    await keepAnswers(tx, id, merged.formValues);
    return done({ ...merged, newer: whoseIsNewer(user.id, entry.draft) });
  });
}

/** The call of an entry that awaits a decision. */
export async function callNow(
  db: Parameters<typeof enteredCall>[0],
  entry: Pick<Entry, 'id'> | undefined,
): Promise<EnteredCall | undefined> {
  const entered = entry && (await enteredCall(db, entry.id));
  return entered?.settled ? undefined : entered;
}

const beingReviewed: Problem = {
  code: 'being-reviewed',
  message: {
    ja: 'この登録はすでに送られているため、いまは書き換えられません。',
    en: 'This entry was sent already and cannot be changed now.',
  },
};
