import { recordAudit } from '../../../platform/audit/audit.ts';
import { transact, unwrap } from '../../../platform/database/transact.ts';
import { actorOn } from '../../../platform/editing/access.ts';
import { lockEntry } from '../../../platform/editing/drafts.ts';
import { type Entry, findEntry, stageOf } from '../../../platform/editing/entry.ts';
import { type EntryForm, inputsOf } from '../../../platform/editing/form/entry-form.ts';
import type { FormValues } from '../../../platform/editing/form/form-values.ts';
import { writeInputs } from '../../../platform/editing/form/inputs.ts';
import { readRecord } from '../../../platform/editing/form/reading.ts';
import { seenIn } from '../../../platform/editing/merging.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import { checkPictures } from '../../../platform/pictures/attaching.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type CallDependencies, callBeforePublishing, overrideLinks } from '../links/index.ts';

/** Whether a minor correction can be published now: the entry is published and has no draft. */
export function isCorrectable(entry: Entry): boolean {
  return stageOf(entry) === 'published' && entry.draft === null;
}

export interface Correction {
  formValues: FormValues;
  /** Reason, shown in the history. */
  reason: string;
  /** Revision that the correction is based on; refused if there is a newer one. */
  basedOn: number;
  /** Reason to publish despite dead or unchecked links; empty: do not publish. */
  despite: string;
}

/**
 * Publishes a minor correction of a published entry without review; marked in the history.
 * @returns refused for an entry of the editor's own organisation, which needs review
 */
export async function correctEntry(
  dependencies: CallDependencies & Pick<Platform, 'publishing' | 'vocabulary'>,
  form: EntryForm,
  id: string,
  { formValues, reason, basedOn, despite }: Correction,
  user: SignedInUser,
  now: Date,
): Promise<Outcome<'corrected'>> {
  const { connection, publishing, vocabulary } = dependencies;
  if (!despite) await callLinksOf(dependencies, form, id, formValues, now);
  return transact(connection.db, async (tx) => {
    await lockEntry(tx, id);
    const entry = await findEntry(tx, id);
    if (!entry?.sent || !isCorrectable(entry)) return refused(notCorrectable);
    const actor = actorOn(user, entry);
    if (entry.ownerId !== null && actor.organisationId === entry.ownerId) unwrap(refused(ownWork));
    const former = entry.sent.revision.data;
    if (isSame(form, formValues, writeInputs(form, former))) unwrap(refused(unchanged));
    const data = unwrap(readRecord(form, formValues, { vocabulary: vocabulary(), former }));
    unwrap(await checkPictures(tx, form.kind, id, data));
    const inside = publishing.within(tx);
    const revised = unwrap(await inside.revise(id, { data, reason, basedOn, minor: true }, actor, now));
    const revision = { number: revised.currentRevision, data, createdAt: now };
    const override = { reason: despite, userId: user.id, at: now };
    const overridden = await overrideLinks(tx, dependencies, { publication: revised, revision }, override);
    unwrap(await inside.act(id, 'publish-minor', actor, reason, now));
    const detail = { revision: revised.currentRevision, ...overridden };
    const object = { kind: 'entry', id };
    await recordAudit(tx, { actor: user.audit, action: 'entry.correct', object, detail, at: now });
    return done('corrected' as const);
  });
}

async function callLinksOf(
  dependencies: CallDependencies & Pick<Platform, 'vocabulary'>,
  form: EntryForm,
  id: string,
  formValues: FormValues,
  sentAt: Date,
): Promise<void> {
  const former = (await findEntry(dependencies.connection.db, id))?.sent?.revision.data;
  const data = readRecord(form, formValues, { vocabulary: dependencies.vocabulary(), former });
  if (data.ok)
    await callBeforePublishing(dependencies, { id, kind: form.kind.name, data: data.value, sentAt });
}

function isSame(form: EntryForm, one: FormValues, other: FormValues): boolean {
  const inputs = form.fields.flatMap(inputsOf);
  const [a, b] = [seenIn(one, inputs), seenIn(other, inputs)];
  return inputs.every((input) => a[input] === b[input]);
}

const notCorrectable: Problem = {
  code: 'not-correctable',
  message: {
    ja: '軽微な修正は、公開中で、書きかけの変更がない登録にだけできます。',
    en: 'Only what is published, with no change being written, can be corrected this way.',
  },
};
const ownWork: Problem = {
  code: 'own-work',
  message: {
    ja: '自分の組織の登録は、ふつうの変更として審査に送ってください。',
    en: 'Send changes to an entry of your own organisation for review.',
  },
};
const unchanged: Problem = {
  code: 'unchanged',
  message: { ja: '変わったところがありません。', en: 'Nothing was changed.' },
};
