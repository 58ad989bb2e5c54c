import { textOf } from './documents.ts';
import { SearchError } from './errors.ts';
import { Evaluator, type Matches, type Wanted, type WeighedTerm } from './evaluate.ts';
import { expand } from './expand.ts';
import { FacetCounter, FacetValues } from './facets.ts';
import { FieldCounts } from './field-counts.ts';
import { DEFAULT_SNIPPET_LENGTH, type FieldHighlight, highlightText } from './highlight.ts';
import { type LooseTerm, looseTerms } from './loose-terms.ts';
import { frequencyBound, termNumbers } from './match.ts';
import { mergeSegments, segmentsToMerge } from './merge.ts';
import type { Pattern } from './patterns.ts';
import { parseQuery } from './query.ts';
import { Statistics } from './rank.ts';
import { type IndexOptions, readSchema, type Schema, type SearchDocument } from './schema.ts';
import type { Expansion, SearchHit, SearchRequest, SearchResult, SortOrder } from './search.ts';
import type { Segment } from './segment.ts';
import { type PreparedDocument, SegmentBuilder } from './segment-builder.ts';
import { Synonyms } from './synonyms.ts';
import { type Candidate, TopHits } from './top-hits.ts';

/** Postings read at most for loose terms: some 15 ms of work. */
const MAX_LOOSE_POSTINGS = 3_000_000;

interface Location {
  readonly segment: Segment;
  readonly doc: number;
}

export class SearchIndex {
  readonly #schema: Schema;
  readonly #counts: FieldCounts;
  readonly #statistics: Statistics;
  readonly #facetValues: FacetValues;
  readonly #synonyms: Synonyms;
  readonly #evaluator: Evaluator;
  #segments: Segment[] = [];
  readonly #locations = new Map<string, Location>();

  constructor(options: IndexOptions) {
    this.#schema = readSchema(options);
    this.#counts = new FieldCounts(this.#schema.fields.length);
    this.#statistics = new Statistics(this.#schema.fields.length);
    this.#facetValues = new FacetValues(this.#schema.facets);
    this.#synonyms = new Synonyms(options.synonyms ?? []);
    this.#evaluator = new Evaluator(this.#schema, this.#counts, this.#statistics);
  }

  /** How many documents the index holds. */
  get size(): number {
    return this.#locations.size;
  }

