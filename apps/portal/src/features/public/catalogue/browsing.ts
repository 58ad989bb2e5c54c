import { everything, longestQuery } from '../../../platform/collections/query.ts';
import { choose, type Reading } from '../../../platform/i18n/language.ts';
import { titleText } from '../../../platform/publishing/kind.ts';
import type { PublishedRecord } from '../../../platform/publishing/published-record.ts';
import type { Catalogue } from './catalogue.ts';
import type { SavedSearch } from './kinds/special-feature.ts';
import { savedQuery } from './presenting/special-feature-view.ts';

export interface FoundTitle {
  id: string;
  title: string;
}

/** Catalogue lookups for editors and other capabilities. */
export interface Browsing {
  /** Records that words find, best first. */
  find(words: string, maxTitles: number, reading: Reading): FoundTitle[];
  /** What a special feature's saved search finds now. */
  saved(search: SavedSearch, maxTitles: number, reading: Reading): { total: number; titles: FoundTitle[] };
  /** Undefined where nothing of this id is published. */
  title(id: string, reading: Reading): string | undefined;
  /** How many listed records carry a value of a facet. */
  count(facet: string, value: string): number;
}

export function createBrowsing(catalogue: Catalogue): Browsing {
  const titleOf = (record: PublishedRecord, reading: Reading) => {
    const text = titleText(catalogue.kind(record), record.data);
    return text ? choose(text, reading).text : record.id;
  };
  const titles = (hits: readonly { id: string }[], reading: Reading) =>
    catalogue.pick(hits.map(({ id }) => id)).map((each) => ({ id: each.id, title: titleOf(each, reading) }));
  return {
    find(words, maxTitles, reading) {
      const q = words.trim().slice(0, longestQuery);
      const { hits } = catalogue.search.find({ ...everything, q }, { limit: maxTitles, offset: 0 });
      return titles(hits, reading);
    },
    saved(search, maxTitles, reading) {
      const { hits, total } = catalogue.search.find(savedQuery(search), { limit: maxTitles, offset: 0 });
      return { total, titles: titles(hits, reading) };
    },
    title(id, reading) {
      const record = catalogue.model.get(id);
      return record && titleOf(record, reading);
    },
    count: (facet, value) => catalogue.search.counts()[facet]?.get(value) ?? 0,
  };
}
