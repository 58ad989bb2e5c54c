import type { OpenCollection } from '../../../platform/collections/collections.ts';
import { createSituationSearch, type SituationSearch } from './situation-search.ts';

/** What the catalogue's pages are made from: its collection, and the situations of 被害に遭ったら. */
export interface Catalogue extends OpenCollection {
  situations: SituationSearch;
}

export function createCatalogue(collection: OpenCollection): Catalogue {
  return { ...collection, situations: createSituationSearch(collection.model) };
}