  /** Adds documents; one whose id is known replaces the old one. */
  add(documents: Iterable<SearchDocument>): void {
    const builder = new SegmentBuilder(this.#counts, this.#schema.sortKeys.length);
    const pending = new Map<string, SearchDocument>();
    const flush = () => {
      for (const document of pending.values()) builder.add(this.#prepare(document));
      pending.clear();
      if (builder.count > 0) this.#open(builder.finish());
    };
    for (const document of documents) {
      this.#forget(document.id);
      if (pending.has(document.id)) {
        pending.set(document.id, document);
        continue;
      }
      pending.set(document.id, document);
      if (pending.size >= 512) {
        for (const waiting of pending.values()) {
          builder.add(this.#prepare(waiting));
          if (builder.isFull) this.#open(builder.finish());
        }
        pending.clear();
      }
    }
    flush();
    this.#merge();
  }

  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#forget(id);
    this.#merge();
  }

  search(request: SearchRequest): SearchResult {
    const query = parseQuery(request.query ?? '', this.#synonyms);
    const isExact = request.exact ?? false;
    const wanted = query.parts
      .map((part) => ({ part, patterns: expand(part, this.#synonyms, isExact) }))
      .filter(({ patterns }) => patterns.length > 0);
    const excluded = query.excluded.flatMap((part) => expand(part, this.#synonyms, true));
    const weights = wanted.map((part) => this.#weightOf(part));
    const isEverything = wanted.length === 0 && (query.isBlank || excluded.length > 0);
    const findAll = (segment: Segment) =>
      isEverything
        ? this.#evaluator.everything(segment, excluded)
        : this.#evaluator.all(segment, wanted, weights, excluded);
    const loose = () => this.#weigh(looseTerms(query));
    const findAny = () => {
      const terms = loose();
      return (segment: Segment) => this.#evaluator.any(segment, wanted, weights, terms, excluded);
    };
    const findNothing = () => ({ docs: [], scores: new Float32Array(0) });
    let found: Found;
    let relaxed = false;
    if (wanted.length === 0 && !isEverything) found = this.#collect(request, findNothing);
    else if (query.isSentence && !isExact) found = this.#collect(request, findAny());
    else {
      found = this.#collect(request, findAll);
      if (found.matched === 0 && !isExact && wanted.length > 0) {
        found = this.#collect(request, findAny());
        relaxed = found.matched > 0;
      }
    }
    const patterns = wanted.flatMap((part) => part.patterns);
    return {
      total: found.total,
      hits: found.hits.map((hit) => this.#hit(hit, patterns, request)),
      facets: found.facets,
      suggestions: [],
      relaxed,
      expanded: this.#expansions(wanted),
    };
  }

  #collect(request: SearchRequest, find: (segment: Segment) => Matches): Found {
    const counter = new FacetCounter(
      this.#schema,
      this.#facetValues,
      request.filters ?? {},
      request.facets ?? this.#schema.facets,
    );
    const offset = Math.max(0, request.offset ?? 0);
    const limit = Math.max(0, request.limit ?? 10);
    const top = new TopHits(offset + limit, this.#order(request.sort ?? 'relevance'));
    let matched = 0;
    let total = 0;
    for (const [number, segment] of this.#segments.entries()) {
      const { docs, scores } = find(segment);
      matched += docs.length;
      const { boosts } = segment.documents;
      for (let i = 0; i < docs.length; i++) {
        const doc = docs[i] as number;
        if (!counter.passes(segment, doc)) continue;
        total++;
        top.offer(number, doc, (scores[doc] as number) * (boosts[doc] as number));
      }
    }
    return { matched, total, hits: top.sorted().slice(offset), facets: counter.counts(this.#schema) };
  }

  #order(sort: 'relevance' | SortOrder): (a: Candidate, b: Candidate) => boolean {
    const idOf = ({ segment, doc }: Candidate) => this.#segments[segment]?.documents.ids[doc] as string;
    const byScore = (a: Candidate, b: Candidate) =>
      a.score > b.score || (a.score === b.score && idOf(a) < idOf(b));
    if (sort === 'relevance') return byScore;
    const key = this.#schema.sortKeys.indexOf(sort.by);
    if (key < 0) throw new SearchError('unknown-sort-key', `The index has no sort key "${sort.by}".`);
    const valueOf = ({ segment, doc }: Candidate) =>
      this.#segments[segment]?.documents.sortValues[key]?.[doc] ?? null;
    const sign = sort.direction === 'descending' ? -1 : 1;
    return (a, b) => {
      const x = valueOf(a);
      const y = valueOf(b);
      if (x === y) return byScore(a, b);
      if (x === null || y === null) return y === null;
      return (x < y ? -1 : 1) === sign;
    };
  }

  #hit(
    { segment: number, doc, score }: Candidate,
    patterns: readonly Pattern[],
    request: SearchRequest,
  ): SearchHit {
    const segment = this.#segments[number] as Segment;
    const highlights: Record<string, FieldHighlight> = {};
    if (request.highlight) {
      const options = request.highlight === true ? {} : request.highlight;
      for (const [field, name] of this.#schema.fields.entries()) {
        if (options.fields && !options.fields.includes(name)) continue;
        const text = textOf(segment.documents, doc * this.#schema.fields.length + field);
        highlights[name] = highlightText(text, patterns, options.snippetLength ?? DEFAULT_SNIPPET_LENGTH);
      }
    }
    return { id: segment.documents.ids[doc] as string, score, highlights };
  }

  /** How much a part tells: by its rarest exact term, or by its other forms where it has no exact one. */
  #weightOf({ patterns }: Wanted): number {
    const frequencies = patterns.map((pattern) =>
      this.#segments.reduce((sum, segment) => sum + frequencyBound(segment, pattern), 0),
    );
    const frequency = frequencies[0] || Math.max(0, ...frequencies.slice(1));
    return this.#statistics.inverseFrequency(frequency);
  }

  /** Gives loose terms their weights and leaves out the most common where all would take too long. */
  #weigh(terms: readonly LooseTerm[]): WeighedTerm[] {
    let budget = MAX_LOOSE_POSTINGS;
    return terms
      .map((term) => {
        const frequency = this.#segments.reduce((sum, segment) => sum + termNumbers(segment, term.name).reduce((s, t) => s + segment.documentFrequency(t), 0), 0);
        return { ...term, frequency, weight: term.weight * this.#statistics.inverseFrequency(frequency) };
      })
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => a.frequency - b.frequency)
      .filter(({ frequency }) => (budget -= frequency) >= 0);
  }

  #expansions(wanted: readonly (Wanted & { part: { text: string } })[]): Expansion[] {
    return wanted.flatMap(({ part, patterns }) => {
      const to = patterns
        .filter((pattern) => pattern.origin === 'synonym')
        .filter((pattern) => this.#segments.some((segment) => frequencyBound(segment, pattern) > 0))
        .map(({ text }) => text);
      return to.length > 0 ? [{ from: part.text, to }] : [];
    });
  }

  #prepare(document: SearchDocument): PreparedDocument {
    const { fields, facets, sortKeys } = this.#schema;
    return {
      id: document.id,
      texts: fields.map((field) => document.fields[field] ?? ''),
      boost: document.boost ?? 1,
      sortValues: sortKeys.map((key) => document.sortKeys?.[key] ?? null),
      facets: facets.map((name, facet) => {
        const values = document.facets?.[name] ?? [];
        const list = typeof values === 'string' ? [values] : [...new Set(values)];
        return list.map((value) => this.#facetValues.intern(facet, value));
      }),
    };
  }

  #open(segment: Segment): void {
    this.#segments.push(segment);
    for (let doc = 0; doc < segment.count; doc++) {
      this.#locations.set(segment.documents.ids[doc] as string, { segment, doc });
      this.#statistics.add(segment, doc, 1);
    }
  }

  #forget(id: string): void {
    const location = this.#locations.get(id);
    if (!location) return;
    this.#statistics.add(location.segment, location.doc, -1);
    location.segment.remove(location.doc);
    this.#locations.delete(id);
  }

  #merge(): void {
    for (;;) {
      const merging = segmentsToMerge(this.#segments);
      if (merging.length === 0) return;
      const merged = mergeSegments(merging, this.#schema, this.#counts);
      this.#segments = this.#segments.filter((segment) => !merging.includes(segment));
      if (merged.count === 0) continue;
      this.#segments.push(merged);
      for (let doc = 0; doc < merged.count; doc++) {
        this.#locations.set(merged.documents.ids[doc] as string, { segment: merged, doc });
      }
    }
  }
}

interface Found {
  /** Before filters. */
  readonly matched: number;
  readonly total: number;
  readonly hits: readonly Candidate[];
  readonly facets: Record<string, { value: string; count: number }[]>;
}
