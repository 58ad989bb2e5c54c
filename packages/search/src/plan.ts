import type { WantedPart, WantedTerm } from './evaluate.ts';
import type { Expander } from './expander.ts';
import { ASKING_SHARE, looseTerms } from './loose-terms.ts';
import { type Pattern, phrasePattern } from './patterns.ts';
import type { Query, QueryPart } from './query.ts';
import type { Statistics } from './rank.ts';
import { type ResolvedPattern, resolvePattern, termNumbers } from './resolve.ts';
import type { Segment } from './segment.ts';

/** Most postings read for loose terms, or three per document of a large index. */
const MAX_LOOSE_POSTINGS = 500_000;
const MAX_LOOSE_POSTINGS_PER_DOCUMENT = 3;
/**
 * If documents need not contain every part, most documents read for parts of several terms:
 * the omitted parts are common, and their loose terms still count.
 */
const MAX_SEQUENCE_DOCUMENTS = 30_000;
/** The same for parts of one term, or two per document of a large index. */
const MAX_TERM_DOCUMENTS = 100_000;

/** A part of a query with its patterns that can occur in the index. */
export interface PlannedPart {
  readonly part: QueryPart;
  readonly patterns: readonly Pattern[];
  /** Some document holds it as a word of its own, or it is no longer than the shortest piece. */
  readonly isWord: boolean;
  /** By segment. */
  readonly wanted: readonly WantedPart[];
}

/** Looks up query parts in the dictionaries of all segments, and weights them by rarity. */
export class Planner {
  readonly #segments: readonly Segment[];
  readonly #statistics: Statistics;
  readonly #expander: Expander;

  constructor(segments: readonly Segment[], statistics: Statistics, expander: Expander) {
    this.#segments = segments;
    this.#statistics = statistics;
    this.#expander = expander;
  }

  parts(query: Query, isExact: boolean): PlannedPart[] {
    return query.parts.flatMap((part) => {
      const patterns = this.#expander.of(part, isExact);
      return patterns.length === 0 ? [] : [this.#plan(part, patterns)];
    });
  }

  /** Parts without patterns too common to read when documents need not contain them. */
  affordable(parts: readonly PlannedPart[]): PlannedPart[] {
    const all = parts.flatMap(({ wanted }) => wanted.flatMap(({ patterns }) => patterns));
    const rarestFirst = all.sort((a, b) => a.bound - b.bound);
    const boundOf = ({ bound }: ResolvedPattern) => bound;
    const sequences = rarestFirst.filter(isSequence);
    const terms = rarestFirst.filter((pattern) => !isSequence(pattern));
    const kept = new Set([
      ...withinBudget(sequences, boundOf, MAX_SEQUENCE_DOCUMENTS),
      ...withinBudget(terms, boundOf, Math.max(MAX_TERM_DOCUMENTS, 2 * this.#statistics.documents)),
    ]);
    return parts.map((part) => ({
      ...part,
      wanted: part.wanted.map(({ weight, patterns }) => ({
        weight,
        patterns: patterns.filter((pattern) => kept.has(pattern)),
      })),
    }));
  }

  /** Phrase patterns by segment. */
  phrases(query: Query): ResolvedPattern[][] {
    const patterns = query.phrases.flatMap((text) => phrasePattern(text, 'exact', 1) ?? []);
    return this.#segments.map((segment) =>
      patterns.flatMap((pattern) => resolvePattern(segment, pattern) ?? []),
    );
  }

  /** By segment, the patterns that a document must not match. */
  excluded(query: Query): ResolvedPattern[][] {
    const patterns = query.excluded.flatMap((part) => this.#expander.of(part, true));
    return this.#segments.map((segment) =>
      patterns.flatMap((pattern) => resolvePattern(segment, pattern) ?? []),
    );
  }

  /** By segment, the small terms of the query, without the most common where all would take too long. */
  terms(query: Query, parts: readonly PlannedPart[]): WantedTerm[][] {
    const knownWords = new Set(parts.filter(({ isWord }) => isWord).map(({ part }) => part));
    const terms = looseTerms(query, (part) => !knownWords.has(part))
      .map((term) => {
        const numbers = this.#segments.map((segment) => termNumbers(segment, term.name));
        const frequency = this.#frequencyOf(numbers);
        const weight = term.weight * this.#statistics.inverseFrequency(frequency);
        return { numbers, frequency, weight, isContent: term.isContent };
      })
      .filter(({ frequency }) => frequency > 0)
      .sort((a, b) => a.frequency - b.frequency);
    const budget = Math.max(MAX_LOOSE_POSTINGS, MAX_LOOSE_POSTINGS_PER_DOCUMENT * this.#statistics.documents);
    const affordable = withinBudget(terms, ({ frequency }) => frequency, budget);
    return this.#segments.map((_, i) =>
      affordable.map(({ numbers, weight, isContent }) => ({ terms: numbers[i] ?? [], weight, isContent })),
    );
  }

  #plan(part: QueryPart, patterns: readonly Pattern[]): PlannedPart {
    const resolved = patterns.map((pattern) => {
      const bySegment = this.#segments.map((segment) => resolvePattern(segment, pattern));
      const bound = bySegment.reduce((sum, found) => sum + (found?.bound ?? 0), 0);
      return { pattern, bySegment, bound };
    });
    // The rarity of a part is that of its text as entered, or of its other forms if no document has it.
    const exact = resolved.filter(({ pattern }) => pattern.origin === 'exact').map(({ bound }) => bound);
    const frequency = Math.max(0, ...exact) || Math.max(0, ...resolved.map(({ bound }) => bound));
    const weight = this.#statistics.inverseFrequency(frequency) * (part.isAsking ? ASKING_SHARE : 1);
    return {
      part,
      patterns: resolved.filter(({ bound }) => bound > 0).map(({ pattern }) => pattern),
      isWord:
        part.folded.length <= 2 || resolved.some(({ pattern, bound }) => bound > 0 && pattern.weight > 1),
      wanted: this.#segments.map((_, i) => ({
        weight,
        patterns: resolved.flatMap(({ bySegment }) => bySegment[i] ?? []),
      })),
    };
  }

  #frequencyOf(numbers: readonly (readonly number[])[]): number {
    let frequency = 0;
    for (const [i, segment] of this.#segments.entries()) {
      for (const term of numbers[i] ?? []) frequency += segment.documentFrequency(term);
    }
    return frequency;
  }
}

function isSequence({ slots }: ResolvedPattern): boolean {
  return slots.length > 1;
}

/** The first items whose costs together stay within a budget. */
function withinBudget<T>(items: readonly T[], costOf: (item: T) => number, budget: number): T[] {
  let cost = 0;
  return items.filter((item) => {
    cost += costOf(item);
    return cost <= budget;
  });
}
