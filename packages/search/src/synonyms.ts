import { fold } from './fold.ts';

/** Words that mean the same. */
export interface SynonymGroup {
  readonly words: readonly string[];
  /** For those who edit the list; the index does not read it. */
  readonly note?: string;
}

/** Finds, for a folded word, the other words of its groups. */
export class Synonyms {
  readonly groups: readonly SynonymGroup[];
  readonly #groupsOf = new Map<string, number[]>();
  /** The longest word, in folded units. */
  readonly longest: number;

  constructor(groups: readonly SynonymGroup[]) {
    this.groups = groups;
    let longest = 0;
    for (const [number, { words }] of groups.entries()) {
      for (const word of words) {
        const folded = fold(word);
        if (folded.length < 2) continue;
        longest = Math.max(longest, folded.length);
        const numbers = this.#groupsOf.get(folded);
        if (!numbers) this.#groupsOf.set(folded, [number]);
        else if (numbers.at(-1) !== number) numbers.push(number);
      }
    }
    this.longest = longest;
  }

  has(folded: string): boolean {
    return this.#groupsOf.has(folded);
  }

  /** The other words for a folded word, as they are written in the groups. */
  of(folded: string): string[] {
    const numbers = this.#groupsOf.get(folded) ?? [];
    const others = new Map<string, string>();
    for (const number of numbers) {
      for (const word of this.groups[number]?.words ?? []) {
        const other = fold(word);
        if (other !== folded && other !== '' && !others.has(other)) others.set(other, word);
      }
    }
    return [...others.values()];
  }
}
