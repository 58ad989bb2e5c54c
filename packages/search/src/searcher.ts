import { expectedAnswers } from './answers.ts';
import { pairKey } from './compounds.ts';
import { Corrector } from './corrections.ts';
import { textOf } from './documents.ts';
import { Evaluator, type Matches, type WantedPart, type WantedTerm } from './evaluate.ts';
import { fold } from './fold.ts';
import { type Gathered, gather } from './gather.ts';
import { DEFAULT_SNIPPET_LENGTH, type FieldHighlight, highlightText } from './highlight.ts';
import { homophonesOf, type KanjiFrequencies } from './homophones.ts';
import { type Mark, marksOf, pieceMarks } from './marks.ts';
import { type Held, heldBy } from './match-quality.ts';
import type { PlannedPart } from './plan.ts';
import { PlannedQueries, type PlannedQuery } from './planned-queries.ts';
import type { Query, QueryPart } from './query.ts';
import type { ResolvedPattern } from './resolve.ts';
import type { Expansion, SearchHit, SearchRequest, SearchResult } from './search.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Synonyms } from './synonyms.ts';
import { Family, runHash } from './terms.ts';
import type { Candidate } from './top-hits.ts';
import { holdsVerbatim, verbatimTexts } from './verbatim.ts';

const MAX_SUGGESTIONS = 3;
/** Looking for one correction takes up to a millisecond. */
const MAX_CORRECTED_WORDS = 3;

const SHORTEST_KATAKANA_CORRECTED = 5;
const MAX_REMEMBERED_HOMOPHONES = 512;
const MAY_BE_MISSPELT: ReadonlySet<QueryPart['kind']> = new Set(['katakana', 'word', 'kanji']);

