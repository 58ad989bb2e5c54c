import type { MentionType } from '../mention.ts';

export type Action = 'keep' | 'replace' | 'generalise' | 'remove';

/** How coarse a date becomes; `relative` counts the days from an anchor: 「発覚の3日前」. */
export type DateStep = 'month' | 'quarter' | 'half-year' | 'year' | 'relative';

/** A day that others are told from. */
export interface Anchor {
  /** As `2024-04-01`. */
  readonly date: string;
  /** What happened then, as it stands in the text: 発覚. */
  readonly name: string;
}

/**
 * What becomes of one thing that a text names. It holds for every mention of `text`, wherever it stands; with offsets it
 * holds for that stretch whatever its neighbours are. A mention of `detect` with an `action` is a decision.
 */
export interface Decision {
  readonly text: string;
  readonly type: MentionType;
  readonly action: Action;
  readonly start?: number;
  readonly end?: number;
  /** Name of the thing where several spellings mean it: they get one pseudonym. Found by `groupMentions` if not given. */
  readonly entity?: string;
  /** For dates that are generalised: `quarter` if not given. */
  readonly to?: DateStep;
}

export function isHidden({ action }: Decision): boolean {
  return action !== 'keep';
}
