/** What a reviewer can decide on an entry. */
export const decisions = ['request-changes', 'decline', 'approve', 'schedule'] as const;

/** A decision as its reviewer took it. */
export interface Decision {
  action: (typeof decisions)[number];
  /** For whoever entered it. */
  reason: string;
  /** Ids of the criteria that the reviewer found met. */
  met: readonly string[];
  /** For `schedule`. */
  at?: Date | undefined;
  /** Why it is published although links of it are dead or were not called; empty: it is not. */
  despite?: string | undefined;
}
