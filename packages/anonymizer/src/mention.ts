/** Kinds of what gives somebody away. */
export const MENTION_TYPES = [
  'person',
  'organisation',
  'place',
  'facility',
  'product',
  'event',
  'date',
  'time',
  'amount',
  'count',
  'email',
  'url',
  'domain',
  'ip-address',
  'mac-address',
  'host-name',
  'as-number',
  'telephone',
  'postal-code',
  'address',
  'corporate-number',
  'individual-number',
  'credit-card',
  'bank-account',
  'vehicle-plate',
  'hash',
  'crypto-address',
  'file-path',
  'vulnerability',
  'ticket',
  'account',
  'version',
] as const;
export type MentionType = (typeof MENTION_TYPES)[number];

/** What a mention was found by: the model, a rule, a list of names, or another mention of the same text. */
export type MentionSource = 'model' | 'rule' | 'gazetteer' | 'text';

export interface Span {
  /** Offset of the first UTF-16 code unit. */
  readonly start: number;
  /** Offset behind the last one. */
  readonly end: number;
}

/** A stretch of a text that gives somebody away: `text === input.slice(start, end)`. */
export interface Mention extends Span {
  readonly text: string;
  readonly type: MentionType;
  /** From 0 to 1. */
  readonly confidence: number;
  readonly source: MentionSource;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `a` has all of `b`. */
export function contains(a: Span, b: Span): boolean {
  return a.start <= b.start && b.end <= a.end;
}
