import { Expander } from './expander.ts';
import { type PlannedPart, Planner } from './plan.ts';
import { parseQuery, type Query } from './query.ts';
import type { Segment } from './segment.ts';
import type { DocumentStore } from './store.ts';
import type { Synonyms } from './synonyms.ts';

const MAX_KEPT = 64;

/** A query read and looked up in the dictionaries. */
export interface PlannedQuery {
  readonly query: Query;
  readonly planner: Planner;
  readonly parts: readonly PlannedPart[];
}

/**
 * Plans queries. Paging and filtering repeat the same query, so recent plans are cached while no
 * document is added or removed.
 */
export class PlannedQueries {
  readonly #store: DocumentStore;
  readonly #synonyms: Synonyms;
  readonly #expander: Expander;
  /** Least recently used first. */
  readonly #kept = new Map<string, PlannedQuery>();
  #segments: readonly Segment[] = [];
  #version = -1;

  constructor(store: DocumentStore, synonyms: Synonyms) {
    this.#store = store;
    this.#synonyms = synonyms;
    this.#expander = new Expander(synonyms);
  }

  plan(text: string, isExact: boolean): PlannedQuery {
    this.#forgetWhatChanged();
    const name = `${isExact} ${text}`;
    const known = this.#kept.get(name);
    this.#kept.delete(name);
    const planned = known ?? this.#planAnew(text, isExact);
    this.#kept.set(name, planned);
    if (this.#kept.size > MAX_KEPT) this.#kept.delete(this.#kept.keys().next().value as string);
    return planned;
  }

  #planAnew(text: string, isExact: boolean): PlannedQuery {
    const query = parseQuery(text, this.#synonyms);
    const planner = new Planner(this.#store.segments, this.#store.statistics, this.#expander);
    return { query, planner, parts: planner.parts(query, isExact) };
  }

  #forgetWhatChanged(): void {
    const { segments, statistics } = this.#store;
    if (segments === this.#segments && statistics.version === this.#version) return;
    this.#kept.clear();
    this.#segments = segments;
    this.#version = statistics.version;
  }
}
