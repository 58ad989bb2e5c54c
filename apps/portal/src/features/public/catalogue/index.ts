import type { CalendarEvent } from '../../../platform/collections/calendar-events.ts';
import { everything } from '../../../platform/collections/query.ts';
import { defineFeature } from '../../../platform/feature.ts';
import type { SearchChange } from '../../../platform/search/site-search.ts';
import type { Reader } from '../../../ui/collections/card.ts';
import { analyticsFeature } from '../../editorial/analytics/index.ts';
import { type Browsing, createBrowsing } from './browsing.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { catalogueCollection } from './collection.ts';
import { catalogueFiles } from './files.ts';
import { createHelpLookup, type HelpLookup } from './help-lookup.ts';
import { bestBetsKind } from './kinds/best-bets.ts';
import { finderKind } from './kinds/finder.ts';
import { helpDeskKind } from './kinds/help-desk.ts';
import { initiativeKind } from './kinds/initiative.ts';
import { noticeKind } from './kinds/notice.ts';
import { searchCasesKind } from './kinds/search-cases.ts';
import { sitePageKind } from './kinds/site-page.ts';
import { specialFeatureKind } from './kinds/special-feature.ts';
import { catalogueNavigation } from './navigation.ts';
import { suggestedPages } from './presenting/answers-view.ts';
import { calendarEvents } from './presenting/calendar-view.ts';
import { registerPreviews } from './preview.tsx';
import { type Rehearsal, rehearsalOf } from './rehearsal.ts';
import { aboveResults, cataloguePages } from './routes.tsx';
import { createSearchChecks, type SearchChecks } from './search-checks.ts';

export type { Browsing, FoundTitle } from './browsing.ts';
export type { Notice } from './kinds/notice.ts';
export type { Rehearsal } from './rehearsal.ts';
export type { CheckedPage, CheckedSearch } from './search-checks.ts';
export type { EmergencyView, HelperView, SituationView } from './views.ts';

/** The catalogue: initiatives, three-axis search, special features, consultation desks. */
export const catalogueFeature = defineFeature({
  name: 'catalogue',
  position: 10,
  kinds: [
    initiativeKind,
    specialFeatureKind,
    noticeKind,
    helpDeskKind,
    finderKind,
    sitePageKind,
    bestBetsKind,
    searchCasesKind,
  ],
  collections: [catalogueCollection],
  dependencies: { analytics: analyticsFeature },
  create(platform, { analytics }) {
    const catalogue = createCatalogue(platform.collections.get(catalogueCollection), platform);
    registerPreviews(platform.previews, catalogue);
    return {
      services: catalogueServices(catalogue),
      routes: {
        navigation: catalogueNavigation,
        pages: (routes) => cataloguePages(routes, catalogue, platform, analytics),
        suggestPages: (prefix, language) => suggestedPages(prefix, language, catalogue, platform.now()),
        aboveResults: {
          [catalogueCollection.name]: (query, ctx, found) =>
            aboveResults(query, found, catalogue, ctx, platform.now()),
        },
        files: (routes) => catalogueFiles(routes, catalogue, platform),
      },
    };
  },
});

/** Services for other capabilities. */
export interface CatalogueServices {
  /** Lookups for editors. */
  browsing: Browsing;
  /** What to do when something has happened. */
  help: HelpLookup;
  /** What searches should find, and what they find now. */
  searchChecks: SearchChecks;
  /** Days, deadlines and yearly periods of all records, and calls for entries, as the calendar shows them. */
  calendar(reader: Reader, now: Date): readonly CalendarEvent[];
  /** Search results with an editor's proposed change. */
  rehearse(change: SearchChange): Promise<Rehearsal>;
}

function catalogueServices(catalogue: Catalogue): CatalogueServices {
  return {
    browsing: createBrowsing(catalogue),
    help: createHelpLookup(catalogue),
    searchChecks: createSearchChecks(catalogue),
    calendar: (reader, now) => calendarEvents(everything, catalogue, reader, now),
    rehearse: (change) => rehearsalOf(catalogue, change),
  };
}
