import { pairKey } from './compounds.ts';
import { SearchError } from './errors.ts';
import { fold } from './fold.ts';

/** Synonyms: a search for one word finds the others. */
export interface SynonymGroup {
  readonly words: readonly string[];
  /** Broader words, found by the group's words but not the reverse. */
  readonly alsoFinds?: readonly string[];
  /** Note for editors; ignored by the index. */
  readonly note?: string;
}

/** A word as its group writes it, and folded. */
export interface Synonym {
  readonly written: string;
  readonly folded: string;
}

/** Folding a group's words is most of the work, and an index with one more group has all others in common. */
const foldedGroups = new WeakMap<SynonymGroup, readonly Synonym[]>();

function synonymsOf(group: SynonymGroup): readonly Synonym[] {
  const known = foldedGroups.get(group);
  if (known) return known;
  const { words, alsoFinds = [] } = group;
  const folded = [...words, ...alsoFinds].map((written) => ({ written, folded: fold(written) }));
  foldedGroups.set(group, folded);
  return folded;
}

/** Finds, for a folded word, the other words of its groups. */
export class Synonyms {
  readonly groups: readonly SynonymGroup[];
  /** By group, its words and what it also finds. */
  readonly #synonyms: readonly (readonly Synonym[])[];
  readonly #groupsOf = new Map<string, number[]>();
  /** By the first two units, the length of the longest word that begins so. */
  readonly #longest = new Map<number, number>();

  constructor(groups: readonly SynonymGroup[]) {
    this.groups = groups;
    this.#synonyms = groups.map(synonymsOf);
    for (const [number, { words }] of groups.entries()) {
      for (const { folded } of this.#synonyms[number]?.slice(0, words.length) ?? []) {
        if (folded.length < 2) continue;
        const beginning = pairKey(folded.charCodeAt(0), folded.charCodeAt(1));
        this.#longest.set(beginning, Math.max(folded.length, this.#longest.get(beginning) ?? 0));
        const numbers = this.#groupsOf.get(folded);
        if (!numbers) this.#groupsOf.set(folded, [number]);
        else if (numbers.at(-1) !== number) numbers.push(number);
      }
    }
  }

  /** The length of the longest word that begins with two units; 0 where none does. */
  longestBeginningWith(first: number, second: number): number {
    return this.#longest.get(pairKey(first, second)) ?? 0;
  }

  has(folded: string): boolean {
    return this.#groupsOf.has(folded);
  }

  /** The other words for a folded word, each spelling once. */
  of(folded: string): Synonym[] {
    const others = new Map<string, Synonym>();
    for (const number of this.#groupsOf.get(folded) ?? []) {
      for (const synonym of this.#synonyms[number] ?? []) {
        const other = synonym.folded;
        if (other !== folded && other !== '' && !others.has(other)) others.set(other, synonym);
      }
    }
    return [...others.values()];
  }
}

/**
 * Reads a list of groups as people keep it, already parsed from YAML or JSON: each entry has `words`, and may
 * have `alsoFinds` and `note`.
 * @throws SearchError `synonym-format`, naming the entry at fault.
 */
export function readSynonyms(list: unknown): SynonymGroup[] {
  if (!Array.isArray(list)) throw new SearchError('synonym-format', 'A synonym list is a list of groups.');
  return list.map((entry: unknown, i) => {
    const group = typeof entry === 'object' && entry !== null ? entry : {};
    const words = 'words' in group ? readWords(group.words) : undefined;
    const alsoFinds = 'alsoFinds' in group ? readWords(group.alsoFinds) : [];
    if (!words || !alsoFinds || words.length + alsoFinds.length < 2) {
      const message = `Group ${i + 1} of the synonym list needs at least two words: ${JSON.stringify(entry)}`;
      throw new SearchError('synonym-format', message);
    }
    const note = 'note' in group && typeof group.note === 'string' ? { note: group.note } : {};
    return { words, ...(alsoFinds.length > 0 ? { alsoFinds } : {}), ...note };
  });
}

/** Accepts numbers as words, since YAML reads 2025 as a number. */
function readWords(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const words = value.filter((word) => typeof word === 'string' || typeof word === 'number').map(String);
  return words.length === value.length && words.every((word) => word.trim() !== '') ? words : undefined;
}
