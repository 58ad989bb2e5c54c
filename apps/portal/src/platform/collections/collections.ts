import type { Kind, KindRegistry } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { PublishedRecords } from '../read-model/read-model.ts';
import type { SiteSearch } from '../search/site-search.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Collection, type Sort, sorts } from './collection.ts';
import { type Column, columnsOf } from './columns.ts';
import { type CollectionSearch, findingEverywhere } from './everywhere.ts';
import type { Facet } from './facet.ts';

/** A collection with its published records: all in memory. */
export interface OpenCollection {
  declaration: Collection;
  /** What the API narrows and counts by: the collection's facets, and where it holds every kind those of all. */
  apiFacets: readonly Facet[];
  columns: readonly Column[];
  model: PublishedRecords;
  /** Finds within the collection. */
  search: CollectionSearch;
  vocabulary(): Vocabulary;
  now(): Date;
  /** The kinds that it holds. */
  kinds(): readonly Kind[];
  /** @throws Error for a record of an undeclared kind */
  kind(record: Pick<PublishedRecord, 'kind'>): Kind;
  /** Page of a record, without language prefix. */
  pagePath(record: PublishedRecord): string;
  /** Records by id, in the given order; ids that are not published are skipped. */
  pick(ids: readonly string[]): PublishedRecord[];
  /** All its records. */
  listed(): PublishedRecord[];
}

interface CollectionSources {
  kinds: KindRegistry;
  model: PublishedRecords;
  search: SiteSearch;
  vocabulary(): Vocabulary;
  now?(): Date;
}

/** Every collection of the site, by name. */
export class Collections {
  readonly #byName: ReadonlyMap<string, OpenCollection>;

  constructor(declarations: readonly Collection[], sources: CollectionSources) {
    const all = facetsOf(declarations);
    this.#byName = new Map(
      declarations.map((declaration) => [declaration.name, open(declaration, all, sources)]),
    );
  }

  all(): OpenCollection[] {
    return [...this.#byName.values()];
  }

  find(name: string): OpenCollection | undefined {
    return this.#byName.get(name);
  }

  /**
   * The collection that holds every listed kind.
   * @throws Error if no capability declares one
   */
  get whole(): OpenCollection {
    const whole = this.all().find(({ declaration }) => declaration.kinds === 'listed');
    if (!whole) throw new Error('no feature declares a collection of all listed kinds');
    return whole;
  }

  /** @throws Error for a collection that no capability declares */
  get({ name }: Pick<Collection, 'name'>): OpenCollection {
    const found = this.find(name);
    if (!found) throw new Error(`no feature declares the collection ${name}`);
    return found;
  }
}

/**
 * The facets of all collections, each once.
 * @throws Error where two collections share an address, or two facets a name
 */
export function facetsOf(declarations: readonly Collection[]): Facet[] {
  const addresses = declarations.flatMap(({ name, path, feed }) => [`name ${name}`, path, feed]);
  const twice = addresses.find((address, index) => addresses.indexOf(address) !== index);
  if (twice) throw new Error(`two collections have the address ${twice}`);
  const facets = new Map<string, Facet>();
  for (const facet of declarations.flatMap((declaration) => declaration.facets)) {
    if ((facets.get(facet.name) ?? facet) !== facet) throw new Error(`facet ${facet.name} is declared twice`);
    facets.set(facet.name, facet);
  }
  return [...facets.values()];
}

/**
 * The ways to sort of all collections.
 * @throws Error where two of one name sort by different things: the collections share one search
 */
export function sortsOf(declarations: readonly Collection[]): Sort[] {
  const found = new Map<string, Sort>(Object.values(sorts).map((sort) => [sort.name, sort]));
  for (const sort of declarations.flatMap((declaration) => declaration.sorts)) {
    const other = found.get(sort.name) ?? sort;
    if (other.order?.by !== sort.order?.by || other.order?.direction !== sort.order?.direction)
      throw new Error(`two collections have a sort ${sort.name}, by different things`);
    found.set(sort.name, sort);
  }
  return [...found.values()];
}

function open(declaration: Collection, all: readonly Facet[], sources: CollectionSources): OpenCollection {
  const { kinds, model, search, vocabulary, now = () => new Date() } = sources;
  if (declaration.kinds !== 'listed') for (const { name } of declaration.kinds) kinds.get(name);
  const held = () => (declaration.kinds === 'listed' ? kinds.listed() : declaration.kinds);
  return {
    declaration,
    apiFacets: declaration.kinds === 'listed' ? all : declaration.facets,
    columns: columnsOf(declaration, held()),
    model,
    search: findingEverywhere(
      declaration.kinds === 'listed' ? search : searchWithin(declaration, search),
      declaration.facets,
      vocabulary,
    ),
    vocabulary,
    now,
    kinds: held,
    kind: (record) => kinds.get(record.kind),
    pagePath: (record) => kinds.get(record.kind).pagePath?.(record.id) ?? declaration.path,
    pick: (ids) => ids.flatMap((id) => model.get(id) ?? []),
    listed: () => held().flatMap((kind) => model.ofKind(kind.name)),
  };
}

/** A search limited to a collection's kinds. */
function searchWithin({ kinds, facets }: Collection, search: SiteSearch): OpenCollection['search'] {
  const names = kinds === 'listed' ? [] : kinds.map(({ name }) => name);
  const find: SiteSearch['find'] = (query, options) => {
    const asked = query.kinds.filter((kind) => names.includes(kind));
    const found = search.find({ ...query, kinds: asked.length > 0 ? asked : names }, options);
    // Facet counts ignore the facet's own filter; the kind facet would then count every listed kind.
    const { kind: counted, ...others } = found.facets;
    const own = counted && new Map([...counted].filter(([name]) => names.includes(name)));
    return { ...found, facets: own ? { kind: own, ...others } : others };
  };
  const nothing = { q: '', filters: {}, kinds: [], sort: 'relevance', exact: false };
  return {
    find,
    counts: () => find(nothing, { limit: 0, offset: 0, counts: facets.map(({ name }) => name) }).facets,
    suggest: (prefix, maxSuggestions) => search.suggest(prefix, maxSuggestions),
    rehearse: (change) => search.rehearse(change),
  };
}