/**
 * If documents need not contain every word, those below this share of the best score are dropped:
 * they contain only a piece of a word, or the least specific word.
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

  #homophones: { readonly version: number; readonly of: Map<string, readonly string[]> } = {
    version: -1,
    of: new Map(),
  };
  readonly #kanjiFrequencies: KanjiFrequencies = {
    ofPair: (first, second) => this.#frequencyOf(Family.Pair, pairKey(first, second)),
    ofWord: (kanji) => this.#frequencyOf(Family.Run, runHash(kanji)),
  };

  constructor(store: DocumentStore, synonyms: Synonyms) {
    this.#store = store;
    this.#planned = new PlannedQueries(store, synonyms);
    this.#evaluator = new Evaluator(store.schema, store.counts, store.statistics);
    this.#corrector = new Corrector(store.vocabulary);
  }

  search(request: SearchRequest): SearchResult {
    const isExact = request.exact ?? false;
    const planned = this.#planned.plan(request.query ?? '', isExact);
    const found = this.#find(request, planned);
    // If documents contain all words, none is misspelt.
    const holdsAll = found.holdsAll && found.matched > 0;
    const suggestions = isExact || holdsAll ? [] : this.#corrected(planned.query, planned.parts);
    const [likeliest] = suggestions;
    // A short word of katakana has another one beside it too often: ペースト and ペスト.
    const isCorrectable = planned.parts.every(
      ({ part }) => part.kind !== 'katakana' || fold(part.text).length >= SHORTEST_KATAKANA_CORRECTED,
    );
    if (likeliest !== undefined && isCorrectable && !found.holdsAll && !planned.query.isSentence) {
      const instead = this.#planned.plan(likeliest, false);
      const better = this.#find(request, instead);
      if (better.holdsAll && better.matched > 0) {
        return { ...this.#result(request, instead, better, true), suggestions, corrected: likeliest };
      }
    }
    return { ...this.#result(request, planned, found), suggestions };
  }

  #result(
    request: SearchRequest,
    { query, parts }: PlannedQuery,
    found: Found,
    isCorrected = false,
  ): Omit<SearchResult, 'suggestions'> {
    const marks = marksOf(parts.flatMap((part) => part.patterns));
    if (!found.holdsAll) marks.push(...pieceMarks(query.parts));
    const naming = this.#wanted(parts.filter(({ part }) => !part.isAsking).map(withKanaCountingLess));
    const corrected = (held: Held): Held => (isCorrected ? { ...held, match: 'correction' } : held);
    return {
      ...bestOf(found.first.map((hit) => corrected(this.#heldBy(hit, naming)))),
      total: found.total,
      hits: found.hits.map((hit) => this.#hit(hit, marks, request, corrected(this.#heldBy(hit, naming)))),
      facets: found.facets,
      relaxed: !found.holdsAll && !query.isSentence && found.matched > 0,
      expanded: expansionsOf(parts),
    };
  }

  #heldBy({ segment, doc }: Candidate, parts: readonly (readonly WantedPart[])[]): Held {
    return heldBy(this.#store.segments[segment] as Segment, doc, parts[segment] ?? []);
  }

  /** All words first; any words where that finds nothing, and for sentences at once. */
  #find(request: SearchRequest, { query, planner, parts }: PlannedQuery): Found {
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
    const only = request.wordsOnly ? this.#holdingWords(parts, excluded) : undefined;
    const matches = this.#findAny(wanted, planner.terms(query, parts), excluded, only);
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
    const typed = parts.map(({ part }) => part).filter(({ kind }) => request.exact || kind === 'phrase');
    const verbatim = verbatimTexts(typed);
    const fields = this.#store.schema.fields.length;
    const matchesIn = (segment: Segment, number: number) => {
      const found = this.#evaluator.all(
        segment,
        wanted[number] ?? [],
        excluded[number] ?? [],
        phrases[number] ?? [],
      );
      return verbatim.length === 0
        ? found
        : matchesWhere(found, (doc) => holdsVerbatim(segment, doc, verbatim, fields));
    };
    const evidence = { near: wanted, answers: expectedAnswers(query), sharesWorks: query.isQuestion };
    return gather(this.#store, request, matchesIn, evidence);
  }

  /** By segment, what is looked for. */
  #wanted(parts: readonly PlannedPart[]): WantedPart[][] {
    return this.#store.segments.map((_, number) => parts.flatMap((part) => part.wanted[number] ?? []));
  }

  /**
   * By segment, the documents that hold enough of the query.
   * @param only  by segment, the documents that may be found
   */
  #findAny(
    wanted: readonly (readonly WantedPart[])[],
    terms: readonly (readonly WantedTerm[])[],
    excluded: readonly (readonly ResolvedPattern[])[],
    only: readonly ReadonlySet<number>[] | undefined,
  ): Matches[] {
    let best = 0;
    const matches = this.#store.segments.map((segment, number) => {
      const any = this.#evaluator.any(
        segment,
        wanted[number] ?? [],
        terms[number] ?? [],
        excluded[number] ?? [],
      );
      const documents = only?.[number];
      const found = documents ? matchesWhere(any, (doc) => documents.has(doc)) : any;
      best = only ? 0 : Math.max(best, bestScore(found));
      return scoringAtLeast(LEAST_SHARE * best, found);
    });
    return matches.map((found) => scoringAtLeast(LEAST_SHARE * best, found));
  }

  /** By segment, the documents that hold a word of the query; undefined where none does. */
  #holdingWords(
    parts: readonly PlannedPart[],
    excluded: readonly (readonly ResolvedPattern[])[],
  ): ReadonlySet<number>[] | undefined {
    const naming = this.#wanted(parts.filter(({ part }) => !part.isAsking));
    const holding = this.#store.segments.map((segment, number) => {
      const { docs, count } = this.#evaluator.any(segment, naming[number] ?? [], [], excluded[number] ?? []);
      return new Set(docs.subarray(0, count));
    });
    return holding.some(({ size }) => size > 0) ? holding : undefined;
  }

  #hit(
    { segment: number, doc, score }: Candidate,
    marks: readonly Mark[],
    request: SearchRequest,
    held: Held,
  ): SearchHit {
    const { schema, segments } = this.#store;
    const { documents } = segments[number] as Segment;
    const highlights: Record<string, FieldHighlight> = {};
    if (request.highlight) {
      const options = request.highlight === true ? {} : request.highlight;
      for (const [field, name] of schema.fields.entries()) {
        if (schema.readings[field] || (options.fields && !options.fields.includes(name))) continue;
        const text = textOf(documents, doc * schema.fields.length + field);
        highlights[name] = highlightText(text, marks, options.snippetLength ?? DEFAULT_SNIPPET_LENGTH);
      }
    }
    return { id: documents.ids[doc] as string, score, ...held, highlights };
  }

  /** Whether any document holds the part, in any way. */
  #occurs({ part, patterns, wanted }: PlannedPart): boolean {
    // A single term in the dictionary is in a document; of several, each may be in another.
    if (patterns.some(({ slots }) => slots.length === 1)) return true;
    if (patterns.length === 0) return false;
    // Long runs of kanji are looked through too slowly; most that no document holds have a pair that none does.
    if (part.kind === 'kanji') return true;
    return this.#store.segments.some((segment, number) => {
      const here = wanted[number];
      return here !== undefined && this.#evaluator.all(segment, [here], []).count > 0;
    });
  }

  /** Homophones of the last words that had to be looked for, while no document is added or removed. */
  #homophonesOf(word: string): readonly string[] {
    const { version } = this.#store.statistics;
    if (this.#homophones.version !== version || this.#homophones.of.size >= MAX_REMEMBERED_HOMOPHONES) {
      this.#homophones = { version, of: new Map() };
    }
    const found = this.#homophones.of.get(word) ?? homophonesOf(word, this.#kanjiFrequencies);
    this.#homophones.of.set(word, found);
    return found;
  }

  /** In how many documents a term of kanji stands. */
  #frequencyOf(family: Family, key: number): number {
    let frequency = 0;
    for (const segment of this.#store.segments) {
      frequency += segment.documentFrequency(segment.codedTerm(family, key));
    }
    return frequency;
  }

  /** The query with each word that no document holds replaced by one that some do. */
  #corrected(query: Query, parts: readonly PlannedPart[]): string[] {
    const corrected = new Set<string>();
    let unknown = 0;
    for (const planned of parts) {
      const { part } = planned;
      if (!MAY_BE_MISSPELT.has(part.kind) || this.#occurs(planned)) continue;
      if (++unknown > MAX_CORRECTED_WORDS) break;
      const words =
        part.kind === 'kanji'
          ? this.#homophonesOf(part.folded)
          : this.#corrector.corrections(fold(part.text));
      for (const word of words) {
        corrected.add(query.text.slice(0, part.start) + word + query.text.slice(part.end));
      }
    }
    return [...corrected].slice(0, MAX_SUGGESTIONS);
  }
}

/** That of the best hits which holds most of the query. */
function bestOf(held: readonly Held[]): Pick<SearchResult, 'best'> {
  const [best] = held.toSorted((a, b) => b.share - a.share);
  return best ? { best } : {};
}

/** Hiragana are grammar or a colloquial ending more often than what is asked for: of 電話がかかってきた, 電話. */
function withKanaCountingLess(planned: PlannedPart): PlannedPart {
  if (planned.part.kind !== 'kana') return planned;
  const wanted = planned.wanted.map((part) => ({ ...part, weight: part.weight * KANA_SHARE }));
  return { ...planned, wanted };
}
const KANA_SHARE = 0.3;

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

/** Those of the matches whose documents are of some sort. */
function matchesWhere({ docs, count, scores }: Matches, isKept: (doc: number) => boolean): Matches {
  const places = [...docs.subarray(0, count).keys()].filter((i) => isKept(docs[i] as number));
  return {
    docs: Uint16Array.from(places, (i) => docs[i] as number),
    count: places.length,
    scores: Float32Array.from(places, (i) => scores[i] as number),
  };
}
