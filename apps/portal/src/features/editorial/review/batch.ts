import type { Decision } from '../../../platform/editing/decision.ts';
import { type Entry, findEntries } from '../../../platform/editing/entry.ts';
import type { EntryForm } from '../../../platform/editing/form/entry-form.ts';
import type { SignedInUser } from '../../../platform/identity/user.ts';
import { done, type Outcome, type Problem, refused } from '../../../platform/outcome/outcome.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Criterion, EnteredCall } from '../calls/index.ts';
import { callNow, titleIn } from '../entries/index.ts';
import type { CallDependencies } from '../links/index.ts';
import { type BatchDecision, notifyOfBatch } from './batch-digest.ts';
import { type BatchCriteria, type BatchResult, tickOf } from './batch-model.ts';
import { criteriaOf, decideAsKnown } from './deciding.ts';
import { assignReviewer, handBack } from './reviewing.ts';

type Dependencies = CallDependencies &
  Pick<Platform, 'connection' | 'publishing' | 'mail' | 'config' | 'jobs'>;

interface CriteriaGroup {
  /** By their ids; under the empty one that of entries in none. */
  calls: Map<string, EnteredCall['call'] | undefined>;
  entryIds: string[];
}

/**
 * Criteria of a batch by group; each is answered once for all entries of its group. Calls with the same criteria
 * are one group.
 */
export async function criteriaOfBatch(
  { connection }: Pick<Dependencies, 'connection'>,
  ids: readonly string[],
): Promise<BatchCriteria[]> {
  const groups = new Map<string, CriteriaGroup>();
  for (const id of ids) {
    const entered = await callNow(connection.db, { id });
    const same = JSON.stringify(criteriaOf(entered));
    const group: CriteriaGroup = groups.get(same) ?? { calls: new Map(), entryIds: [] };
    group.entryIds.push(id);
    group.calls.set(entered?.id ?? '', entered?.call);
    groups.set(same, group);
  }
  return [...groups].map(([same, { calls, entryIds }]) => {
    const [callId = ''] = [...calls.keys()].sort();
    const call = calls.size === 1 ? calls.get(callId) : undefined;
    return { callId, call, criteria: JSON.parse(same) as Criterion[], entryIds };
  });
}

/** Assigns entries to the user, or hands them back, one by one. */
export async function assignBatch(
  dependencies: Dependencies,
  forms: ReadonlyMap<string, EntryForm>,
  act: 'take' | 'hand-back',
  ids: readonly string[],
  user: SignedInUser,
  now: Date,
): Promise<BatchResult[]> {
  return eachOf(dependencies, forms, ids, ({ entry, title }) =>
    act === 'take'
      ? assignReviewer(dependencies, { id: entry.id, title }, user.id, user, now)
      : handBack(dependencies, entry.id, user, now),
  );
}

/**
 * Decides on entries one by one, each by the rules of a single decision; the people responsible get one mail of
 * all. Links are not requested: an entry with unchecked links is refused, as the result shows.
 * @param ticked  criteria found met, in the form of `tickOf`
 */
export async function decideBatch(
  dependencies: Dependencies,
  forms: ReadonlyMap<string, EntryForm>,
  {
    action,
    reason,
    ticked,
  }: { action: 'approve' | 'request-changes'; reason: string; ticked: ReadonlySet<string> },
  ids: readonly string[],
  user: SignedInUser,
  now: Date,
): Promise<BatchResult[]> {
  const groups = action === 'approve' ? await criteriaOfBatch(dependencies, ids) : [];
  const batch: BatchDecision = { actor: user.id, action, at: now.toISOString() };
  const results = await eachOf(dependencies, forms, ids, async ({ entry, form }) => {
    const group = groups.find(({ entryIds }) => entryIds.includes(entry.id));
    const met = group?.criteria.filter((each) => ticked.has(tickOf(group, each))).map(({ id }) => id) ?? [];
    const decision: Decision = { action, reason, met };
    return decideAsKnown(dependencies, form, entry.id, decision, user, now, batch);
  });
  await notifyOfBatch(dependencies, forms, batch);
  return results;
}

interface Known {
  entry: Entry;
  form: EntryForm;
  title: string;
}

async function eachOf(
  { connection }: Pick<Dependencies, 'connection'>,
  forms: ReadonlyMap<string, EntryForm>,
  ids: readonly string[],
  act: (known: Known) => Promise<Outcome<unknown>>,
): Promise<BatchResult[]> {
  const entries = await findEntries(connection.db, ids);
  const results: BatchResult[] = [];
  for (const id of ids) {
    const entry = entries.get(id);
    const form = entry && forms.get(entry.kind);
    const title = titleIn(form, entry?.sent?.revision.data) ?? id;
    const known = entry?.sent && form ? done({ entry, form, title }) : refused(notThere);
    const outcome = known.ok ? await act(known.value) : known;
    results.push({ id, title, problems: outcome.ok ? [] : outcome.problems });
  }
  return results;
}

const notThere: Problem = {
  code: 'not-found',
  message: { ja: 'この登録は見つかりません。', en: 'This entry is not there.' },
};
