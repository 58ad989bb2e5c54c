import type { FacetCount, Filters } from './facets.ts';
import type { FieldHighlight, HighlightOptions } from './highlight.ts';
import type { Match } from './match-quality.ts';

export interface SortOrder {
  /** A declared sort key. */
  readonly by: string;
  readonly direction?: 'ascending' | 'descending';
}

export interface SearchRequest {
  /** What a person typed. Blank finds everything. */
  readonly query?: string;
  readonly filters?: Filters;
  /** The facets to count; all where left out. */
  readonly facets?: readonly string[];
  /** `relevance` where left out. */
  readonly sort?: 'relevance' | SortOrder;
  /** Hits to return, 10 where left out. */
  readonly limit?: number;
  readonly offset?: number;
  readonly highlight?: boolean | HighlightOptions;
  /** Finds words only as typed: no other spellings, no synonyms, no second try. */
  readonly exact?: boolean;
}

export interface SearchHit {
  readonly id: string;
  readonly score: number;
  readonly match: Match;
  /** Field name → what to mark; empty where no highlights were asked for. */
  readonly highlights: Readonly<Record<string, FieldHighlight>>;
}

/** Other words a word of the query was also searched by. */
export interface Expansion {
  readonly from: string;
  readonly to: readonly string[];
}

export interface SearchResult {
  /** How many documents match, also beyond the limit. */
  readonly total: number;
  readonly hits: readonly SearchHit[];
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** The query with words corrected that no document holds: 「もしかして」. */
  readonly suggestions: readonly string[];
  /** The query that was searched instead, since no document holds what was typed; absent where that was searched. */
  readonly corrected?: string;
  /** No document holds all words; these hold some. */
  readonly relaxed: boolean;
  readonly expanded: readonly Expansion[];
}
