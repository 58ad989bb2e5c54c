import { setImmediate } from 'node:timers/promises';
import {
  createIndex,
  type Match,
  readSynonyms,
  type SearchHit,
  type SearchIndex,
  type SearchResult,
  type SortOrder,
  type SynonymGroup,
} from '@kakehashi/search';
import type { Language } from '../i18n/language.ts';
import { derivedOf } from '../publishing/derived.ts';
import { dataOf, type KindRegistry } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { ReadModelObserver } from '../read-model/read-model.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { vocabularyKind } from '../vocabulary/vocabulary-kind.ts';
import { ageNamed, nationwide, placeIn, regionFacet, withoutHow } from './query-meaning.ts';
import { reorder, reordered, reorderedBy } from './reorder.ts';
import { KnownWords } from './respelling.ts';
import {
  carriedValues,
  facetWords,
  searchDocument,
  searchFields,
  sortKeys,
  wordsThatDiffer,
} from './search-document.ts';
import { type SynonymsData, synonymsKind } from './synonyms-kind.ts';
import { TimeQueue } from './time-queue.ts';
import { WrittenForms } from './written-forms.ts';

/** An indexed text that lists show in full. */
export type MarkedField = 'title' | 'titleEn' | 'summary' | 'summaryEn';

/** A record's text with its matches marked; the segments joined are the text. */
export type MarkedText = readonly { text: string; marked: boolean }[];

export interface SiteQuery {
  q: string;
  filters: Readonly<Partial<Record<string, readonly string[]>>>;
  kinds: readonly string[];
  /** `relevance`, or the name of a sort given to the constructor. */
  sort: string;
  exact: boolean;
}

export interface FindOptions {
  limit: number;
  offset: number;
  /** Facets to count. */
  counts?: readonly string[];
  /** Texts in which to mark matches. */
  mark?: readonly MarkedField[];
  /** Of the page: titles in it come first. Default: Japanese. */
  language?: Language;
}

interface FoundRecord extends Pick<SearchHit, 'id' | 'match'> {
  marks: Readonly<Partial<Record<string, MarkedText>>>;
}

export interface Found {
  total: number;
  hits: FoundRecord[];
  facets: Readonly<Record<string, ReadonlyMap<string, number>>>;
  /** Query words for which synonyms were searched too. */
  expansions: { from: string; to: string[] }[];
  relaxed: boolean;
  suggestions: string[];
  /** The corrected query that was searched because nothing held the words as typed. */
  corrected?: string;
  /** The best record holds all words as typed, in some spelling or by a synonym. */
  holdsAll: boolean;
  /** No record holds enough of the words: those found are only near. */
  onlyNear: boolean;
  /** The place that was looked for, with what is for the whole country, since nothing there holds all words. */
  place?: string;
}

/** An editor's proposed change; absent parts stay as published. */
export interface SearchChange {
  synonyms?: SynonymsData;
  vocabulary?: Vocabulary;
}

/** Documents indexed before yielding to the event loop: a few milliseconds' work. */
const indexedAtOnce = 200;
/** Documents whose time has come that a search takes up before it answers; more are done in between requests. */
const dueAtOnce = 50;

/** A sort by a common key or by a field of a kind. */
export interface SearchSort {
  name: string;
  /** Absent: by relevance. */
  order?: SortOrder;
  ofField?: boolean;
}

/** Sorts available in every search. */
const commonSorts: readonly SearchSort[] = [
  { name: 'newest', order: { by: 'published', direction: 'descending' } },
  { name: 'confirmed', order: { by: 'confirmed', direction: 'descending' } },
  { name: 'title', order: { by: 'title', direction: 'ascending' } },
];

type SortOrders = ReadonlyMap<string, SortOrder | undefined>;

/** Titles and summaries are shown in full. */
const wholeText = 10_000;

/** Search over all listed records, kept up to date with the read model. */
export class SiteSearch implements ReadModelObserver {
  readonly #kinds: KindRegistry;
  readonly #facets: readonly string[];
  readonly #vocabulary: () => Vocabulary;
  /** The vocabulary the index was built with. */
  #words: Vocabulary;
  readonly #listed = new Map<string, PublishedRecord>();
  #index: SearchIndex;
  /** Synonyms of the language, besides the body's own list. */
  readonly general: readonly SynonymGroup[];
  readonly #written = new WrittenForms();
  readonly #known = new KnownWords();
  readonly #onFailure: (error: unknown) => void;
  #synonyms: SynonymGroup[] = [];
  #counts: Found['facets'] | undefined;
  readonly #sorts: SortOrders;
  /** Fields of kinds used for sorting. */
  readonly #sortFields: readonly string[];
  readonly #now: () => Date;
  /** Records whose derived values change with time, by the moment of the change. */
  readonly #due = new TimeQueue();
  #takingUpTime = false;

