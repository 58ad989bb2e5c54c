import { longestQuery } from '../../../platform/collections/query.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { Editing } from './found-document.ts';
import { SearchChecksPage } from './pages/search-checks.tsx';
import { editingPaths } from './paths.ts';

/** What searches of the site should find, and what they find now. */
export function searchCheckPages(routes: PageRoutes, { platform, catalogue }: Editing): void {
  routes.permit('editing.view').get(editingPaths.searchChecks, async (c, ctx) => {
    const now = platform.now();
    const q = (c.req.query('q') ?? '').trim().slice(0, longestQuery);
    const groups = await catalogue.searchChecks.groups(ctx, now);
    const searches = groups.flatMap((group) => group.searches);
    const view = {
      q,
      tried: q === '' ? [] : catalogue.searchChecks.try(q, ctx, now),
      groups,
      passed: searches.filter(({ passes }) => passes).length,
      knownMisses: searches.filter(({ isKnownMiss }) => isKnownMiss).length,
      all: searches.length,
    };
    return <SearchChecksPage ctx={ctx} view={view} />;
  });
}
