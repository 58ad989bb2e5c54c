/** Kinds of names that the model tells apart. */
export const NAME_TYPES = ['person', 'organisation', 'place', 'facility', 'product', 'event'] as const;
export type NameType = (typeof NAME_TYPES)[number];

/** Label 0 is outside; then for each type begin, inside, end and single. */
export const LABELS = 1 + 4 * NAME_TYPES.length;
export const Part = { Begin: 0, Inside: 1, End: 2, Single: 3 } as const;

export function labelOf(type: number, part: number): number {
  return 1 + 4 * type + part;
}

function begins(label: number): boolean {
  return label === 0 || (label - 1) % 4 === Part.Begin || (label - 1) % 4 === Part.Single;
}

function finishes(label: number): boolean {
  return label === 0 || (label - 1) % 4 === Part.End || (label - 1) % 4 === Part.Single;
}

/** Whether label `b` may stand after label `a`. */
export function follows(a: number, b: number): boolean {
  if (finishes(a)) return begins(b);
  return !begins(b) && Math.floor((a - 1) / 4) === Math.floor((b - 1) / 4);
}

export function mayBegin(label: number): boolean {
  return begins(label);
}

export function mayFinish(label: number): boolean {
  return finishes(label);
}
