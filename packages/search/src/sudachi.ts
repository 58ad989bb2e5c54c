import { readFile } from 'node:fs/promises';
import type { SynonymGroup } from './synonyms.ts';

/**
 * General synonyms of Japanese, from the Sudachi synonym dictionary without names of companies, people,
 * dishes, animals and the like. Source and licence: resources/README.md.
 * @param file  `resources/sudachi-synonyms.tsv` of this package, for programs that bundle its code
 */
export async function sudachiSynonyms(
  file: string | URL = new URL('../resources/sudachi-synonyms.tsv', import.meta.url),
): Promise<SynonymGroup[]> {
  const text = await readFile(file, 'utf8');
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
