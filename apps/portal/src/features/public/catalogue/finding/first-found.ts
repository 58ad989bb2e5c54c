import { everything } from '../../../../platform/collections/query.ts';
import type { Catalogue } from '../catalogue.ts';
import { type FirstFound, lookedAt } from './search-check.ts';

/** What the results page shows first, in its order: editors' picks, help and other pages, then records. */
export function firstFoundBy(catalogue: Catalogue, now: Date): FirstFound {
  return (query, language) => {
    const found = catalogue.search.find(
      { ...everything, q: query },
      { limit: lookedAt, offset: 0, language },
    );
    const { picks, pages } = catalogue.answers(query, found.holdsAll, now);
    const records = found.onlyNear ? [] : catalogue.pick(found.hits.map(({ id }) => id));
    return [
      ...picks.map(({ address }) => address),
      ...pages.map(({ address }) => address),
      ...records.map((record) => catalogue.pagePath(record)),
    ];
  };
}
