import { createRequire } from 'node:module';
import { type SynonymGroup, sudachiSynonyms } from '@kakehashi/search';

const resource = '@kakehashi/search/resources/sudachi-synonyms.tsv';

/** The synonyms of Japanese in general that every search knows. */
export function readGeneralSynonyms(): Promise<SynonymGroup[]> {
  return sudachiSynonyms(createRequire(import.meta.url).resolve(resource));
}
