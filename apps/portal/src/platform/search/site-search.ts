import { setImmediate } from 'node:timers/promises';
import {
  createIndex,
  readSynonyms,
  type SearchIndex,
  type SearchResult,
  type SortOrder,
  type SynonymGroup,
} from '@kakehashi/search';
import { dataOf, type KindRegistry } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { ReadModelObserver } from '../read-model/read-model.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { vocabularyKind } from '../vocabulary/vocabulary-kind.ts';
import {
  carriedValues,
  facetWords,
  searchDocument,
  searchFields,
  sortKeys,
  wordsThatDiffer,
} from './search-document.ts';
import { type SynonymsData, synonymsKind } from './synonyms-kind.ts';

/** A text of the index that is shown whole in lists. */
export type MarkedField = 'title' | 'titleEn' | 'summary' | 'summaryEn';

/** A text of a record with what matched marked; the segments joined are the text. */
export type MarkedText = readonly { text: string; marked: boolean }[];

export interface SiteQuery {
  q: string;
  filters: Readonly<Partial<Record<string, readonly string[]>>>;
  kinds: readonly string[];
  /** `relevance`, or the name of a sort that the search was made with. */
  sort: string;
  exact: boolean;
}

export interface FindOptions {
  limit: number;
  offset: number;
  /** Facets to count. */
  counts?: readonly string[];
  /** Texts to mark what matched in. */
  mark?: readonly MarkedField[];
}

export interface Found {
  total: number;
  hits: { id: string; marks: Readonly<Partial<Record<string, MarkedText>>> }[];
  facets: Readonly<Record<string, ReadonlyMap<string, number>>>;
  /** Words of the query for which equal words were searched too. */
  expansions: { from: string; to: string[] }[];
  relaxed: boolean;
  suggestions: string[];
}

/** What an editor proposes; what is absent stays as published. */
export interface SearchChange {
  synonyms?: SynonymsData;
  vocabulary?: Vocabulary;
}

/** Documents indexed before others have their turn: some milliseconds' work. */
const indexedAtOnce = 200;

/** A way to sort, by what every record has or by a field of its kind. */
export interface SearchSort {
  name: string;
  /** Absent: best first. */
  order?: SortOrder;
  ofField?: boolean;
}

/** Ways to sort that every search knows. */
const commonSorts: readonly SearchSort[] = [
  { name: 'newest', order: { by: 'published', direction: 'descending' } },
  { name: 'confirmed', order: { by: 'confirmed', direction: 'descending' } },
  { name: 'title', order: { by: 'title', direction: 'ascending' } },
];

type SortOrders = ReadonlyMap<string, SortOrder | undefined>;

/** Titles and summaries are shown whole. */
const wholeText = 10_000;

/** Search over all listed records, kept in step with the read model. */
export class SiteSearch implements ReadModelObserver {
  readonly #kinds: KindRegistry;
  readonly #facets: readonly string[];
  readonly #vocabulary: () => Vocabulary;
  /** Those that the index was made with. */
  #words: Vocabulary;
  readonly #listed = new Map<string, PublishedRecord>();
  #index: SearchIndex;
  readonly #general: readonly SynonymGroup[];
  readonly #onFailure: (error: unknown) => void;
  #synonyms: SynonymGroup[] = [];
  #counts: Found['facets'] | undefined;
  readonly #sorts: SortOrders;
  /** Fields of the kinds that searches sort by. */
  readonly #sortFields: readonly string[];