  /**
   * @param facets      names of the facets to filter and count by, besides `kind`
   * @param vocabulary  the currently published facet labels
   * @param general     synonyms of the language, besides the body's own list
   * @param sorts       sorts besides newest, last confirmed and title
   * @param onFailure   called if records could not be reindexed for a new vocabulary or the time; they keep
   *   their former values
   * @param now         the time that derived values follow
   */
  constructor(
    kinds: KindRegistry,
    facets: readonly string[],
    vocabulary: () => Vocabulary,
    general: readonly SynonymGroup[] = [],
    onFailure: (error: unknown) => void = console.error,
    sorts: readonly SearchSort[] = [],
    now: () => Date = () => new Date(),
  ) {
    this.#now = now;
    this.#sorts = new Map([...commonSorts, ...sorts].map(({ name, order }) => [name, order]));
    this.#sortFields = [
      ...new Set(sorts.flatMap(({ order, ofField }) => (order && ofField ? [order.by] : []))),
    ];
    this.#onFailure = onFailure;
    this.#vocabulary = vocabulary;
    this.#words = vocabulary();
    this.general = general;
    this.#kinds = kinds;
    this.#facets = ['kind', ...facets];
    this.#index = this.#createIndex();
  }

  /** Before the first visitor: what the first searches would otherwise pay for. */
  warmUp(): void {
    this.#index.warmUp();
  }

  /** A query of kana or romaji as its words are written in the published texts. */
  written(query: string): string | undefined {
    return this.#written.of(query);
  }

  /** A query with a long word of one wrong character as the body's own list knows it. */
  respelt(query: string): string | undefined {
    const isWord = (word: string) =>
      this.#index.search({ query: word, exact: true, limit: 0, facets: [] }).total > 0;
    return this.#known.respelt(query, isWord);
  }

  find(query: SiteQuery, options: FindOptions): Found {
    this.#takeUpTime();
    return this.#findIn(this.#index, query, options);
  }

  /**
   * Searches by what a query means where that is more than its words: ages and grades (13歳, 小3) are values of a facet;
   * and where no record holds the words as typed, places (札幌) are regions, and kana are the words that are read so.
   */
  #findIn(index: SearchIndex, query: SiteQuery, options: FindOptions): Found {
    const find = (other: Partial<SiteQuery>) => findIn(index, this.#sorts, { ...query, ...other }, options);
    if (query.exact || query.q === '') return find({});
    const vocabulary = this.#vocabulary();
    const aged = ageNamed(query.q, vocabulary);
    const byAge = aged === undefined ? undefined : find({ q: aged });
    if (byAge?.holdsAll) return byAge;
    const asked = find({});
    if (asked.holdsAll) return asked;
    const plain = withoutHow(query.q);
    const others = [
      byAge,
      this.#findRespelt(query, find),
      this.#findInPlace(query, find),
      this.#findAsWritten(query, find),
      plain === undefined ? undefined : find({ q: plain }),
    ];
    const found = others.find((other) => other && other.total > 0 && !other.onlyNear);
    if (found) return found;
    return sharesOnlyParts(query.q) || (plain !== undefined && sharesOnlyParts(plain))
      ? { ...asked, onlyNear: true }
      : asked;
  }

  #findInPlace({ q, filters }: SiteQuery, find: FindOther): Found | undefined {
    const place = filters[regionFacet]?.length ? undefined : placeIn(q, this.#vocabulary());
    if (!place) return undefined;
    const regions = [...place.regions, nationwide];
    const rest = ageNamed(place.rest, this.#vocabulary()) ?? place.rest;
    return { ...find({ q: rest, filters: { ...filters, [regionFacet]: regions } }), place: place.text };
  }

  #findAsWritten({ q }: SiteQuery, find: FindOther): Found | undefined {
    const written = this.written(q);
    if (written === undefined) return undefined;
    const found = find({ q: written });
    // Read one by one, common syllables are words of something else.
    return written.includes(' ') && !found.holdsAll ? undefined : { ...found, corrected: written };
  }

  #findRespelt({ q }: SiteQuery, find: FindOther): Found | undefined {
    const respelt = this.respelt(q);
    return respelt === undefined
      ? undefined
      : { ...find({ q: respelt }), holdsAll: false, corrected: respelt };
  }

  /**
   * A search with other synonyms or another vocabulary, without affecting visitors. With synonyms alone the
   * documents are shared; another vocabulary reindexes all of them in small batches so that requests are not
   * blocked.
   */
  async rehearse(change: SearchChange): Promise<Pick<SiteSearch, 'find'>> {
    this.#takeUpTime();
    const own = change.synonyms ? readSynonyms(change.synonyms.groups) : this.#synonyms;
    const synonyms = [...own, ...this.general];
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
    return { find: (query, options) => this.#findIn(index, query, options) };
  }

  /** Number of listed records by facet and value. */
  counts(): Found['facets'] {
    this.#takeUpTime();
    this.#counts ??= foundFrom(this.#index.search({ facets: this.#facets, limit: 0 })).facets;
    return this.#counts;
  }

  /** Completions of a search text. */
  suggest(prefix: string, maxSuggestions: number): string[] {
    return this.#index.suggest(prefix).slice(0, maxSuggestions);
  }

  onShown(records: PublishedRecord[]): void {
    this.#counts = undefined;
    this.#written.onShown(records);
    const synonyms = records.findLast(({ kind }) => kind === synonymsKind.name);
    const listed = records.filter(({ kind }) => this.#kinds.get(kind).listed);
    for (const record of listed) this.#listed.set(record.id, record);
    if (synonyms) {
      this.#known.read(dataOf(synonymsKind, synonyms).groups);
      this.#synonyms = readSynonyms(dataOf(synonymsKind, synonyms).groups);
      this.#index = this.#index.withSynonyms([...this.#synonyms, ...this.general]);
    }
    this.#index.add(listed.map((record) => this.#document(record)));
    if (records.some(({ kind }) => kind === vocabularyKind.name))
      this.#takeUpWords(new Set(listed.map(({ id }) => id))).catch(this.#onFailure);
  }

  onHidden(ids: string[]): void {
    this.#counts = undefined;
    for (const id of ids) {
      this.#listed.delete(id);
      this.#due.forget(id);
    }
    this.#index.remove(ids);
  }

  /**
   * Reindexes the records whose labels changed. Large numbers are done in batches so that requests are not
   * blocked; until then records are found by their former labels.
   */
  async #takeUpWords(upToDate: ReadonlySet<string>): Promise<void> {
    const now = this.#vocabulary();
    const differs = wordsThatDiffer(this.#words, now);
    this.#words = now;
    const at = this.#now();
    const isTouched = (record: PublishedRecord) =>
      carriedValues(this.#kinds.get(record.kind), record, at).some(([facet, values]) =>
        values.some((value) => differs(facet, value)),
      );
    const touched = [...this.#listed.values()]
      .filter((record) => !upToDate.has(record.id) && isTouched(record))
      .map(({ id }) => id);
    for (let start = 0; start < touched.length; start += indexedAtOnce) {
      if (start > 0) await setImmediate();
      const some = touched.slice(start, start + indexedAtOnce).flatMap((id) => this.#listed.get(id) ?? []);
      this.#index.change(
        some.map((record) =>
          facetWords(this.#kinds.get(record.kind), record, this.#vocabulary(), this.#now()),
        ),
      );
      this.#counts = undefined;
    }
  }

  /**
   * Reindexes records whose derived values have changed with time. A few at once, so that what is asked right
   * after midnight is right; where many change at the same moment, the rest in batches between requests.
   */
  #takeUpTime(): void {
    const now = this.#now();
    if (!this.#due.isDue(now)) return;
    this.#reindex(this.#due.take(now, dueAtOnce), now);
    if (this.#takingUpTime || !this.#due.isDue(now)) return;
    this.#takingUpTime = true;
    this.#takeUpRest()
      .catch(this.#onFailure)
      .finally(() => {
        this.#takingUpTime = false;
      });
  }

  async #takeUpRest(): Promise<void> {
    for (;;) {
      await setImmediate();
      const now = this.#now();
      const due = this.#due.take(now, dueAtOnce);
      if (due.length === 0) return;
      this.#reindex(due, now);
    }
  }

  #reindex(ids: readonly string[], at: Date): void {
    const records = ids.flatMap((id) => this.#listed.get(id) ?? []);
    this.#counts = undefined;
    this.#index.change(
      records.map((record) => {
        const kind = this.#kinds.get(record.kind);
        const sortKeys = derivedOf(kind, record, at)?.sortKeys;
        // A sort key that is gone has to be taken out of the index.
        const gone = Object.fromEntries((kind.derived?.sortKeys ?? []).map((key) => [key, undefined]));
        this.#await(record, at);
        return { ...facetWords(kind, record, this.#vocabulary(), at), sortKeys: { ...gone, ...sortKeys } };
      }),
    );
  }

  /** Remembers when a record's derived values change. */
  #await(record: PublishedRecord, at: Date): void {
    const until = derivedOf(this.#kinds.get(record.kind), record, at)?.until;
    if (until) this.#due.add(record.id, until);
    else this.#due.forget(record.id);
  }

  #createIndex(): SearchIndex {
    return createIndex({
      fields: searchFields,
      facets: this.#facets,
      sortKeys: [...sortKeys, ...this.#sortFields],
      synonyms: [...this.#synonyms, ...this.general],
    });
  }

  #document(record: PublishedRecord, vocabulary = this.#vocabulary()) {
    const now = this.#now();
    const kind = this.#kinds.get(record.kind);
    if (kind.derived) this.#await(record, now);
    return searchDocument(kind, record, vocabulary, this.#sortFields, now);
  }
}

/** Syllables one by one, and a word of two kanji words, mean nothing by one part alone: 確定申告 by 申告. */
function sharesOnlyParts(query: string): boolean {
  return /^[ぁ-ゖー]+(?:\s+[ぁ-ゖー]+)+$/u.test(query) || /^\p{Script=Han}{4}$/u.test(query);
}

/** Least share of a query's words, by rarity, that a record must hold to be an answer. */
const leastShare = 0.45;

const incomplete: ReadonlySet<Match | undefined> = new Set(['words', 'pieces', 'correction']);

type FindOther = (other: Partial<SiteQuery>) => Found;

function findIn(index: SearchIndex, sorts: SortOrders, query: SiteQuery, options: FindOptions): Found {
  const { limit, offset, counts = [], mark = [], language = 'ja' } = options;
  // Without a query, sort by newest.
  const unsorted = query.q ? 'relevance' : (sorts.get('newest') ?? 'relevance');
  const sort = sorts.get(query.sort) ?? unsorted;
  const isReordered = sort === 'relevance' && query.q !== '' && limit > 0 && offset < reordered;
  const marked = isReordered ? [...new Set([...mark, ...reorderedBy])] : mark;
  const searched = index.search({
    query: query.q,
    filters: filtersOf(query),
    facets: counts,
    sort,
    limit: isReordered ? Math.max(reordered, offset + limit) : limit,
    offset: isReordered ? 0 : offset,
    exact: query.exact,
    wordsOnly: true,
    highlight: marked.length > 0 && query.q !== '' && { fields: marked, snippetLength: wholeText },
  });
  const hits = isReordered
    ? [...reorder(searched.hits.slice(0, reordered), language), ...searched.hits.slice(reordered)]
    : searched.hits;
  const result = isReordered ? { ...searched, hits: hits.slice(offset, offset + limit) } : searched;
  const { suggestions } = result;
  // The right spelling of a word that is nowhere helps nobody.
  const finding = suggestions.filter((text) => {
    const other = index.search({ query: text, limit: 0, facets: [] });
    return other.total > 0 && !other.relaxed;
  });
  return foundFrom({ ...result, suggestions: finding }, mark);
}

function filtersOf(query: SiteQuery): Record<string, readonly string[]> {
  const filters: Record<string, readonly string[]> = {};
  for (const [facet, values] of Object.entries(query.filters))
    if (values && values.length > 0) filters[facet] = values;
  if (query.kinds.length > 0) filters.kind = query.kinds;
  return filters;
}

function foundFrom(result: SearchResult, marked: readonly string[] = []): Found {
  const { match, share = 1 } = result.best ?? {};
  const holdsAll = result.best !== undefined && !incomplete.has(match);
  return {
    holdsAll,
    onlyNear: match === 'pieces' || (match === 'words' && share < leastShare),
    total: result.total,
    hits: result.hits.map(({ id, match, highlights }) => ({
      id,
      match,
      marks: Object.fromEntries(
        Object.entries(highlights)
          .filter(([name, { ranges }]) => ranges.length > 0 && marked.includes(name))
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
    ...(result.corrected !== undefined && { corrected: result.corrected }),
  };
}
