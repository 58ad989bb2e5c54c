import { choose, type Language } from '../i18n/language.ts';
import type { Collections, OpenCollection } from './collections.ts';
import { entryOf } from './entries.ts';
import type { FeedEntry } from './feed.ts';
import { type CollectionQuery, queryPath, readQuery } from './query.ts';

/** Name of the collection searched; absent: the one of all listed kinds. */
export const collectionParameter = 'collection';

/** Saved searches, used for feeds and alert mail. */
export interface SavedSearches {
  /** Normalised conditions of a page's parameters; empty: no conditions. */
  conditions(params: URLSearchParams): string;
  /** The conditions in words: 「ランサムウェア」、中小企業. */
  describe(conditions: string, language: Language): string;
  /** Path of the page that shows the search, without language prefix. */
  pagePath(conditions: string): string;
  /** Results, newest first. Only exact matches: no relaxed search. */
  newest(conditions: string, language: Language, maxEntries: number): FeedEntry[];
}

export function createSavedSearches(collections: Collections, baseUrl: string): SavedSearches {
  const parse = (params: URLSearchParams): { collection: OpenCollection; query: CollectionQuery } => {
    const collection = collections.find(params.get(collectionParameter) ?? '') ?? collections.whole;
    const query = readQuery(params, collection.declaration, collection.vocabulary());
    return { collection, query: { ...query, sort: 'relevance', page: 1 } };
  };
  const read = (conditions: string) => parse(new URLSearchParams(conditions));
  return {
    conditions(params) {
      const { collection, query } = parse(params);
      const { declaration } = collection;
      const filters = Object.fromEntries(
        Object.entries(query.filters).map(([facet, values]) => [facet, values?.toSorted()]),
      );
      const path = queryPath({ ...query, filters, kinds: query.kinds.toSorted() }, declaration);
      const [, conditions = ''] = path.split('?');
      if (collection === collections.whole) return conditions;
      return [`${collectionParameter}=${declaration.name}`, conditions].filter(Boolean).join('&');
    },
    describe(conditions, language) {
      const { collection, query } = read(conditions);
      const { facets, label } = collection.declaration;
      const reading = { language, easy: false, furigana: false };
      const words = facets.flatMap(({ name }) =>
        (query.filters[name] ?? []).map(
          (value) => choose(collection.vocabulary().label(name, value), reading).text,
        ),
      );
      const name = collection === collections.whole ? [] : [label[language]];
      if (language === 'en') return [...name, ...(query.q ? [`“${query.q}”`] : []), ...words].join(', ');
      return [...name, ...(query.q ? [`「${query.q}」`] : []), ...words].join('、');
    },
    pagePath(conditions) {
      const { collection, query } = read(conditions);
      return queryPath(query, collection.declaration);
    },
    newest(conditions, language, maxEntries) {
      const { collection, query } = read(conditions);
      const { hits, relaxed } = collection.search.find(
        { ...query, sort: 'newest' },
        { limit: maxEntries, offset: 0 },
      );
      if (relaxed) return [];
      return collection.pick(hits.map(({ id }) => id)).map((record) => ({
        entry: entryOf(record, collection, language, baseUrl),
        publishedAt: record.publishedAt,
        updatedAt: record.updatedAt,
      }));
    },
  };
}
