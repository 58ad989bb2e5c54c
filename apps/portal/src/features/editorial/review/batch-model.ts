import type { Problem } from '../../../platform/outcome/outcome.ts';
import type { Criterion, EnteredCall } from '../calls/index.ts';

/** What can be done with many entries at once. */
export const batchActs = ['take', 'approve', 'request-changes', 'hand-back'] as const;
export type BatchAct = (typeof batchActs)[number];

/** Most entries per batch; each entry is its own transaction. */
export const maxAtOnce = 500;

/** Result for one entry of a batch. */
export interface BatchResult {
  id: string;
  title: string;
  /** Why it failed; empty on success. */
  problems: readonly Problem[];
}

/** Criteria of one or several calls, or the default ones, with the entries of a batch that they apply to. */
export interface BatchCriteria {
  /** The first of the calls; empty where some entries are in none. */
  callId: string;
  /** Absent where entries are in none or in several. */
  call: EnteredCall['call'] | undefined;
  criteria: readonly Criterion[];
  entryIds: readonly string[];
}

/** Checkbox value of a criterion, unique across calls. */
export function tickOf({ callId }: Pick<BatchCriteria, 'callId'>, { id }: Pick<Criterion, 'id'>): string {
  return `${callId}/${id}`;
}

/** Whether every criterion of all groups was ticked. */
export function isAllTicked(groups: readonly BatchCriteria[], ticked: ReadonlySet<string>): boolean {
  return groups.every((group) => group.criteria.every((each) => ticked.has(tickOf(group, each))));
}
