import type { Hono } from 'hono';
import { languages } from '../../../../platform/i18n/language.ts';
import { localPath } from '../../../../platform/i18n/site-url.ts';
import type { Platform } from '../../../../platform/platform.ts';
import type { PageRoutes } from '../../../../platform/web/page-routes.ts';
import { sendProblem } from '../../../../platform/web/problem-json.ts';
import { rateLimit } from '../../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../../platform/web/request-variables.ts';
import { sendData } from '../../../../platform/web/send-data.ts';
import { limitPages } from '../../../../ui/status-pages/limit-pages.tsx';
import { cellsCsv } from './cells-csv.ts';
import { type GapMap, method } from './gap-map.ts';
import { CountedPage } from './pages/counted-page.tsx';
import { GapMapPage } from './pages/gap-map-page.tsx';
import { gapMapPaths } from './paths.ts';
import { countedView } from './presenting/counted-view.ts';
import { gapMapView } from './presenting/gap-map-view.ts';
import { readGapQuery } from './query.ts';

/** The gap map and the programmes behind its seats: public, from memory. */
export function gapMapPages(routes: PageRoutes, platform: Platform, gapMap: GapMap): void {
  limitPages(routes, platform, [gapMapPaths.map, gapMapPaths.programmes]);
  routes.shared(gapMapPaths.map, (_, ctx) => (
    <GapMapPage
      ctx={ctx}
      view={gapMapView(gapMap, new URLSearchParams(ctx.queryString), ctx.language, platform.vocabulary())}
    />
  ));
  routes.shared(gapMapPaths.programmes, (_, ctx) => {
    const view = countedView(gapMap, new URLSearchParams(ctx.queryString), ctx.language, {
      model: platform.model,
      vocabulary: platform.vocabulary(),
    });
    return view && <CountedPage ctx={ctx} view={view} />;
  });
}

/** `GET /api/v1/needs/gap`: the cells of a question. */
export function gapMapApi(routes: Hono<PortalEnvironment>, gapMap: GapMap): void {
  routes.get(gapMapPaths.api, (c) => {
    const read = readGapQuery(new URL(c.req.url).searchParams);
    if (!read.ok) return sendProblem(c, 400, read.problems);
    const { cells, month, countedAt, sample } = gapMap.answer(read.value.query, read.value.until);
    const body = { cells, method, asOf: month ?? null, supplyAsOf: countedAt.toISOString(), sample };
    return sendData(c, JSON.stringify(body), 'application/json; charset=utf-8');
  });
}

/** The same cells as a file, with words in the reader's language. */
export function gapMapFiles(routes: Hono<PortalEnvironment>, platform: Platform, gapMap: GapMap): void {
  const limit = rateLimit(platform, (c) => c.text('Too Many Requests', 429));
  for (const language of languages) {
    const path = localPath(gapMapPaths.csv, language);
    routes.use(path, limit);
    routes.get(path, (c) => {
      const read = readGapQuery(new URL(c.req.url).searchParams);
      if (!read.ok) return sendProblem(c, 400, read.problems);
      const answer = gapMap.answer(read.value.query, read.value.until);
      return sendData(c, cellsCsv(answer, language, platform.vocabulary()), 'text/csv; charset=utf-8');
    });
  }
}
