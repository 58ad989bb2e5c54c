import { expectedAnswers } from './answers.ts';
import { Corrector } from './corrections.ts';
import { textOf } from './documents.ts';
import { Evaluator, type Matches, type WantedPart, type WantedTerm } from './evaluate.ts';
import { fold } from './fold.ts';
import { type Gathered, gather } from './gather.ts';
import { DEFAULT_SNIPPET_LENGTH, type FieldHighlight, highlightText } from './highlight.ts';
import { type Mark, marksOf, pieceMarks } from './marks.ts';
import type { PlannedPart, Planner } from './plan.ts';
import { PlannedQueries } from './planned-queries.ts';
import type { Query } from './query.ts';
import type { ResolvedPattern } from './resolve.ts';
import type { Expansion, SearchHit, SearchRequest, SearchResult } from './search.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Synonyms } from './synonyms.ts';
import type { Candidate } from './top-hits.ts';

const MAX_SUGGESTIONS = 3;
/** Looking for one correction takes up to a millisecond. */
const MAX_CORRECTED_WORDS = 3;

/**
 * Where documents need not hold every word, those with less than this share of the best score are left out:
 * they hold a piece of a word, or the word that tells least.
 */
const LEAST_SHARE = 0.2;

interface Found extends Gathered {
  /** Whether every document found holds all parts of the query. */
  readonly holdsAll: boolean;
}

/** Answers search requests on a store. */
export class Searcher {
  readonly #store: DocumentStore;
  readonly #planned: PlannedQueries;
  readonly #evaluator: Evaluator;
  readonly #corrector: Corrector;

  constructor(store: DocumentStore, synonyms: Synonyms) {
    this.#store = store;
    this.#planned = new PlannedQueries(store, synonyms);
    this.#evaluator = new Evaluator(store.schema, store.counts, store.statistics);
    this.#corrector = new Corrector(store.vocabulary);
  }

