import type { Language } from '../../../platform/i18n/language.ts';
import type { Catalogue } from './catalogue.ts';
import { entryOf } from './entries.ts';
import type { FeedEntry } from './feed.ts';
import { type CatalogueQuery, facetNames, readQuery, searchPath } from './query.ts';
import { termWording } from './wording.ts';

/** Searches that are kept: as a feed, or for mail about what is new. */
export interface SavedSearches {
  /** The conditions among a page's parameters, always in one order; empty: everything. */
  conditions(params: URLSearchParams): string;
  /** The conditions as a reader sees them: 「ランサムウェア」、中小企業. */
  describe(conditions: string, language: Language): string;
  /** What is found, newest first. Loosened searches find nothing here: nobody asked for what is merely near. */
  newest(conditions: string, language: Language, most: number): FeedEntry[];
}

export function createSavedSearches(catalogue: Catalogue, baseUrl: string): SavedSearches {
  const read = (params: URLSearchParams): CatalogueQuery => ({
    ...readQuery(params, catalogue.vocabulary()),
    sort: 'relevance',
    page: 1,
  });
  const parse = (conditions: string) => read(new URLSearchParams(conditions));
  return {
    conditions(params) {
      const query = read(params);
      const filters = Object.fromEntries(
        Object.entries(query.filters).map(([facet, values]) => [facet, values.toSorted()]),
      );
      const [, conditions = ''] = searchPath({ ...query, filters, kinds: query.kinds.toSorted() }).split('?');
      return conditions;
    },
    describe(conditions, language) {
      const query = parse(conditions);
      const terms = termWording(catalogue.vocabulary(), { language, easy: false, furigana: false });
      const values = facetNames.flatMap((facet) => terms.terms(facet, query.filters[facet]));
      const words = values.map(({ label }) => label.text);
      if (language === 'en') return [...(query.q ? [`“${query.q}”`] : []), ...words].join(', ');
      return [...(query.q ? [`「${query.q}」`] : []), ...words].join('、');
    },
    newest(conditions, language, most) {
      const { hits, relaxed } = catalogue.search.find(
        { ...parse(conditions), sort: 'newest' },
        { limit: most, offset: 0 },
      );
      if (relaxed) return [];
      return catalogue.pick(hits.map(({ id }) => id)).map((record) => ({
        entry: entryOf(record, catalogue, language, baseUrl),
        publishedAt: record.publishedAt,
        updatedAt: record.updatedAt,
      }));
    },
  };
}
