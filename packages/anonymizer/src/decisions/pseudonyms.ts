import type { MentionType } from '../mention.ts';
import { type Language, TYPE_WORDS } from './type-words.ts';

/** Which pseudonym stands for which thing. Whoever has it can undo the replacement: keep it apart, encrypted. */
export interface PseudonymKey {
  readonly entries: readonly {
    readonly name: string;
    readonly type: MentionType;
    readonly pseudonym: string;
  }[];
}

/** A whole number from 0 up to, not including, `below`. */
export type RandomInteger = (below: number) => number;

/** Labels that are tried with the word of a type, beyond as many as a text could have taken. */
const MOST_LABELS = 1000;

/** A, B, … Z, AA, AB, … */
function labelAt(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : labelAt(Math.floor(index / 26) - 1) + last;
}

/**
 * Gives each thing without a pseudonym one at random: of n things of a type, the first n labels that are free, in an
 * order drawn by lot, so that neither the alphabet nor the place in the text says which is which.
 *
 * @param isTaken whether a pseudonym may not be used, as it stands in the text already
 */
export function drawPseudonyms(
  things: readonly { name: string; type: MentionType }[],
  earlier: PseudonymKey | undefined,
  language: Language,
  random: RandomInteger,
  isTaken: (pseudonym: string) => boolean,
): PseudonymKey {
  const entries = [...(earlier?.entries ?? [])];
  const used = new Set(entries.map(({ pseudonym }) => pseudonym));
  const known = new Set(entries.map(({ type, name }) => `${type} ${name}`));
  const byType = Map.groupBy(
    things.filter(({ type, name }) => !known.has(`${type} ${name}`)),
    ({ type }) => type,
  );
  for (const [type, all] of byType) {
    const free: string[] = [];
    for (let index = 0; free.length < all.length; index++) {
      const label = labelAt(index);
      // Where the word itself is to be hidden (「担当者」), no label helps.
      const pseudonym = index < MOST_LABELS ? TYPE_WORDS[type].labelled[language](label) : `〔${label}〕`;
      if (!used.has(pseudonym) && !isTaken(pseudonym)) free.push(pseudonym);
    }
    for (const { name } of all) {
      const [pseudonym] = free.splice(random(free.length), 1);
      entries.push({ name, type, pseudonym: pseudonym as string });
    }
  }
  return { entries };
}
