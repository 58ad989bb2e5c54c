import { type CollectionQuery, queryPath } from '../../../platform/collections/query.ts';
import { catalogueCollection } from './collection.ts';

/** Writes a search of the catalogue as the path and query of its page. */
export function searchPath(query: CollectionQuery): string {
  return queryPath(query, catalogueCollection);
}
