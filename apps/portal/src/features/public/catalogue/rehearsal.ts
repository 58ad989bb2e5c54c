import { everything, longestQuery } from '../../../platform/collections/query.ts';
import type { Reading } from '../../../platform/i18n/language.ts';
import type { SearchChange } from '../../../platform/search/site-search.ts';
import { createBrowsing } from './browsing.ts';
import type { Catalogue } from './catalogue.ts';

/** Hits of a query that are compared. */
const compared = 20;

interface RehearsedHit {
  id: string;
  title: string;
  /** Place among the hits, from 1; undefined: not among those compared. */
  before: number | undefined;
  after: number | undefined;
}

/** What one query finds now, and what it would find. */
interface RehearsedQuery {
  q: string;
  totals: { before: number; after: number };
  /** In the order after the change; those that are lost come last. */
  hits: readonly RehearsedHit[];
}

export interface Rehearsal {
  try(q: string, reading: Reading): RehearsedQuery;
}

/** The published search beside the one that a change would make of it. */
export async function rehearsalOf(catalogue: Catalogue, change: SearchChange): Promise<Rehearsal> {
  const changed = await catalogue.search.rehearse(change);
  const browsing = createBrowsing(catalogue);
  return {
    try(words, reading) {
      const q = words.trim().slice(0, longestQuery);
      const find = (search: Pick<Catalogue['search'], 'find'>) =>
        search.find({ ...everything, q }, { limit: compared, offset: 0 });
      const [before, after] = [find(catalogue.search), find(changed)];
      const placeIn = (hits: readonly { id: string }[], id: string) => {
        const index = hits.findIndex((hit) => hit.id === id);
        return index < 0 ? undefined : index + 1;
      };
      const ids = new Set([...after.hits, ...before.hits].map(({ id }) => id));
      return {
        q,
        totals: { before: before.total, after: after.total },
        hits: [...ids].map((id) => ({
          id,
          title: browsing.title(id, reading) ?? id,
          before: placeIn(before.hits, id),
          after: placeIn(after.hits, id),
        })),
      };
    },
  };
}
