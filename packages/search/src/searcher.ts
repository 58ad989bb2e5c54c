import { corrections } from './corrections.ts';
import { textOf } from './documents.ts';
import { SearchError } from './errors.ts';
import { Evaluator, type Matches } from './evaluate.ts';
import { type FacetCount, FacetCounter } from './facets.ts';
import { DEFAULT_SNIPPET_LENGTH, type FieldHighlight, highlightText } from './highlight.ts';
import type { Pattern } from './patterns.ts';
import { type PlannedPart, Planner } from './plan.ts';
import { Proximity } from './proximity.ts';
import { parseQuery, type Query } from './query.ts';
import type { Expansion, SearchHit, SearchRequest, SearchResult, SortOrder } from './search.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Synonyms } from './synonyms.ts';
import { type Candidate, TopHits } from './top-hits.ts';

const DEFAULT_LIMIT = 10;
/** So many of the best documents are put in order anew by how near their words stand. */
const NEARNESS_WINDOW = 64;
const MAX_SUGGESTIONS = 3;

/**
 * Where documents need not hold every word, those with less than this share of the best score are left out:
 * they hold a piece of a word or one of the least telling.
 */
const LEAST_SHARE = 0.2;

/** The matches in the segment of a number. */
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
      const found = this.#collect(
        request,
        (segment, number) => this.#evaluator.all(segment, wantedIn(number), excluded[number] ?? []),
        parts,
      );
      if (isExact || found.matched > 0) return { found, relaxed: false };
    }
    const terms = planner.terms(query);
    const matches = this.#store.segments.map((segment, number) =>
      copyOf(
        this.#evaluator.any(segment, wantedIn(number), terms[number] ?? [], excluded[number] ?? []),
        segment,
      ),
    );
    const least = LEAST_SHARE * Math.max(0, ...matches.map(bestScore));
    const found = this.#collect(request, (_, number) => scoringAtLeast(least, matches[number]));
    return { found, relaxed: !query.isSentence && found.matched > 0 };
  }

  /** Gathers the matches of all segments; orders the best by nearness too where `parts` are given. */
  #collect(request: SearchRequest, find: Find, parts: readonly PlannedPart[] = []): Found {
    const { schema, facetValues, segments } = this.#store;
    const counter = new FacetCounter(
      schema,
      facetValues,
      request.filters ?? {},
      request.facets ?? schema.facets,
    );
    const offset = Math.max(0, request.offset ?? 0);
    const limit = Math.max(0, request.limit ?? DEFAULT_LIMIT);
    const ordersByNearness = parts.length > 1 && (request.sort ?? 'relevance') === 'relevance';
    const kept = ordersByNearness ? Math.max(offset + limit, NEARNESS_WINDOW) : offset + limit;
    const top = new TopHits(kept, this.#order(request.sort ?? 'relevance'));
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
    const sorted = top.sorted();
    const hits = ordersByNearness ? this.#byNearness(sorted, parts) : sorted;
    return { matched, total, hits: hits.slice(offset, offset + limit), facets: counter.counts(schema) };
  }

  /** The candidates, best first; the first of them gain by how near the parts of the query stand in them. */
  #byNearness(candidates: readonly Candidate[], parts: readonly PlannedPart[]): Candidate[] {
    const window = candidates.slice(0, NEARNESS_WINDOW);
    for (const [number, group] of Map.groupBy(window, ({ segment }) => segment)) {
      const segment = this.#store.segments[number] as Segment;
      const proximity = new Proximity(
        segment,
        parts.flatMap(({ wanted }) => wanted[number] ?? []),
      );
      for (const candidate of group.sort((a, b) => a.doc - b.doc)) {
        candidate.score +=
          proximity.bonus(candidate.doc) * (segment.documents.boosts[candidate.doc] as number);
      }
    }
    window.sort((a, b) => (isMoreRelevant(a, b) ? -1 : 1));
    return [...window, ...candidates.slice(NEARNESS_WINDOW)];
  }

  #order(sort: 'relevance' | SortOrder): (a: Candidate, b: Candidate) => boolean {
    const { segments, schema } = this.#store;
    const documentsOf = ({ segment }: Candidate) => (segments[segment] as Segment).documents;
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

/** A result of the evaluator that outlives the next evaluation. */
function copyOf({ docs, count, scores }: Matches, segment: Segment): Matches {
  return { docs: docs.slice(0, count), count, scores: scores.slice(0, segment.count) };
}

function bestScore({ docs, count, scores }: Matches): number {
  let best = 0;
  for (let i = 0; i < count; i++) best = Math.max(best, scores[docs[i] as number] as number);
  return best;
}

function scoringAtLeast(least: number, matches: Matches | undefined): Matches | undefined {
  if (!matches) return undefined;
  const { scores } = matches;
  const docs = matches.docs.filter((doc) => (scores[doc] as number) >= least);
  return { docs, count: docs.length, scores };
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