  search(request: SearchRequest): SearchResult {
    const isExact = request.exact ?? false;
    const { query, planner, parts } = this.#planned.plan(request.query ?? '', isExact);
    const found = this.#find(request, query, planner, parts);
    const marks = marksOf(parts.flatMap((part) => part.patterns));
    if (!found.holdsAll) marks.push(...pieceMarks(query.parts));
    return {
      total: found.total,
      hits: found.hits.map((hit) => this.#hit(hit, marks, request)),
      facets: found.facets,
      suggestions: isExact ? [] : this.#corrected(query, parts),
      relaxed: !found.holdsAll && !query.isSentence && found.matched > 0,
      expanded: expansionsOf(parts),
    };
  }

  /** All words first; any words where that finds nothing, and for sentences at once. */
  #find(request: SearchRequest, query: Query, planner: Planner, parts: readonly PlannedPart[]): Found {
    const excluded = planner.excluded(query);
    const isExact = request.exact ?? false;
    if (parts.length === 0) {
      const isEverything = query.isBlank || query.excluded.length > 0;
      const found = gather(this.#store, request, (segment, number) =>
        isEverything ? this.#evaluator.everything(segment, excluded[number] ?? []) : undefined,
      );
      return { ...found, holdsAll: true };
    }
    if (isExact || !query.isSentence) {
      const found = this.#gatherAll(request, query, parts, excluded, planner.phrases(query));
      if (isExact || found.matched > 0) return { ...found, holdsAll: true };
      // Words may be given up; what was put in quotes may not.
      const quoted = parts.filter(({ part }) => part.kind === 'phrase');
      if (quoted.length > 0)
        return { ...this.#gatherAll(request, query, quoted, excluded, []), holdsAll: false };
    }
    const wanted = this.#wanted(planner.affordable(parts));
    const matches = this.#findAny(wanted, planner.terms(query, parts), excluded);
    const evidence = { near: wanted, answers: expectedAnswers(query), sharesWorks: true };
    return { ...gather(this.#store, request, (_, number) => matches[number], evidence), holdsAll: false };
  }

  /** The documents that hold every part. */
  #gatherAll(
    request: SearchRequest,
    query: Query,
    parts: readonly PlannedPart[],
    excluded: readonly (readonly ResolvedPattern[])[],
    phrases: readonly (readonly ResolvedPattern[])[],
  ): Gathered {
    const wanted = this.#wanted(parts);
    const matchesIn = (segment: Segment, number: number) =>
      this.#evaluator.all(segment, wanted[number] ?? [], excluded[number] ?? [], phrases[number] ?? []);
    const evidence = { near: wanted, answers: expectedAnswers(query), sharesWorks: query.isQuestion };
    return gather(this.#store, request, matchesIn, evidence);
  }

  /** By segment, what is looked for. */
  #wanted(parts: readonly PlannedPart[]): WantedPart[][] {
    return this.#store.segments.map((_, number) => parts.flatMap((part) => part.wanted[number] ?? []));
  }

  /** By segment, the documents that hold enough of the query. */
  #findAny(
    wanted: readonly (readonly WantedPart[])[],
    terms: readonly (readonly WantedTerm[])[],
    excluded: readonly (readonly ResolvedPattern[])[],
  ): Matches[] {
    let best = 0;
    const matches = this.#store.segments.map((segment, number) => {
      const found = this.#evaluator.any(
        segment,
        wanted[number] ?? [],
        terms[number] ?? [],
        excluded[number] ?? [],
      );
      best = Math.max(best, bestScore(found));
      return scoringAtLeast(LEAST_SHARE * best, found);
    });
    return matches.map((found) => scoringAtLeast(LEAST_SHARE * best, found));
  }

  #hit(
    { segment: number, doc, score }: Candidate,
    marks: readonly Mark[],
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
        highlights[name] = highlightText(text, marks, options.snippetLength ?? DEFAULT_SNIPPET_LENGTH);
      }
    }
    return { id: documents.ids[doc] as string, score, highlights };
  }

  /** Whether any document holds the part, in any way. */
  #occurs({ isWord, patterns, wanted }: PlannedPart): boolean {
    // A single term in the dictionary is in a document; of several, each may be in another.
    if (isWord || patterns.some(({ slots }) => slots.length === 1)) return true;
    if (patterns.length === 0) return false;
    return this.#store.segments.some((segment, number) => {
      const here = wanted[number];
      return here !== undefined && this.#evaluator.all(segment, [here], []).count > 0;
    });
  }

  /** The query with each word that no document holds replaced by one that some do. */
  #corrected(query: Query, parts: readonly PlannedPart[]): string[] {
    const corrected = new Set<string>();
    const unknown = parts.filter(
      (planned) =>
        (planned.part.kind === 'katakana' || planned.part.kind === 'word') && !this.#occurs(planned),
    );
    for (const { part } of unknown.slice(0, MAX_CORRECTED_WORDS)) {
      for (const word of this.#corrector.corrections(fold(part.text))) {
        corrected.add(query.text.slice(0, part.start) + word + query.text.slice(part.end));
      }
    }
    return [...corrected].slice(0, MAX_SUGGESTIONS);
  }
}

function expansionsOf(parts: readonly PlannedPart[]): Expansion[] {
  return parts.flatMap(({ part, patterns }) => {
    const to = patterns
      .filter(({ origin, text }) => origin === 'synonym' && !part.folded.includes(text))
      .map(({ label }) => label);
    return to.length > 0 ? [{ from: part.text, to }] : [];
  });
}

function bestScore({ count, scores }: Matches): number {
  let best = 0;
  for (let i = 0; i < count; i++) best = Math.max(best, scores[i] as number);
  return best;
}

/** A copy without the documents below a score; it outlives the next evaluation. */
function scoringAtLeast(least: number, matches: Matches): Matches {
  let count = 0;
  for (let i = 0; i < matches.count; i++) if ((matches.scores[i] as number) >= least) count++;
  const docs = new Uint16Array(count);
  const scores = new Float32Array(count);
  for (let i = 0, k = 0; k < count; i++) {
    const score = matches.scores[i] as number;
    if (score < least) continue;
    docs[k] = matches.docs[i] as number;
    scores[k++] = score;
  }
  return { docs, count, scores };
}
