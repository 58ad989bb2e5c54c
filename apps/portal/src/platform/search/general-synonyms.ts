import { createRequire } from 'node:module';
import { type SynonymGroup, sudachiSynonyms } from '@kakehashi/search';

const resource = '@kakehashi/search/resources/sudachi-synonyms.tsv';

/** General Japanese synonyms, used by every search. */
export function readGeneralSynonyms(): Promise<SynonymGroup[]> {
  return sudachiSynonyms(createRequire(import.meta.url).resolve(resource));
}
