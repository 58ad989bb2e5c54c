import { corrections } from './corrections.ts';
import { textOf } from './documents.ts';
import { SearchError } from './errors.ts';
import { Evaluator, type Matches } from './evaluate.ts';
import { type FacetCount, FacetCounter } from './facets.ts';
import { DEFAULT_SNIPPET_LENGTH, type FieldHighlight, highlightText } from './highlight.ts';
import type { Pattern } from './patterns.ts';
import { type PlannedPart, Planner } from './plan.ts';
import { parseQuery, type Query } from './query.ts';
import type { Expansion, SearchHit, SearchRequest, SearchResult, SortOrder } from './search.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Synonyms } from './synonyms.ts';
import { type Candidate, TopHits } from './top-hits.ts';

const DEFAULT_LIMIT = 10;
const MAX_SUGGESTIONS = 3;

/** Finds the matches in the segment of a number. */
type Find = (segment: Segment, number: number) => Matches | undefined;

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
    const planner = new Planner(this.#store.segments, this.#store.statistics, this.#synonyms);
    const parts = planner.parts(query, isExact);
    const { found, relaxed } = this.#find(request, query, planner, parts);
    const patterns = parts.flatMap((part) => part.patterns);
    return {
      total: found.total,
      hits: found.hits.map((hit) => this.#hit(hit, patterns, request)),
      facets: found.facets,
      suggestions: isExact ? [] : this.#corrected(query, parts),
      relaxed,
      expanded: expansionsOf(parts),
    };
  }

  #find(
    request: SearchRequest,
    query: Query,
    planner: Planner,
    parts: readonly PlannedPart[],
  ): { found: Found; relaxed: boolean } {
    const excluded = planner.excluded(query);
    if (parts.length === 0) {
      const isEverything = query.isBlank || query.excluded.length > 0;
      const everything: Find = (segment, number) =>
        this.#evaluator.everything(segment, excluded[number] ?? []);
      return { found: this.#collect(request, isEverything ? everything : () => undefined), relaxed: false };
    }
    const wantedIn = (number: number) => parts.flatMap(({ wanted }) => wanted[number] ?? []);
    const isExact = request.exact ?? false;
    if (isExact || !query.isSentence) {
      const found = this.#collect(request, (segment, number) =>
        this.#evaluator.all(segment, wantedIn(number), excluded[number] ?? []),
      );
      if (isExact || found.matched > 0) return { found, relaxed: false };
    }
    const terms = planner.terms(query);
    const found = this.#collect(request, (segment, number) =>
      this.#evaluator.any(segment, wantedIn(number), terms[number] ?? [], excluded[number] ?? []),
    );
    return { found, relaxed: !query.isSentence && found.matched > 0 };
  }

  #collect(request: SearchRequest, find: Find): Found {
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
      const matches = find(segment, number);
      if (!matches) continue;
      const { docs, count, scores } = matches;
      const { boosts } = segment.documents;
      matched += count;
      for (let i = 0; i < count; i++) {
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
    if (sort === 'relevance') return isMoreRelevant;
    const key = schema.sortKeys.indexOf(sort.by);
    if (key < 0) throw new SearchError('unknown-sort-key', `The index has no sort key "${sort.by}".`);
    const sortValue = (candidate: Candidate) =>
      documentsOf(candidate).sortValues[key]?.[candidate.doc] ?? null;
    const isDescending = sort.direction === 'descending';
    return (a, b) => {
      const x = sortValue(a);
      const y = sortValue(b);
      if (x === y) return isMoreRelevant(a, b);
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

  /** The query with each word that no document holds replaced by one that some do. */
  #corrected(query: Query, parts: readonly PlannedPart[]): string[] {
    const corrected = new Set<string>();
    for (const { part, patterns } of parts) {
      if (patterns.length > 0 || (part.kind !== 'katakana' && part.kind !== 'word')) continue;
      for (const word of corrections(part.folded, this.#store.vocabulary)) {
        corrected.add(query.text.slice(0, part.start) + word + query.text.slice(part.end));
      }
    }
    return [...corrected].slice(0, MAX_SUGGESTIONS);
  }
}

/** By score; documents of one score stay in the order they were added in. */
function isMoreRelevant(a: Candidate, b: Candidate): boolean {
  if (a.score !== b.score) return a.score > b.score;
  return a.segment !== b.segment ? a.segment < b.segment : a.doc < b.doc;
}

function expansionsOf(parts: readonly PlannedPart[]): Expansion[] {
  return parts.flatMap(({ part, patterns }) => {
    const to = patterns.filter(({ origin }) => origin === 'synonym').map(({ label }) => label);
    return to.length > 0 ? [{ from: part.text, to }] : [];
  });
}
