import type { Feature } from '../../../platform/feature.ts';
import type { Platform } from '../../../platform/platform.ts';
import { type SearchChange, SiteSearch } from '../../../platform/search/site-search.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { Page } from '../../../platform/web/page-routes.ts';
import { sendProblem } from '../../../platform/web/problem-json.ts';
import { rateLimit } from '../../../platform/web/rate-limit.ts';
import { catalogueApi } from './api.ts';
import { type Browsing, createBrowsing } from './browsing.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { catalogueFiles } from './files.ts';
import { deskKind } from './kinds/desk.ts';
import { finderKind } from './kinds/finder.ts';
import { initiativeKind } from './kinds/initiative.ts';
import { noticeKind } from './kinds/notice.ts';
import { sitePageKind } from './kinds/site-page.ts';
import { specialFeatureKind } from './kinds/special-feature.ts';
import { type Previewed, recordPreview } from './preview.tsx';
import { facetNames } from './query.ts';
import { type Rehearsal, rehearsalOf } from './rehearsal.ts';
import { cataloguePages } from './routes.tsx';
import { createSavedSearches, type SavedSearches } from './saved-search.ts';

export type { Browsing, FoundTitle } from './browsing.ts';
export type { Notice } from './kinds/notice.ts';
export { outcomePages } from './outcome-pages.tsx';
export { isPreviewed } from './preview.tsx';
export type { Rehearsal } from './rehearsal.ts';
export type { SavedSearches } from './saved-search.ts';

/** The catalogue: initiatives, three-axis search, special features, consultation desks. */
export const catalogueFeature: Feature = {
  name: 'catalogue',
  kinds: [initiativeKind, specialFeatureKind, noticeKind, deskKind, finderKind, sitePageKind],
  register(platform) {
    const catalogue = catalogueOf(platform);
    return {
      pages: (routes) => cataloguePages(routes, catalogue, platform),
      api(routes) {
        routes.use(rateLimit(platform, (c) => sendProblem(c, 429, [tooManyCalls])));
        catalogueApi(routes, catalogue, platform);
      },
      files: (routes) => catalogueFiles(routes, catalogue, platform),
    };
  },
};

const catalogues = new WeakMap<Platform, Catalogue>();

/** The one catalogue of a portal, made when first asked for: its index is too large to have twice. */
function catalogueOf(platform: Platform): Catalogue {
  const known = catalogues.get(platform);
  if (known) return known;
  const { kinds, model, vocabulary } = platform;
  const search = new SiteSearch(kinds, facetNames, vocabulary, platform.generalSynonyms, (error) =>
    platform.log.error({ err: error }, 'could not index records by the new vocabulary'),
  );
  model.observe(search);
  const catalogue = createCatalogue(model, search, vocabulary, kinds);
  catalogues.set(platform, catalogue);
  return catalogue;
}

/** Searches of a portal's catalogue that are kept. */
export function savedSearchesOf(platform: Platform): SavedSearches {
  return createSavedSearches(catalogueOf(platform), platform.config.baseUrl);
}

/** The page of an entry that is not published yet; undefined where its kind has no page that could show it. */
export function previewPage(platform: Platform, entry: Previewed, ctx: PageContext): Page | undefined {
  return recordPreview(entry, catalogueOf(platform), platform.now(), ctx);
}

/** What those who compose from the catalogue look up in it. */
export function browsingOf(platform: Platform): Browsing {
  return createBrowsing(catalogueOf(platform));
}

/** The search as it would be with what an editor proposes. */
export function rehearseSearch(platform: Platform, change: SearchChange): Promise<Rehearsal> {
  return rehearsalOf(catalogueOf(platform), change);
}

const tooManyCalls = {
  code: 'too-many-calls',
  message: {
    ja: '呼び出しが多すぎます。Retry-After の秒数だけ待ってください。',
    en: 'Too many calls; wait for the seconds given in Retry-After.',
  },
};
