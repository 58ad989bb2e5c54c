import { fold } from './fold.ts';
import { type DocumentChange, type IndexOptions, readSchema, type SearchDocument } from './schema.ts';
import type { SearchRequest, SearchResult } from './search.ts';
import { Searcher } from './searcher.ts';
import { readSnapshot, writeSnapshot } from './snapshot.ts';
import { DocumentStore } from './store.ts';
import { type SynonymGroup, Synonyms } from './synonyms.ts';

/** A full-text index in memory. */
export class SearchIndex {
  readonly #store: DocumentStore;
  readonly #synonyms: Synonyms;
  readonly #searcher: Searcher;

  constructor(store: DocumentStore, synonyms: Synonyms) {
    this.#store = store;
    this.#synonyms = synonyms;
    this.#searcher = new Searcher(store, synonyms);
  }

  /** How many documents the index holds. */
  get size(): number {
    return this.#store.size;
  }

  /** Adds documents; replaces those with a known id. */
  add(documents: Iterable<SearchDocument>): void {
    this.#store.add(documents);
  }

  /** Changes parts of documents; unknown ids are ignored. Costs less than to make each document anew and add it. */
  change(changes: Iterable<DocumentChange>): void {
    this.#store.change(changes);
  }

  /** Removes the documents with these ids; unknown ids are ignored. */
  remove(ids: Iterable<string>): void {
    this.#store.remove(ids);
  }

  search(request: SearchRequest): SearchResult {
    return this.#searcher.search(request);
  }

  /**
   * Runs what the first queries would otherwise pay for: the norms of all documents, and code that is compiled once it
   * has been used. Takes about as long as some hundred queries.
   */
  warmUp(): void {
    for (let round = 0; round < WARM_UP_ROUNDS; round++)
      for (const query of WARM_UP_QUERIES) this.search({ query: query + ' '.repeat(round), highlight: true });
  }

  /** Completions of the prefix's last word, most frequent first. */
  suggest(prefix: string, limit = 8): string[] {
    const [last = ''] = /\S*$/u.exec(prefix.slice(0, MAX_PREFIX_LENGTH)) ?? [];
    const folded = fold(last);
    if (folded === '') return [];
    const before = prefix.slice(0, prefix.length - last.length);
    return this.#store.vocabulary.beginningWith(folded, limit).map((word) => before + word);
  }

  /**
   * An index of the same documents with other synonyms. Shares the data: both see documents added to or removed
   * from either.
   */
  withSynonyms(groups: readonly SynonymGroup[]): SearchIndex {
    return new SearchIndex(this.#store, new Synonyms(groups));
  }

  /** Serialises the index; `fromSnapshot` restores it without indexing the documents again. */
  toSnapshot(): Uint8Array<ArrayBuffer> {
    const { schema, facetValues, vocabulary, segments } = this.#store;
    return writeSnapshot({
      schema,
      synonyms: this.#synonyms.groups,
      facetValues: facetValues.values,
      words: [...vocabulary.words],
      compounds: [...vocabulary.compounds],
      segments,
    });
  }
}

const MAX_PREFIX_LENGTH = 200;
const WARM_UP_ROUNDS = 8;
/** Of every sort that is read in its own way: words, sentences, misspelt words, and texts cut in pieces. */
const WARM_UP_QUERIES = [
  '情報 セキュリティ',
  'パスワードを使い回すと何が危ないですか',
  'ランサムウエヤ phising 詐偽',
  'I was hacked',
  '情報 を守 るた めに は何 をす れば よい です か装 置の 設定 と対 策を 確認 する 方法',
];

export function createIndex(options: IndexOptions): SearchIndex {
  return new SearchIndex(new DocumentStore(readSchema(options)), new Synonyms(options.synonyms ?? []));
}

/** @throws SearchError `snapshot-format` where the bytes are not a snapshot this version can read. */
export function fromSnapshot(
  snapshot: Uint8Array,
  options: { readonly synonyms?: readonly SynonymGroup[] } = {},
): SearchIndex {
  const state = readSnapshot(snapshot);
  const store = new DocumentStore(state.schema, state.facetValues);
  for (const [key, word] of state.words) store.vocabulary.words.set(key, word);
  for (const [key, word] of state.compounds) store.vocabulary.compounds.set(key, word);
  for (const segment of state.segments) store.open(segment);
  return new SearchIndex(store, new Synonyms(options.synonyms ?? state.synonyms));
}
