import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Collection } from './collection.ts';

export const pageSize = 20;
/** Longer queries are truncated to bound the work. */
export const longestQuery = 500;
/** Deeper pages are not shown: a narrower search or the open data serves better. */
const deepestPage = 500;

/** A search of a collection. It corresponds one-to-one to a URL. */
export interface CollectionQuery {
  q: string;
  /** Values by facet; values of one facet are alternatives (OR). */
  filters: Readonly<Partial<Record<string, readonly string[]>>>;
  kinds: readonly string[];
  /** Name of one of the collection's sorts. */
  sort: string;
  /** From 1. */
  page: number;
  /** Search the exact words only, without synonyms. */
  exact: boolean;
}

export const everything: CollectionQuery = {
  q: '',
  filters: {},
  kinds: [],
  sort: 'relevance',
  page: 1,
  exact: false,
};

/** Parses a page's parameters; unknown ones are ignored so that old links still work. */
export function readQuery(
  params: URLSearchParams,
  { facets, sorts }: Pick<Collection, 'facets' | 'sorts'>,
  vocabulary: Vocabulary,
): CollectionQuery {
  const filters: Record<string, string[]> = {};
  for (const { name } of facets) {
    const values = params.getAll(name).flatMap((word) => vocabulary.resolve(name, word) ?? []);
    if (values.length > 0) filters[name] = [...new Set(values)];
  }
  const sort = sorts.find(({ name }) => name === params.get('sort'))?.name ?? everything.sort;
  return {
    q: (params.get('q') ?? '').trim().slice(0, longestQuery),
    filters,
    kinds: params.getAll('kind').slice(0, 10),
    sort,
    page: readPage(params.get('page')),
    exact: params.get('exact') === '1',
  };
}

/** Writes a search as the path and query of the collection's page. */
export function queryPath(
  query: CollectionQuery,
  { path, facets }: Pick<Collection, 'path' | 'facets'>,
): string {
  const params = new URLSearchParams();
  if (query.q) params.set('q', query.q);
  for (const { name } of facets) for (const value of query.filters[name] ?? []) params.append(name, value);
  for (const kind of query.kinds) params.append('kind', kind);
  if (query.sort !== everything.sort) params.set('sort', query.sort);
  if (query.exact) params.set('exact', '1');
  if (query.page > 1) params.set('page', String(query.page));
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}

/** The same search without one value of a facet, from its first page. */
export function without(query: CollectionQuery, facet: string, value: string): CollectionQuery {
  const rest = (query.filters[facet] ?? []).filter((other) => other !== value);
  const wider = withoutFacet(query, facet);
  return rest.length > 0 ? { ...wider, filters: { ...wider.filters, [facet]: rest } } : wider;
}

/** The same search without a facet, from its first page. */
export function withoutFacet(query: CollectionQuery, facet: string): CollectionQuery {
  const { [facet]: _, ...filters } = query.filters;
  return { ...query, page: 1, filters };
}

function readPage(text: string | null): number {
  const page = Number(text ?? 1);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, deepestPage) : 1;
}
