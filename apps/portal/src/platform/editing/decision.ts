import type { Problem } from '../outcome/outcome.ts';

/** What a reviewer can decide on an entry. */
export const decisions = ['request-changes', 'decline', 'approve', 'schedule'] as const;

/** Reason recorded for an approval without a comment. */
export const reasonOfSilentApproval = 'meets the criteria';

/** A decision as its reviewer took it. */
export interface Decision {
  action: (typeof decisions)[number];
  /** Shown to the authors of the entry. */
  reason: string;
  /** Ids of the criteria that the reviewer marked as met. */
  met: readonly string[];
  /** For `schedule`. */
  at?: Date | undefined;
  /** Reason for publishing although links are dead or unchecked; empty: none given. */
  despite?: string | undefined;
}

/** Why a decision is invalid regardless of the entry; undefined if it is valid. */
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
