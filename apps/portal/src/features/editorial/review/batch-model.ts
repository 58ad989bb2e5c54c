import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Criterion, EnteredCall } from '../calls/index.ts';

/** What can be done with many entries at once. */
export const batchActs = ['take', 'approve', 'request-changes', 'hand-back'] as const;
export type BatchAct = (typeof batchActs)[number];

/** Entries that one batch takes; each is a transaction of its own. */
export const maxAtOnce = 500;

/** What became of one entry of a batch. */
export interface BatchResult {
  id: string;
  title: string;
  /** Why it was not done; none where it was. */
  problems: readonly Problem[];
}

/** Criteria that a batch is judged by: those of one call, or the standing ones, with the entries that they are of. */
export interface BatchCriteria {
  /** Empty: the standing ones. */
  callId: string;
  call: EnteredCall['call'] | undefined;
  criteria: readonly Criterion[];
  entryIds: readonly string[];
}

/** A criterion as a form ticks it, told apart from those of other calls. */
export function tickOf({ callId }: Pick<BatchCriteria, 'callId'>, { id }: Pick<Criterion, 'id'>): string {
  return `${callId}/${id}`;
}

/** Whether every criterion of all groups was found met. */
export function isAllTicked(groups: readonly BatchCriteria[], ticked: ReadonlySet<string>): boolean {
  return groups.every((group) => group.criteria.every((each) => ticked.has(tickOf(group, each))));
}
