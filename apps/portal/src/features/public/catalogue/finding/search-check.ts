import type { Language } from '../../../../platform/i18n/language.ts';
import type { SearchCase } from '../kinds/search-cases.ts';

/** How many of the first things of a results page are looked at. */
export const lookedAt = 3;

/** What a results page shows first: addresses without language prefix; none where it says that there is nothing. */
export type FirstFound = (query: string, language: Language) => readonly string[];

export interface CheckedQuery {
  query: string;
  found: readonly string[];
  passes: boolean;
  /** Does not pass, and the table says so. */
  isKnownMiss: boolean;
}

/** What each query of a case finds now, and whether that is right. */
export function checkCase(searchCase: SearchCase, find: FirstFound): CheckedQuery[] {
  const { queries, language = 'ja', any = [], all = [], nothing = false, knownMiss = false } = searchCase;
  return queries.map((query) => {
    const found = find(query, language).slice(0, lookedAt);
    const holds = (address: string) => found.includes(address);
    const passes = nothing ? found.length === 0 : all.every(holds) && (any.length === 0 || any.some(holds));
    return { query, found, passes, isKnownMiss: knownMiss && !passes };
  });
}

/** The addresses of which a case wants one or all; none where nothing should be found. */
export function wantedBy({ any = [], all = [] }: SearchCase): readonly string[] {
  return [...all, ...any];
}
