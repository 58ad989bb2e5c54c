import type { Mentions, Place } from './place.ts';

const levels = ['law', 'article', 'paragraph', 'item', 'table'] as const;

/** Behind a bracket: what the sentence, begun at `sentence`, named outside it; else what was named within. */
export function outside(before: Mentions, sentence: number, within: Mentions): Mentions {
  const result: Mentions = { ...within };
  for (const level of levels) {
    const mention = before[level];
    if (mention !== undefined && mention.at >= sentence) result[level] = mention;
  }
  return result;
}

/** Mentions added since `before`. */
export function newly(now: Mentions, before: Mentions): Mentions {
  const result: Mentions = {};
  for (const level of levels) if (now[level] !== before[level]) result[level] = now[level];
  return result;
}

/** Place of the quoted wording of a provision. */
export function rewrittenPlace(place: Place, here: Place): Place {
  return { ...place, law: place.law ?? (place.foreign ? undefined : here.law), part: undefined };
}
