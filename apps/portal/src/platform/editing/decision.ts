import type { Problem } from '../outcome/outcome.ts';

/** What a reviewer can decide on an entry. */
export const decisions = ['request-changes', 'decline', 'approve', 'schedule'] as const;

/** What the record says of an approval without a word of its reviewer. */
export const unsaid = 'meets the criteria';

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

/** Why a decision cannot be taken whatever it is on; undefined where it can. */
export function refusalOf(
  { action, reason, at }: Pick<Decision, 'action' | 'reason' | 'at'>,
  now: Date,
): Problem | undefined {
  if ((action === 'request-changes' || action === 'decline') && reason === '') return noReason;
  return action === 'schedule' && (!at || at <= now) ? notAhead : undefined;
}

const noReason: Problem = {
  code: 'reason-missing',
  field: 'reason',
  message: { ja: '書いた人に伝える理由を書いてください。', en: 'Say why, for whoever wrote it.' },
};
const notAhead: Problem = {
  code: 'time-not-ahead',
  field: 'at',
  message: {
    ja: '公開する日時（日本時間）を、これからの日時で入れてください。',
    en: 'Enter a date and time (Japan) that is still ahead.',
  },
};
