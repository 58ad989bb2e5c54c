import { corrections } from './corrections.ts';
import { textOf } from './documents.ts';
import { SearchError } from './errors.ts';
import { Evaluator, type Matches, type Wanted, type WeighedTerm } from './evaluate.ts';
import { expand } from './expand.ts';
import { type FacetCount, FacetCounter } from './facets.ts';
import { DEFAULT_SNIPPET_LENGTH, type FieldHighlight, highlightText } from './highlight.ts';
import { type LooseTerm, looseTerms } from './loose-terms.ts';
import { frequencyBound, termNumbers } from './match.ts';
import type { Pattern } from './patterns.ts';
import { parseQuery, type Query, type QueryPart } from './query.ts';
import type { Expansion, SearchHit, SearchRequest, SearchResult, SortOrder } from './search.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Synonyms } from './synonyms.ts';
import { type Candidate, TopHits } from './top-hits.ts';

/** Postings read at most for loose terms: some 15 ms of work. */
const MAX_LOOSE_POSTINGS = 3_000_000;

/** A part of a query with its patterns and its weight in this index. */
interface WeighedPart extends Wanted {
  readonly part: QueryPart;
}

interface Found {
  /** Matching documents before filters. */
  readonly matched: number;
  readonly total: number;
  readonly hits: readonly Candidate[];
  readonly facets: Record<string, FacetCount[]>;
}

/** Answers search requests on a store. */
export class Searcher {
  readonly #store: DocumentStore;
  readonly #synonyms: Synonyms;
  readonly #evaluator: Evaluator;

  constructor(store: DocumentStore, synonyms: Synonyms) {
    this.#store = store;
    this.#synonyms = synonyms;
    this.#evaluator = new Evaluator(store.schema, store.counts, store.statistics);
  }

