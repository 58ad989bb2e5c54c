import { openApiJson } from '../../../platform/collections/openapi.ts';
import type { CollectionQuery } from '../../../platform/collections/query.ts';
import { may } from '../../../platform/identity/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Page } from '../../../platform/web/page.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import type { Catalogue } from './catalogue.ts';
import { initiativeKind } from './kinds/initiative.ts';
import { specialFeatureKind } from './kinds/special-feature.ts';
import { ApiReferencePage } from './pages/api-reference.tsx';
import { CalendarPage } from './pages/calendar.tsx';
import { DocumentPage } from './pages/document.tsx';
import { FinderPage } from './pages/finder.tsx';
import { HelpPage } from './pages/help.tsx';
import { HomePage } from './pages/home.tsx';
import { OpenDataPage } from './pages/open-data.tsx';
import { RecordPage } from './pages/record.tsx';
import { SiteMapPage } from './pages/site-map.tsx';
import { SituationPage } from './pages/situation.tsx';
import { Situations } from './pages/situations.tsx';
import { SpecialFeaturePage } from './pages/special-feature.tsx';
import { SpecialFeatureListPage } from './pages/special-feature-list.tsx';
import { cataloguePaths } from './paths.ts';
import { calendarView } from './presenting/calendar-view.ts';
import { finderView } from './presenting/finder-view.ts';
import { type HelpReader, helpView, situationsFor, situationView } from './presenting/help-view.ts';
import { homeView, specialFeatureBands } from './presenting/home-view.ts';
import { recordView } from './presenting/record-view.ts';
import { openDataView, siteMapView, sitePageIds, sitePageView } from './presenting/site-page-view.ts';
import { specialFeatureView } from './presenting/special-feature-view.ts';

/** The public pages: each route loads a view from memory, each page renders it. */
export function cataloguePages(routes: PageRoutes, catalogue: Catalogue, platform: Platform): void {
  routes.shared('/', (_, ctx) => <HomePage ctx={ctx} view={homeView(catalogue, ctx, platform.now())} />);

  routes.shared('/initiatives/:id', (c, ctx) => {
    const record = catalogue.model.get(c.req.param('id') ?? '');
    return record?.kind === initiativeKind.name ? (
      <RecordPage ctx={ctx} view={recordView(record, catalogue, ctx, platform.now())} />
    ) : undefined;
  });

  routes.shared('/features', (_, ctx) => (
    <SpecialFeatureListPage ctx={ctx} view={{ features: specialFeatureBands(catalogue, ctx) }} />
  ));
  routes.shared('/features/:id', (c, ctx) => {
    const record = catalogue.model.get(c.req.param('id') ?? '');
    return record?.kind === specialFeatureKind.name ? (
      <SpecialFeaturePage ctx={ctx} view={specialFeatureView(record, catalogue, ctx)} />
    ) : undefined;
  });

  routes.shared('/help', (_, ctx) => {
    const view = helpView(catalogue, howRead(ctx, platform.now()));
    return view && <HelpPage ctx={ctx} view={view} />;
  });
  routes.shared('/help/:id', (c, ctx) => {
    const view = situationView(c.req.param('id') ?? '', catalogue, howRead(ctx, platform.now()));
    return view && <SituationPage ctx={ctx} view={view} />;
  });

  routes.shared(cataloguePaths.calendar, (_, ctx) => (
    <CalendarPage ctx={ctx} view={calendarView(parametersOf(ctx), catalogue, ctx, platform.now())} />
  ));

  routes.shared('/finder', (_, ctx) => {
    const view = finderView(parametersOf(ctx), catalogue, ctx);
    return view && <FinderPage ctx={ctx} view={view} />;
  });

  for (const id of sitePageIds) {
    routes.shared(`/${id}`, (_, ctx) => {
      const view = sitePageView(id, catalogue, ctx);
      return view && <DocumentPage ctx={ctx} view={view} />;
    });
  }
  routes.shared('/site-map', (_, ctx) => (
    <SiteMapPage ctx={ctx} view={siteMapView(catalogue, platform.siteMap(), ctx)} />
  ));
  routes.shared('/open-data', (_, ctx) => (
    <OpenDataPage ctx={ctx} view={openDataView(platform.collections, ctx)} />
  ));
  routes.shared('/api', (_, ctx) => {
    const document = JSON.parse(openApiJson(platform.config.baseUrl, platform.collections));
    return <ApiReferencePage ctx={ctx} document={document} documentHref="/api/v1/openapi.json" />;
  });
}

/** For whom help is shown, and when. */
function howRead(ctx: PageContext, now: Date): HelpReader {
  return { reader: ctx, now, isEditor: may(ctx.user, 'page.edit') };
}

/** Whoever looks for what just happened to them is shown what to do first. */
export function aboveResults(
  { q, page }: CollectionQuery,
  catalogue: Catalogue,
  ctx: PageContext,
): Page | undefined {
  const situations = page === 1 ? situationsFor(q, catalogue, ctx) : [];
  return situations.length > 0 ? <Situations ctx={ctx} situations={situations} /> : undefined;
}

function parametersOf(ctx: PageContext): URLSearchParams {
  return new URLSearchParams(ctx.queryString);
}
