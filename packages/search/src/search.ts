import type { FacetCount, Filters } from './facets.ts';
import type { FieldHighlight, HighlightOptions } from './highlight.ts';
import type { Held } from './match-quality.ts';

export interface SortOrder {
  /** A declared sort key. */
  readonly by: string;
  readonly direction?: 'ascending' | 'descending';
}

export interface SearchRequest {
  /** The user's query; blank finds everything. */
  readonly query?: string;
  readonly filters?: Filters;
  /** Facets to count; default: all. */
  readonly facets?: readonly string[];
  /** Default: `relevance`. */
  readonly sort?: 'relevance' | SortOrder;
  /** Number of hits to return; default 10. */
  readonly limit?: number;
  readonly offset?: number;
  readonly highlight?: boolean | HighlightOptions;
  /** Matches words only as entered: no other spellings, synonyms or corrections. */
  readonly exact?: boolean;
  /** Leaves out documents that share only pieces of words with the query, while others hold one of its words. */
  readonly wordsOnly?: boolean;
}

export interface SearchHit extends Held {
  readonly id: string;
  readonly score: number;
  /** Field name → highlight; empty if none were requested. */
  readonly highlights: Readonly<Record<string, FieldHighlight>>;
}

/** Other words a word of the query was also searched by. */
export interface Expansion {
  readonly from: string;
  readonly to: readonly string[];
}

export interface SearchResult {
  /** Number of matching documents, including those beyond the limit. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  /** How that of the first few hits matches which holds most, whichever page of them was asked for. */
  readonly best?: Held;
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** The query with words corrected that no document holds: 「もしかして」. */
  readonly suggestions: readonly string[];
  /** The corrected query that was searched because nothing matched the original; absent if not corrected. */
  readonly corrected?: string;
  /** No document holds all words; these hold some. */
  readonly relaxed: boolean;
  readonly expanded: readonly Expansion[];
}
