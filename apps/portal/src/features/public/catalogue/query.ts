import type { Vocabulary } from '../../../platform/vocabulary/vocabulary.ts';

/** The facets of the catalogue: the report's three axes first. */
export const facetNames = ['purpose', 'age', 'affiliation', 'category', 'region', 'cost', 'format'] as const;
export type FacetName = (typeof facetNames)[number];

export const sortNames = ['relevance', 'newest', 'confirmed', 'title'] as const;
export type SortName = (typeof sortNames)[number];

export const pageSize = 20;
/** Longer queries are cut: nobody reads them, and work must stay bounded. */
export const longestQuery = 500;
/** Deeper pages are not shown: whoever is there wants another search, or the open data. */
const deepestPage = 500;

/** A search of the catalogue. Every one is a URL, and every URL one of these. */
export interface CatalogueQuery {
  q: string;
  filters: Readonly<Partial<Record<FacetName, readonly string[]>>>;
  kinds: readonly string[];
  sort: SortName;
  /** From 1. */
  page: number;
  /** Search the words as typed only, without equal words. */
  exact: boolean;
}

export const everything: CatalogueQuery = {
  q: '',
  filters: {},
  kinds: [],
  sort: 'relevance',
  page: 1,
  exact: false,
};

/** Reads a page's parameters; what is unknown is passed over, so that an old link still leads somewhere. */
export function readQuery(params: URLSearchParams, vocabulary: Vocabulary): CatalogueQuery {
  const filters: Partial<Record<FacetName, string[]>> = {};
  for (const facet of facetNames) {
    const values = params.getAll(facet).flatMap((word) => vocabulary.resolve(facet, word) ?? []);
    if (values.length > 0) filters[facet] = [...new Set(values)];
  }
  const sort = sortNames.find((name) => name === params.get('sort')) ?? 'relevance';
  return {
    q: (params.get('q') ?? '').trim().slice(0, longestQuery),
    filters,
    kinds: params.getAll('kind').slice(0, 10),
    sort,
    page: readPage(params.get('page')),
    exact: params.get('exact') === '1',
  };
}

/** Writes a search as the path and query of its page. */
export function searchPath(query: CatalogueQuery): string {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  for (const facet of facetNames) for (const value of query.filters[facet] ?? []) params.append(facet, value);
  for (const kind of query.kinds) params.append('kind', kind);
  if (query.sort !== 'relevance') params.set('sort', query.sort);
  if (query.exact) params.set('exact', '1');
  if (query.page > 1) params.set('page', String(query.page));
  const text = params.toString();
  return text ? `/search?${text}` : '/search';
}

/** The same search without one value of a facet, from its first page. */
export function without(query: CatalogueQuery, facet: FacetName, value: string): CatalogueQuery {
  const rest = (query.filters[facet] ?? []).filter((other) => other !== value);
  const { [facet]: _, ...filters } = query.filters;
  return { ...query, page: 1, filters: rest.length > 0 ? { ...filters, [facet]: rest } : filters };
}

function readPage(text: string | null): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, deepestPage) : 1;
}
