import { collectionApi } from '../../platform/collections/api-routes.ts';
import type { Collection } from '../../platform/collections/collection.ts';
import type { OpenCollection } from '../../platform/collections/collections.ts';
import { collectionFiles } from '../../platform/collections/file-routes.ts';
import { readQuery } from '../../platform/collections/query.ts';
import type { FeatureRoutes } from '../../platform/feature.ts';
import type { Label } from '../../platform/i18n/localised.ts';
import type { Platform } from '../../platform/platform.ts';
import type { PageRoutes } from '../../platform/web/page-routes.ts';
import { limitPages } from '../status-pages/limit-pages.tsx';
import { withoutReadings } from '../text/ruby.ts';
import { collectionWords } from './messages.ts';
import { ResultsPage } from './results.tsx';
import { resultsView } from './results-view.ts';

/**
 * Routes that every collection has by its declaration: page, API, open data and feed.
 * @param features  those with content to show above the results
 */
export function collectionRoutes(platform: Platform, features: readonly FeatureRoutes[]): FeatureRoutes {
  const above = Object.assign({}, ...features.map(({ aboveResults }) => aboveResults)) as NonNullable<
    FeatureRoutes['aboveResults']
  >;
  return {
    pages(routes) {
      for (const collection of platform.collections.all())
        resultsPage(routes, platform, collection, above[collection.declaration.name]);
    },
    api: (routes) =>
      collectionApi(routes, platform, (prefix, language) =>
        features.flatMap((feature) => feature.suggestPages?.(prefix, language) ?? []),
      ),
    files: (routes) => collectionFiles(routes, platform),
    siteMap: () => [
      {
        name: 'find',
        heading: { ja: 'さがす', en: 'Find' },
        position: 10,
        pages: platform.collections
          .all()
          .filter(({ declaration }) => declaration.kinds !== 'listed')
          .map(({ declaration }) => ({ path: declaration.path, label: headingOf(declaration) })),
      },
    ],
  };
}

function headingOf({ words }: Collection): Label {
  return { ja: withoutReadings(words.ja.heading), en: words.en.heading };
}

type Above = NonNullable<FeatureRoutes['aboveResults']>[string];

function resultsPage(
  routes: PageRoutes,
  platform: Platform,
  collection: OpenCollection,
  above: Above | undefined,
): void {
  const { declaration } = collection;
  const words = collectionWords(declaration);
  limitPages(routes, platform, [declaration.path]);
  routes.shared(declaration.path, (c, ctx) => {
    const query = readQuery(new URLSearchParams(ctx.queryString), declaration, collection.vocabulary());
    const view = resultsView(query, collection, ctx);
    const total = view.onlyNear ? 0 : view.total;
    const others = above?.(query, ctx, { total, holdsAll: view.holdsAll });
    if (query.q && query.page === 1)
      c.set('searched', { words: query.q, found: total > 0 ? total : (others?.answers ?? 0) });
    return <ResultsPage ctx={ctx} view={view} words={words} above={others} />;
  });
}
