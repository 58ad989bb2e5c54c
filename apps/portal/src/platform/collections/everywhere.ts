import type { FindOptions, Found, SiteQuery, SiteSearch } from '../search/site-search.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Facet } from './facet.ts';

/** What a collection needs of the search. */
export type CollectionSearch = Pick<SiteSearch, 'find' | 'counts' | 'suggest' | 'rehearse'>;

/** A facet that has a value which is part of every other. */
type CoveringFacet = Facet & { everywhere: string };

/**
 * A search in which a value of a facet finds and counts also what has the facet's `everywhere`: 北海道 finds
 * what is nationwide. What has the value itself comes first, unless another order was asked for.
 */
export function findingEverywhere(
  search: CollectionSearch,
  facets: readonly Facet[],
  vocabulary: () => Vocabulary,
): CollectionSearch {
  const covering = facets.filter((facet): facet is CoveringFacet => facet.everywhere !== undefined);
  if (covering.length === 0) return search;
  const find = (within: Pick<SiteSearch, 'find'>) => (query: SiteQuery, options: FindOptions) =>
    findWithin(within, covering, vocabulary(), query, options);
  return {
    find: find(search),
    counts: () => countingEverywhere(search.counts(), covering, vocabulary()),
    suggest: (prefix, most) => search.suggest(prefix, most),
    rehearse: async (change) => ({ find: find(await search.rehearse(change)) }),
  };
}

function findWithin(
  search: Pick<SiteSearch, 'find'>,
  covering: readonly CoveringFacet[],
  vocabulary: Vocabulary,
  query: SiteQuery,
  options: FindOptions,
): Found {
  const asked = covering.flatMap((facet) => {
    const values = query.filters[facet.name] ?? [];
    const own = values.filter((value) => value !== facet.everywhere);
    return own.length > 0 ? [{ facet, own }] : [];
  });
  const wide = {
    ...query,
    filters: Object.assign(
      { ...query.filters },
      ...asked.map(({ facet: { name, everywhere }, own }) => ({ [name]: [...own, everywhere] })),
    ) as SiteQuery['filters'],
  };
  const found = search.find(wide, options);
  const all = { ...found, facets: countingEverywhere(found.facets, covering, vocabulary) };
  const [first] = asked;
  // In another order, or where only some of the words are found, all stand together.
  if (!first || query.sort !== 'relevance' || found.relaxed) return all;
  const { name, everywhere } = first.facet;
  const those = (values: readonly string[], range: Pick<FindOptions, 'limit' | 'offset'>) => {
    const part = search.find(
      { ...wide, filters: { ...wide.filters, [name]: values } },
      {
        ...range,
        ...(options.mark && { mark: options.mark }),
        ...(options.language && { language: options.language }),
      },
    );
    return part.relaxed ? { total: 0, hits: [] } : part;
  };
  const { limit, offset } = options;
  const own = those(first.own, { limit, offset });
  const rest = those([everywhere], {
    limit: limit - own.hits.length,
    offset: Math.max(0, offset - own.total),
  });
  return { ...all, hits: [...own.hits, ...rest.hits] };
}

/** Counts in which each value of a covering facet counts also what has its `everywhere`. */
function countingEverywhere(
  counts: Found['facets'],
  covering: readonly CoveringFacet[],
  vocabulary: Vocabulary,
): Found['facets'] {
  const wider = covering.flatMap(({ name, everywhere }) => {
    const own = counts[name];
    const common = own?.get(everywhere);
    if (!own || !common) return [];
    const values = new Set([...vocabulary.values(name), ...own.keys()]);
    const count = (value: string) => (value === everywhere ? common : (own.get(value) ?? 0) + common);
    return [[name, new Map([...values].map((value) => [value, count(value)]))] as const];
  });
  return wider.length > 0 ? { ...counts, ...Object.fromEntries(wider) } : counts;
}
