import type { Label } from '../i18n/localised.ts';
import type { Kind } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { CollectionTable } from './collection-table.ts';
import type { Entry } from './entry.ts';
import type { ColumnWording, Facet } from './facet.ts';

/** Something the public browses: records of some kinds, with their facets, sorts and card. */
export interface Collection {
  /** In the addresses of its API and open data: `entries` is `/api/v1/entries` and `/open-data/entries.csv`. */
  name: string;
  /** Its page without language prefix, such as `/search`. */
  path: string;
  /** Path of its Atom feed without language prefix; default: `/feeds/` and its name. */
  feed: string;
  /** What its records are called: several in English, 取組 and `entries`; one of them, `entry`. */
  label: Label & { one: string };
  /**
   * `listed`: every kind that a capability lists. Exactly one collection of the site has this; the site
   * search uses it.
   */
  kinds: readonly Kind[] | 'listed';
  facets: readonly Facet[];
  sorts: readonly Sort[];
  card: CardDeclaration;
  /** Open-data columns beyond the shared ones and the facets; absent: every field marked `export`. */
  columns?: readonly ColumnWording[];
  /** Title and description of its open data; default: those of its page. */
  openData?: { title: Label; description: Label };
  /** Open data of what its records hold many of. */
  tables?: readonly CollectionTable[];
  /**
   * schema.org description of what a record is about, with its `@type`; default: a CreativeWork with its facet
   * values as keywords.
   */
  linkedData?: (entry: Entry, record: PublishedRecord) => Readonly<Record<string, unknown>>;
  words: { ja: CollectionWords; en: CollectionWords; easy?: Partial<CollectionWords> };
}

/** What a card shows around title and summary. */
interface CardDeclaration {
  /** Facet whose value stands above the title; if a record has none, the name of its kind is shown. */
  kicker?: string;
  /** Facets whose values stand below the summary. */
  facts: readonly string[];
}

/** A way to sort. */
export interface Sort {
  /** Value of the parameter `sort`. */
  name: string;
  label: Label;
  /** Absent: best first. */
  order?: { by: string; direction: 'ascending' | 'descending' };
  /** Whether `by` is a field of the kinds rather than what every record has. */
  ofField?: boolean;
}

/** The sentences of a collection's page; Japanese ones may hold readings as `｜漢字《かんじ》`. */
export interface CollectionWords {
  /** Heading when there is no query. */
  heading: string;
  /** For search engines. */
  description: string;
  /** Shown when no record has all the search words and the results have some of them. */
  relaxed: string;
  emptyHeading: string;
  emptyLead: string;
  /** Title of the feed. */
  feed: string;
}

export const sorts = {
  relevance: { name: 'relevance', label: { ja: '関連の高い順', en: 'Most relevant' } },
  newest: {
    name: 'newest',
    label: { ja: '新しい順', en: 'Newest' },
    order: { by: 'published', direction: 'descending' },
  },
  confirmed: {
    name: 'confirmed',
    label: { ja: '最終確認の新しい順', en: 'Last confirmed' },
    order: { by: 'confirmed', direction: 'descending' },
  },
  title: {
    name: 'title',
    label: { ja: '五十音順', en: 'Title' },
    order: { by: 'title', direction: 'ascending' },
  },
} as const satisfies Record<string, Sort>;

/** A sort by a field of the kinds, such as the day on which something begins. */
export function sortByField(
  name: string,
  field: string,
  label: Label,
  direction: 'ascending' | 'descending',
): Sort {
  return { name, label, order: { by: field, direction }, ofField: true };
}

/** Names below `/api/v1` and `/open-data` that are no collection's. */
const reserved = ['suggest', 'catalog'];

/** Parameters of every collection, which no facet can have. */
const parameters = ['q', 'kind', 'sort', 'page', 'exact', 'lang', 'limit', 'offset', 'collection'];

type Declaration<Facets extends readonly Facet[]> = Omit<Collection, 'facets' | 'sorts' | 'feed'> &
  Partial<Pick<Collection, 'sorts' | 'feed'>> & { facets: Facets };

/**
 * Declares a collection.
 * @throws Error if its names are not valid in addresses, collide, or refer to undeclared facets or sorts
 */
export function defineCollection<const Facets extends readonly Facet[]>(
  declaration: Declaration<Facets>,
): Collection & { facets: Facets } {
  const { name, facets, card, kinds } = declaration;
  const fault = (words: string) => new Error(`collection ${name}: ${words}`);
  if (!/^[a-z][a-z-]*$/.test(name) || reserved.includes(name))
    throw fault('its name cannot stand in an address');
  const names = facets.map((facet) => facet.name);
  for (const [index, facet] of names.entries()) {
    if (names.indexOf(facet) !== index) throw fault(`facet ${facet} is listed twice`);
    if (parameters.includes(facet)) throw fault(`every collection has a parameter ${facet}`);
  }
  for (const facet of [...(card.kicker ? [card.kicker] : []), ...card.facts])
    if (!names.includes(facet)) throw fault(`its card shows ${facet}, which is none of its facets`);
  for (const kind of kinds === 'listed' ? [] : kinds) {
    if (!kind.listed || !kind.card || !kind.pagePath)
      throw fault(`${kind.name} is not listed, or has no card or page`);
    for (const facet of kind.facetNames)
      if (!names.includes(facet)) throw fault(`${kind.name} has a facet ${facet}, which it does not list`);
  }
  const declared = { feed: `/feeds/${name}.atom`, sorts: Object.values(sorts), ...declaration };
  if (!declared.sorts.some((sort) => sort.name === sorts.relevance.name))
    throw fault('it has no sort by relevance');
  return declared;
}

/** What the open data of a collection are, in both languages. */
export function openDataWords({ openData, label, words }: Collection): { title: Label; description: Label } {
  return openData ?? { title: label, description: { ja: words.ja.description, en: words.en.description } };
}
