import { openApiJson } from '../../../platform/collections/openapi.ts';
import type { CollectionQuery } from '../../../platform/collections/query.ts';
import type { AboveResults, RecordsFound } from '../../../platform/feature.ts';
import { may } from '../../../platform/identity/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { limitPages } from '../../../ui/status-pages/limit-pages.tsx';
import type { Opinions } from '../../editorial/analytics/index.ts';
import type { Catalogue } from './catalogue.ts';
import { initiativeKind } from './kinds/initiative.ts';
import { specialFeatureKind } from './kinds/special-feature.ts';
import { AnswersAbove } from './pages/answers.tsx';
import { ApiReferencePage } from './pages/api-reference.tsx';
import { CalendarPage } from './pages/calendar.tsx';
import { ComparePage } from './pages/compare.tsx';
import { DocumentPage } from './pages/document.tsx';
import { FinderPage } from './pages/finder.tsx';
import { HelpPage } from './pages/help.tsx';
import { HomePage } from './pages/home.tsx';
import { KeptMarks, KeptPage } from './pages/kept.tsx';
import { OpenDataPage } from './pages/open-data.tsx';
import { RecordPage } from './pages/record.tsx';
import { SiteMapPage } from './pages/site-map.tsx';
import { SituationPage } from './pages/situation.tsx';
import { SpecialFeaturePage } from './pages/special-feature.tsx';
import { SpecialFeatureListPage } from './pages/special-feature-list.tsx';
import { cataloguePaths } from './paths.ts';
import { answersView } from './presenting/answers-view.ts';
import { calendarView } from './presenting/calendar-view.ts';
import { finderView } from './presenting/finder-view.ts';
import { type HelpReader, helpView, situationView } from './presenting/help-view.ts';
import { homeView, specialFeatureBands } from './presenting/home-view.ts';
import { compareView, keptView } from './presenting/kept-view.ts';
import { recordView } from './presenting/record-view.ts';
import { openDataView, siteMapView, sitePageIds, sitePageView } from './presenting/site-page-view.ts';
import { specialFeatureView } from './presenting/special-feature-view.ts';
import { usefulRoutes } from './useful-routes.tsx';

/** The public pages: each route loads a view from memory, each page renders it. */
export function cataloguePages(
  routes: PageRoutes,
  catalogue: Catalogue,
  platform: Platform,
  opinions: Opinions,
): void {
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

  // Their addresses may ask for a search.
  limitPages(routes, platform, [cataloguePaths.calendar, cataloguePaths.kept, cataloguePaths.compare]);
  routes.shared(cataloguePaths.calendar, (_, ctx) => (
    <CalendarPage ctx={ctx} view={calendarView(parametersOf(ctx), catalogue, ctx, platform.now())} />
  ));

  routes.shared(cataloguePaths.kept, (_, ctx) => (
    <KeptPage ctx={ctx} view={keptView(parametersOf(ctx), catalogue, ctx)} />
  ));
  routes.shared(cataloguePaths.compare, (_, ctx) => {
    const view = compareView(parametersOf(ctx), catalogue, ctx);
    if (view) return <ComparePage ctx={ctx} view={view} />;
    return <KeptPage ctx={ctx} view={{ ...keptView(parametersOf(ctx), catalogue, ctx), tooFew: true }} />;
  });
  usefulRoutes(routes, catalogue, platform, opinions);

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
    const document = JSON.parse(
      openApiJson(platform.config.baseUrl, platform.collections, platform.openApiParts()),
    );
    return <ApiReferencePage ctx={ctx} document={document} documentHref="/api/v1/openapi.json" />;
  });
}

/** For whom help is shown, and when. */
function howRead(ctx: PageContext, now: Date): HelpReader {
  return { reader: ctx, now, isEditor: may(ctx.user, 'page.edit') };
}

/** What a search asks for besides records: editors' picks, help, other pages. */
export function aboveResults(
  { q, page }: CollectionQuery,
  found: RecordsFound,
  catalogue: Catalogue,
  ctx: PageContext,
  now: Date,
): AboveResults {
  if (q === '') return { page: <KeptMarks ctx={ctx} />, answers: 0 };
  const answers = catalogue.answers(q, found.holdsAll, now);
  const view = answersView(answers, catalogue, ctx, now);
  const { corrected } = answers;
  const isEmpty = found.total === 0 && view.picks.length + view.help.length + view.pages.length === 0;
  return {
    page: (
      <>
        {page === 1 && <AnswersAbove ctx={ctx} view={isEmpty ? view : { ...view, near: [] }} />}
        <KeptMarks ctx={ctx} />
      </>
    ),
    answers: view.picks.length + view.help.length + view.pages.length,
    ...(corrected !== undefined && { corrected }),
  };
}

function parametersOf(ctx: PageContext): URLSearchParams {
  return new URLSearchParams(ctx.queryString);
}