  search(request: SearchRequest): SearchResult {
    const query = parseQuery(request.query ?? '', this.#synonyms);
    const isExact = request.exact ?? false;
    const parts = this.#weighParts(query.parts, isExact);
    const excluded = query.excluded.flatMap((part) => expand(part, this.#synonyms, true));
    const { found, relaxed } = this.#find(request, query, parts, excluded);
    const patterns = parts.flatMap((part) => part.patterns);
    return {
      total: found.total,
      hits: found.hits.map((hit) => this.#hit(hit, patterns, request)),
      facets: found.facets,
      suggestions: isExact ? [] : this.#corrected(query, parts),
      relaxed,
      expanded: this.#expansions(parts),
    };
  }

  #find(
    request: SearchRequest,
    query: Query,
    parts: readonly WeighedPart[],
    excluded: readonly Pattern[],
  ): { found: Found; relaxed: boolean } {
    if (parts.length === 0) {
      const isEverything = query.isBlank || excluded.length > 0;
      const find = (segment: Segment) => this.#evaluator.everything(segment, excluded);
      return { found: this.#collect(request, isEverything ? find : () => NOTHING), relaxed: false };
    }
    const isExact = request.exact ?? false;
    if (isExact || !query.isSentence) {
      const found = this.#collect(request, (segment) => this.#evaluator.all(segment, parts, excluded));
      if (isExact || found.matched > 0) return { found, relaxed: false };
    }
    const loose = this.#weighTerms(looseTerms(query));
    const found = this.#collect(request, (segment) => this.#evaluator.any(segment, parts, loose, excluded));
    return { found, relaxed: !query.isSentence && found.matched > 0 };
  }

  #collect(request: SearchRequest, find: (segment: Segment) => Matches): Found {
    const { schema, facetValues, segments } = this.#store;
    const counter = new FacetCounter(
      schema,
      facetValues,
      request.filters ?? {},
      request.facets ?? schema.facets,
    );
    const offset = Math.max(0, request.offset ?? 0);
    const limit = Math.max(0, request.limit ?? DEFAULT_LIMIT);
    const top = new TopHits(offset + limit, this.#order(request.sort ?? 'relevance'));
    let matched = 0;
    let total = 0;
    for (const [number, segment] of segments.entries()) {
      const { docs, scores } = find(segment);
      const { boosts } = segment.documents;
      matched += docs.length;
      for (let i = 0; i < docs.length; i++) {
        const doc = docs[i] as number;
        if (!counter.passes(segment, doc)) continue;
        total++;
        top.offer(number, doc, (scores[doc] as number) * (boosts[doc] as number));
      }
    }
    return { matched, total, hits: top.sorted().slice(offset), facets: counter.counts(schema) };
  }

  #order(sort: 'relevance' | SortOrder): (a: Candidate, b: Candidate) => boolean {
    const { segments, schema } = this.#store;
    const documentsOf = ({ segment }: Candidate) => (segments[segment] as Segment).documents;
    const idOf = (candidate: Candidate) => documentsOf(candidate).ids[candidate.doc] as string;
    const byScore = (a: Candidate, b: Candidate) =>
      a.score > b.score || (a.score === b.score && idOf(a) < idOf(b));
    if (sort === 'relevance') return byScore;
    const key = schema.sortKeys.indexOf(sort.by);
    if (key < 0) throw new SearchError('unknown-sort-key', `The index has no sort key "${sort.by}".`);
    const sortValue = (candidate: Candidate) =>
      documentsOf(candidate).sortValues[key]?.[candidate.doc] ?? null;
    const isDescending = sort.direction === 'descending';
    return (a, b) => {
      const x = sortValue(a);
      const y = sortValue(b);
      if (x === y) return byScore(a, b);
      if (x === null || y === null) return y === null;
      return x < y !== isDescending;
    };
  }

  #hit(
    { segment: number, doc, score }: Candidate,
    patterns: readonly Pattern[],
    request: SearchRequest,
  ): SearchHit {
    const { schema, segments } = this.#store;
    const { documents } = segments[number] as Segment;
    const highlights: Record<string, FieldHighlight> = {};
    if (request.highlight) {
      const options = request.highlight === true ? {} : request.highlight;
      for (const [field, name] of schema.fields.entries()) {
        if (options.fields && !options.fields.includes(name)) continue;
        const text = textOf(documents, doc * schema.fields.length + field);
        highlights[name] = highlightText(text, patterns, options.snippetLength ?? DEFAULT_SNIPPET_LENGTH);
      }
    }
    return { id: documents.ids[doc] as string, score, highlights };
  }

  #weighParts(parts: readonly QueryPart[], isExact: boolean): WeighedPart[] {
    return parts
      .map((part) => {
        const patterns = expand(part, this.#synonyms, isExact);
        // The rarest exact term tells most; where nothing is exact, the other forms stand for it.
        const [exact = 0, ...others] = patterns.map((pattern) => this.#frequency(pattern));
        const frequency = exact || Math.max(0, ...others);
        return { part, patterns, weight: this.#store.statistics.inverseFrequency(frequency) };
      })
      .filter(({ patterns }) => patterns.length > 0);
  }

  /** Weighs loose terms, rarest first; leaves out the most common where reading all would take too long. */
  #weighTerms(terms: readonly LooseTerm[]): WeighedTerm[] {
    const weighed = terms
      .map((term) => {
        const frequency = this.#termFrequency(term);
        return {
          ...term,
          frequency,
          weight: term.weight * this.#store.statistics.inverseFrequency(frequency),
        };
      })
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => a.frequency - b.frequency);
    let postings = 0;
    const affordable = weighed.findIndex(({ frequency }) => {
      postings += frequency;
      return postings > MAX_LOOSE_POSTINGS;
    });
    return affordable < 0 ? weighed : weighed.slice(0, affordable);
  }

  #termFrequency({ name }: LooseTerm): number {
    let frequency = 0;
    for (const segment of this.#store.segments) {
      for (const term of termNumbers(segment, name)) frequency += segment.documentFrequency(term);
    }
    return frequency;
  }

  /** How many documents can hold a pattern at most. */
  #frequency(pattern: Pattern): number {
    return this.#store.segments.reduce((sum, segment) => sum + frequencyBound(segment, pattern), 0);
  }

  #expansions(parts: readonly WeighedPart[]): Expansion[] {
    return parts.flatMap(({ part, patterns }) => {
      const to = patterns
        .filter((pattern) => pattern.origin === 'synonym' && this.#frequency(pattern) > 0)
        .map(({ label }) => label);
      return to.length > 0 ? [{ from: part.text, to }] : [];
    });
  }

  /** The query with each word that no document holds replaced by one that some do. */
  #corrected(query: Query, parts: readonly WeighedPart[]): string[] {
    const corrected = new Set<string>();
    for (const { part, patterns } of parts) {
      if (part.kind !== 'katakana' && part.kind !== 'word') continue;
      if (patterns.some((pattern) => this.#frequency(pattern) > 0)) continue;
      for (const word of corrections(part.folded, this.#store.vocabulary)) {
        corrected.add(query.text.slice(0, part.start) + word + query.text.slice(part.end));
      }
    }
    return [...corrected].slice(0, MAX_SUGGESTIONS);
  }
}

const DEFAULT_LIMIT = 10;
const MAX_SUGGESTIONS = 3;
const NOTHING: Matches = { docs: [], scores: new Float32Array(0) };
