import { defineFeature } from '../../../platform/feature.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { SearchChange } from '../../../platform/search/site-search.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { Page } from '../../../platform/web/page-routes.ts';
import { type Browsing, createBrowsing } from './browsing.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { catalogueCollection } from './collection.ts';
import { catalogueFiles } from './files.ts';
import { deskKind } from './kinds/desk.ts';
import { finderKind } from './kinds/finder.ts';
import { initiativeKind } from './kinds/initiative.ts';
import { noticeKind } from './kinds/notice.ts';
import { sitePageKind } from './kinds/site-page.ts';
import { specialFeatureKind } from './kinds/special-feature.ts';
import { catalogueNavigation } from './navigation.ts';
import { type Previewed, recordPreview } from './preview.tsx';
import { type Rehearsal, rehearsalOf } from './rehearsal.ts';
import { aboveResults, cataloguePages } from './routes.tsx';

export type { Browsing, FoundTitle } from './browsing.ts';
export type { Notice } from './kinds/notice.ts';
export { isPreviewed } from './preview.tsx';
export type { Rehearsal } from './rehearsal.ts';

/** The catalogue: initiatives, three-axis search, special features, consultation desks. */
export const catalogueFeature = defineFeature({
  name: 'catalogue',
  position: 10,
  kinds: [initiativeKind, specialFeatureKind, noticeKind, deskKind, finderKind, sitePageKind],
  collections: [catalogueCollection],
  create(platform) {
    const catalogue = createCatalogue(platform.collections.get(catalogueCollection));
    return {
      services: catalogueServices(catalogue, platform),
      routes: {
        navigation: catalogueNavigation,
        pages: (routes) => cataloguePages(routes, catalogue, platform),
        aboveResults: {
          [catalogueCollection.name]: (query, ctx) => aboveResults(query, catalogue, ctx),
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
  /** The page of an entry that is not published yet; undefined where its kind has no page that could show it. */
  preview(entry: Previewed, ctx: PageContext): Page | undefined;
  /** The search as it would be with what an editor proposes. */
  rehearse(change: SearchChange): Promise<Rehearsal>;
}

function catalogueServices(catalogue: Catalogue, { now }: Platform): CatalogueServices {
  return {
    browsing: createBrowsing(catalogue),
    preview: (entry, ctx) => recordPreview(entry, catalogue, now(), ctx),
    rehearse: (change) => rehearsalOf(catalogue, change),
  };
}
