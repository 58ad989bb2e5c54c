import { SearchError } from './errors.ts';
import type { Matches } from './evaluate.ts';
import { type FacetCount, FacetCounter, PASSES } from './facets.ts';
import { type Evidence, isMoreRelevant, REORDERED, reordered, tells } from './reorder.ts';
import type { SearchRequest, SortOrder } from './search.ts';
import { MAX_SEGMENT_DOCUMENTS, type Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import { type Candidate, TopHits } from './top-hits.ts';

const DEFAULT_LIMIT = 10;
/** How many of the best are looked at to tell how well a query is answered. */
const LOOKED_AT = 3;

/** Room that one search after another uses. */
const verdicts = new Int16Array(MAX_SEGMENT_DOCUMENTS);

export interface Gathered {
  /** Matching documents before filters. */
  readonly matched: number;
  readonly total: number;
  readonly hits: readonly Candidate[];
  /** The best of all, whichever page is asked for. */
  readonly first: readonly Candidate[];
  readonly facets: Record<string, FacetCount[]>;
}

/** The matches in the segment of a number; undefined for none. */
export type MatchesIn = (segment: Segment, number: number) => Matches | undefined;

/**
 * Filters, counts and orders the matches of all segments.
 * @param evidence  used to reorder the best matches
 */
export function gather(
  store: DocumentStore,
  request: SearchRequest,
  matchesIn: MatchesIn,
  evidence: Evidence = {},
): Gathered {
  const { schema, facetValues, segments } = store;
  const counter = new FacetCounter(
    schema,
    facetValues,
    request.filters ?? {},
    request.facets ?? schema.facets,
    verdicts,
  );
  const { offset, end } = pageOf(request);
  const sort = request.sort ?? 'relevance';
  const isReordered = sort === 'relevance' && tells(evidence);
  const key = keyOf(store, sort);
  const order = sort === 'relevance' ? isMoreRelevant : byKey(sort.direction === 'descending');
  const top = new TopHits(Math.max(end, isReordered ? REORDERED : LOOKED_AT), order);
  let matched = 0;
  let total = 0;
  for (const [number, segment] of segments.entries()) {
    const matches = matchesIn(segment, number);
    if (!matches) continue;
    const { docs, count, scores } = matches;
    const { boosts, sortValues } = segment.documents;
    const keys = key === undefined ? undefined : sortValues[key];
    matched += count;
    const judged = counter.judge(segment, docs, count);
    for (let i = 0; i < count; i++) {
      if (judged[i] !== PASSES) continue;
      const doc = docs[i] as number;
      total++;
      top.offer(number, doc, (scores[i] as number) * (boosts[doc] as number), keys?.[doc] ?? null);
    }
  }
  const sorted = top.sorted();
  const hits = isReordered ? reordered(store, sorted, evidence) : sorted;
  return {
    matched,
    total,
    hits: hits.slice(offset, end),
    first: hits.slice(0, LOOKED_AT),
    facets: counter.counts(schema),
  };
}

function pageOf({ offset = 0, limit = DEFAULT_LIMIT }: SearchRequest): { offset: number; end: number } {
  const start = Math.max(0, Math.floor(offset) || 0);
  return { offset: start, end: start + Math.max(0, Math.floor(limit) || 0) };
}

/** Index of the sort key; undefined for relevance. */
function keyOf({ schema }: DocumentStore, sort: 'relevance' | SortOrder): number | undefined {
  if (sort === 'relevance') return undefined;
  const key = schema.sortKeys.indexOf(sort.by);
  if (key < 0) throw new SearchError('unknown-sort-key', `The index has no sort key "${sort.by}".`);
  return key;
}

function byKey(isDescending: boolean): (a: Candidate, b: Candidate) => boolean {
  return (a, b) => {
    if (a.key === b.key) return isMoreRelevant(a, b);
    // Documents without a value come last in either direction.
    if (a.key === null || b.key === null) return b.key === null;
    return a.key < b.key !== isDescending;
  };
}
