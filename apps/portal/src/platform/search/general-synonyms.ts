import { createRequire } from 'node:module';
import { type SynonymGroup, sudachiSynonyms } from '@kakehashi/search';

const resource = '@kakehashi/search/resources/sudachi-synonyms.tsv';

let groups: Promise<SynonymGroup[]> | undefined;

/** General Japanese synonyms, used by every search; read once. */
export function readGeneralSynonyms(): Promise<readonly SynonymGroup[]> {
  groups ??= sudachiSynonyms(createRequire(import.meta.url).resolve(resource));
  return groups;
}
