export { SearchError, type SearchErrorCode } from './errors.ts';
export type { FacetCount, Filters } from './facets.ts';
export { fold } from './fold.ts';
export type { FieldHighlight, Fragment, HighlightOptions, Range, Snippet } from './highlight.ts';
export type { DocumentChange, FieldOptions, IndexOptions, SearchDocument } from './schema.ts';
export type { Expansion, SearchHit, SearchRequest, SearchResult, SortOrder } from './search.ts';
export { createIndex, fromSnapshot, type SearchIndex } from './search-index.ts';
export { sudachiSynonyms } from './sudachi.ts';
export { readSynonyms, type SynonymGroup } from './synonyms.ts';