  /**
   * @param facets      names of the facets that searches filter and count by, beside `kind`
   * @param vocabulary  the words of the facets as published now
   * @param general     synonyms of the language, beside the body's own list
   * @param sorts       ways to sort beside newest, last confirmed and title
   * @param onFailure   told where records could not be indexed anew by another vocabulary; they keep their former words
   */
  constructor(
    kinds: KindRegistry,
    facets: readonly string[],
    vocabulary: () => Vocabulary,
    general: readonly SynonymGroup[] = [],
    onFailure: (error: unknown) => void = console.error,
    sorts: readonly SearchSort[] = [],
  ) {
    this.#sorts = new Map([...commonSorts, ...sorts].map(({ name, order }) => [name, order]));
    this.#sortFields = [
      ...new Set(sorts.flatMap(({ order, ofField }) => (order && ofField ? [order.by] : []))),
    ];
    this.#onFailure = onFailure;
    this.#vocabulary = vocabulary;
    this.#words = vocabulary();
    this.#general = general;
    this.#kinds = kinds;
    this.#facets = ['kind', ...facets];
    this.#index = this.#createIndex();
  }

  find(query: SiteQuery, options: FindOptions): Found {
    return findIn(this.#index, this.#sorts, query, options);
  }

  /**
   * The search as it would be with other synonyms or another vocabulary; visitors' searches go on as they are. With
   * synonyms alone the documents are shared; another vocabulary has all of them indexed anew, a few at a time, so
   * that requests are answered meanwhile.
   */
  async rehearse(change: SearchChange): Promise<Pick<SiteSearch, 'find'>> {
    const own = change.synonyms ? readSynonyms(change.synonyms.groups) : this.#synonyms;
    const synonyms = [...own, ...this.#general];
    const { vocabulary } = change;
    let index = this.#index.withSynonyms(synonyms);
    if (vocabulary) {
      index = this.#createIndex();
      const listed = [...this.#listed.values()];
      for (let start = 0; start < listed.length; start += indexedAtOnce) {
        const some = listed.slice(start, start + indexedAtOnce);
        index.add(some.map((record) => this.#document(record, vocabulary)));
        await setImmediate();
      }
      index = index.withSynonyms(synonyms);
    }
    return { find: (query, options) => findIn(index, this.#sorts, query, options) };
  }

  /** How many listed records carry each value of each facet. */
  counts(): Found['facets'] {
    this.#counts ??= foundFrom(this.#index.search({ facets: this.#facets, limit: 0 })).facets;
    return this.#counts;
  }

  /** Completions of what somebody is typing. */
  suggest(prefix: string, most: number): string[] {
    return this.#index.suggest(prefix).slice(0, most);
  }

  onShown(records: PublishedRecord[]): void {
    this.#counts = undefined;
    const synonyms = records.findLast(({ kind }) => kind === synonymsKind.name);
    const listed = records.filter(({ kind }) => this.#kinds.get(kind).listed);
    for (const record of listed) this.#listed.set(record.id, record);
    if (synonyms) {
      this.#synonyms = readSynonyms(dataOf(synonymsKind, synonyms).groups);
      this.#index = this.#index.withSynonyms([...this.#synonyms, ...this.#general]);
    }
    this.#index.add(listed.map((record) => this.#document(record)));
    if (records.some(({ kind }) => kind === vocabularyKind.name))
      this.#takeUpWords(new Set(listed.map(({ id }) => id))).catch(this.#onFailure);
  }

  onHidden(ids: string[]): void {
    this.#counts = undefined;
    for (const id of ids) this.#listed.delete(id);
    this.#index.remove(ids);
  }

  /**
   * Indexes anew the records whose words another vocabulary changes. More than a few take turns with requests: each
   * is found by its former words until its turn comes.
   */
  async #takeUpWords(upToDate: ReadonlySet<string>): Promise<void> {
    const now = this.#vocabulary();
    const differs = wordsThatDiffer(this.#words, now);
    this.#words = now;
    const isTouched = (record: PublishedRecord) =>
      carriedValues(this.#kinds.get(record.kind), record).some(([facet, values]) =>
        values.some((value) => differs(facet, value)),
      );
    const touched = [...this.#listed.values()]
      .filter((record) => !upToDate.has(record.id) && isTouched(record))
      .map(({ id }) => id);
    for (let start = 0; start < touched.length; start += indexedAtOnce) {
      if (start > 0) await setImmediate();
      const some = touched.slice(start, start + indexedAtOnce).flatMap((id) => this.#listed.get(id) ?? []);
      this.#index.change(
        some.map((record) => facetWords(this.#kinds.get(record.kind), record, this.#vocabulary())),
      );
      this.#counts = undefined;
    }
  }

  #createIndex(): SearchIndex {
    return createIndex({
      fields: searchFields,
      facets: this.#facets,
      sortKeys: [...sortKeys, ...this.#sortFields],
      synonyms: [...this.#synonyms, ...this.#general],
    });
  }

  #document(record: PublishedRecord, vocabulary = this.#vocabulary()) {
    return searchDocument(this.#kinds.get(record.kind), record, vocabulary, this.#sortFields);
  }
}

function findIn(index: SearchIndex, sorts: SortOrders, query: SiteQuery, options: FindOptions): Found {
  const { limit, offset, counts = [], mark = [] } = options;
  // Everything, unsorted, is best seen newest first.
  const unsorted = query.q ? 'relevance' : (sorts.get('newest') ?? 'relevance');
  const result = index.search({
    query: query.q,
    filters: filtersOf(query),
    facets: counts,
    sort: sorts.get(query.sort) ?? unsorted,
    limit,
    offset,
    exact: query.exact,
    highlight: mark.length > 0 && query.q !== '' && { fields: mark, snippetLength: wholeText },
  });
  return foundFrom(result);
}

function filtersOf(query: SiteQuery): Record<string, readonly string[]> {
  const filters: Record<string, readonly string[]> = {};
  for (const [facet, values] of Object.entries(query.filters))
    if (values && values.length > 0) filters[facet] = values;
  if (query.kinds.length > 0) filters.kind = query.kinds;
  return filters;
}

function foundFrom(result: SearchResult): Found {
  return {
    total: result.total,
    hits: result.hits.map(({ id, highlights }) => ({
      id,
      marks: Object.fromEntries(
        Object.entries(highlights)
          .filter(([, { ranges }]) => ranges.length > 0)
          .map(([field, { snippet }]) => [field, snippet.fragments]),
      ),
    })),
    facets: Object.fromEntries(
      Object.entries(result.facets).map(([facet, counts]) => [
        facet,
        new Map(counts.map(({ value, count }) => [value, count])),
      ]),
    ),
    expansions: result.expanded.map(({ from, to }) => ({ from, to: [...to] })),
    relaxed: result.relaxed,
    suggestions: [...result.suggestions],
  };
}
