import type { Last } from './continuation.ts';
import type { Draft } from './draft.ts';
import type { Mentions, Place } from './place.ts';

/** An open bracket or quotation, with the state to restore when it closes. */
export interface Frame {
  opener: '(' | '「';
  /** the reference that the bracket is attached to */
  draft: Draft | undefined;
  last: Last | undefined;
  mentions: Mentions;
  sentence: number;
  here: Place;
  /** of a quotation, which of the wordings that replace one another it is */
  wording: 'replaced' | 'replacing' | undefined;
}

/** 「X中「A」とあるのは「B」」: the provision X, and what earlier quotations of each kind named. */
export interface Rewriting {
  place: Place;
  replaced: Mentions;
  replacing: Mentions;
}
