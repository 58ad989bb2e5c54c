import { defineFeature } from '../../../platform/feature.ts';
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
import { catalogueNavigation } from './navigation.ts';
import { type Previewed, recordPreview } from './preview.tsx';
import { facetNames } from './query.ts';
import { type Rehearsal, rehearsalOf } from './rehearsal.ts';
import { cataloguePages } from './routes.tsx';
import { createSavedSearches, type SavedSearches } from './saved-search.ts';

export type { Browsing, FoundTitle } from './browsing.ts';
export type { Notice } from './kinds/notice.ts';
export { isPreviewed } from './preview.tsx';
export type { Rehearsal } from './rehearsal.ts';
export type { SavedSearches } from './saved-search.ts';

/** The catalogue: initiatives, three-axis search, special features, consultation desks. */
export const catalogueFeature = defineFeature({
  name: 'catalogue',
  position: 10,
  kinds: [initiativeKind, specialFeatureKind, noticeKind, deskKind, finderKind, sitePageKind],
  create(platform) {
    const catalogue = openCatalogue(platform);
    return {
      services: catalogueServices(catalogue, platform),
      routes: {
        navigation: catalogueNavigation,
        pages: (routes) => cataloguePages(routes, catalogue, platform),
        api(routes) {
          routes.use(rateLimit(platform, (c) => sendProblem(c, 429, [tooManyCalls])));
          catalogueApi(routes, catalogue, platform);
        },
        files: (routes) => catalogueFiles(routes, catalogue, platform),
      },
    };
  },
});

/** What other capabilities may ask of the catalogue. */
export interface CatalogueServices {
  /** What those who compose from the catalogue look up in it. */
  browsing: Browsing;
  /** Searches that are kept, as a feed or for mail. */
  savedSearches: SavedSearches;
  /** The page of an entry that is not published yet; undefined where its kind has no page that could show it. */
  preview(entry: Previewed, ctx: PageContext): Page | undefined;
  /** The search as it would be with what an editor proposes. */
  rehearse(change: SearchChange): Promise<Rehearsal>;
}

function catalogueServices(catalogue: Catalogue, { config, now }: Platform): CatalogueServices {
  return {
    browsing: createBrowsing(catalogue),
    savedSearches: createSavedSearches(catalogue, config.baseUrl),
    preview: (entry, ctx) => recordPreview(entry, catalogue, now(), ctx),
    rehearse: (change) => rehearsalOf(catalogue, change),
  };
}

function openCatalogue({ kinds, model, vocabulary, generalSynonyms, log }: Platform): Catalogue {
  const search = new SiteSearch(kinds, facetNames, vocabulary, generalSynonyms, (error) =>
    log.error({ err: error }, 'could not index records by the new vocabulary'),
  );
  model.observe(search);
  return createCatalogue(model, search, vocabulary, kinds);
}

const tooManyCalls = {
  code: 'too-many-calls',
  message: {
    ja: '呼び出しが多すぎます。Retry-After の秒数だけ待ってください。',
    en: 'Too many calls; wait for the seconds given in Retry-After.',
  },
};
