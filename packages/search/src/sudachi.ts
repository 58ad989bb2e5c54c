import { readFile } from 'node:fs/promises';
import type { SynonymGroup } from './synonyms.ts';

/**
 * General synonyms of Japanese, from the Sudachi synonym dictionary without names of companies, people,
 * dishes, animals and the like. Source and licence: resources/README.md. Reads a file of the package.
 */
export async function sudachiSynonyms(): Promise<SynonymGroup[]> {
  const text = await readFile(new URL('../resources/sudachi-synonyms.tsv', import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const entries = line.split('\t');
      const words = entries.filter((entry) => !entry.startsWith(TARGET_MARK));
      const alsoFinds = entries
        .filter((entry) => entry.startsWith(TARGET_MARK))
        .map((entry) => entry.slice(1));
      return { words, alsoFinds };
    });
}

/** Marks a word that is found by its group without looking for the group in turn. */
export const TARGET_MARK = '>';
