import type { MentionType } from '../mention.ts';

/**
 * A pattern of an identifier. It is matched against the text in one width (`plainString`), so that full-width figures
 * and letters need no mention. Where it has the group `value`, only that is the identifier.
 */
export interface IdentifierRule {
  readonly type: MentionType;
  /** With the flags `g`, `d` and `u`. */
  readonly pattern: RegExp;
  /** What is known for sure has 1. */
  readonly confidence: number;
  /** Whether what matched is one, as by its check digit; `before` is what stands before it. */
  readonly check?: (value: string, before: string) => boolean;
}

/** Begins behind nothing that a word of Latin letters and figures goes on with. */
export const WORD_START = '(?<![A-Za-z0-9])';
export const WORD_END = '(?![A-Za-z0-9])';

/** A dot, also as people break it so that nobody clicks: [.] (.) {.} [dot] (dot) \\. */
export const DOT = String.raw`(?:\s?[\[({<]\s?(?:\.|dot|DOT|ドット)\s?[\])}>]\s?|\\?\.|\s(?:dot|DOT)\s)`;
export const AT = String.raw`(?:\s?[\[({<]\s?(?:@|at|AT|アットマーク|アット)\s?[\])}>]\s?|@|\sat\s|[☆★◆■●])`;
export const COLON = String.raw`(?:\[:\]|\(:\)|:)`;
/** Dashes that separate figures, the long mark among them. */
export const DASH = '[-‐‑‒–—―−ー─]';

export function digitsOf(value: string): string {
  return value.replace(/\D/g, '');
}

export function rule(
  type: MentionType,
  source: string,
  confidence: number,
  check?: IdentifierRule['check'],
  flags = 'gdu',
): IdentifierRule {
  return { type, pattern: new RegExp(source, flags), confidence, ...(check && { check }) };
}
