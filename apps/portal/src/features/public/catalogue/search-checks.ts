import { setImmediate } from 'node:timers/promises';
import { longestQuery } from '../../../platform/collections/query.ts';
import { choose, type Reading } from '../../../platform/i18n/language.ts';
import { dataOf } from '../../../platform/publishing/kind.ts';
import type { Catalogue } from './catalogue.ts';
import { firstFoundBy } from './finding/first-found.ts';
import { checkCase, wantedBy } from './finding/search-check.ts';
import { searchCasesKind } from './kinds/search-cases.ts';
import { titleAt } from './presenting/answers-view.ts';

/** A page that a search finds or should find. */
export interface CheckedPage {
  /** Without language prefix. */
  address: string;
  title: string;
}

/** A search of the table, and what it finds now. */
export interface CheckedSearch {
  query: string;
  /** None: nothing should be found. */
  wanted: readonly CheckedPage[];
  /** Whether each of the wanted must be found, or one. */
  every: boolean;
  found: readonly CheckedPage[];
  passes: boolean;
  /** It fails, as the table says that it does. */
  isKnownMiss: boolean;
}

interface CheckedGroup {
  name: string;
  searches: CheckedSearch[];
}

/** The table of what searches should find, tried now. */
export interface SearchChecks {
  groups(reading: Reading, now: Date): Promise<CheckedGroup[]>;
  /** What a search finds first. */
  try(query: string, reading: Reading, now: Date): CheckedPage[];
}

export function createSearchChecks(catalogue: Catalogue): SearchChecks {
  const page = (address: string, reading: Reading, now: Date): CheckedPage => {
    const title = titleAt(address, catalogue, now);
    return { address, title: title ? choose(title, reading).text : address };
  };
  return {
    async groups(reading, now) {
      const record = catalogue.model.only(searchCasesKind.name);
      if (!record) return [];
      const find = firstFoundBy(catalogue, now);
      const titles = new Map<string, CheckedPage>();
      const named = (addresses: readonly string[]) =>
        addresses.map((address) => {
          const known = titles.get(address) ?? page(address, reading, now);
          titles.set(address, known);
          return known;
        });
      const groups: CheckedGroup[] = [];
      for (const { name, cases } of dataOf(searchCasesKind, record).groups) {
        const searches: CheckedSearch[] = [];
        for (const searchCase of cases) {
          // Hundreds of searches: others are let through between them.
          await setImmediate();
          for (const { query, found, passes, isKnownMiss } of checkCase(searchCase, find))
            searches.push({
              query,
              wanted: named(wantedBy(searchCase)),
              every: Boolean(searchCase.all?.length),
              found: named(found),
              passes,
              isKnownMiss,
            });
        }
        groups.push({ name, searches });
      }
      return groups;
    },
    try(words, reading, now) {
      const find = firstFoundBy(catalogue, now);
      const query = words.trim().slice(0, longestQuery);
      return find(query, reading.language)
        .slice(0, triedMost)
        .map((address) => page(address, reading, now));
    },
  };
}

/** Pages shown of a search that is tried. */
const triedMost = 6;
