import type { OpenCollection } from '../../../platform/collections/collections.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Page } from '../../../platform/web/page.ts';
import type { PageContext } from '../../../platform/web/page-context.ts';
import type { PageRoutes } from '../../../platform/web/page-routes.ts';
import { limitPages } from '../../../ui/status-pages/limit-pages.tsx';
import { programmes } from './collection.ts';
import { programmeKind } from './kinds/programme.ts';
import { plusSecurityText } from './messages.ts';
import { ComparisonPage } from './pages/comparison.tsx';
import { ProgrammePage } from './pages/programme.tsx';
import { plusSecurityPaths } from './paths.ts';
import { comparisonView } from './presenting/comparison-view.ts';
import { programmeView } from './presenting/programme-view.ts';

/** The public pages of programmes; their list comes with the collection. */
export function programmePages(routes: PageRoutes, platform: Platform): void {
  const collection: OpenCollection = platform.collections.get(programmes);
  limitPages(routes, platform, [plusSecurityPaths.comparison([])]);
  routes.shared(plusSecurityPaths.comparison([]), (_, ctx) => (
    <ComparisonPage
      ctx={ctx}
      view={comparisonView(new URLSearchParams(ctx.queryString), collection, ctx, platform.now())}
    />
  ));
  routes.shared(plusSecurityPaths.programme(':id'), (c, ctx) => {
    const record = platform.model.get(c.req.param('id') ?? '');
    return record?.kind === programmeKind.name ? (
      <ProgrammePage ctx={ctx} view={programmeView(record, collection, ctx, platform.now())} />
    ) : undefined;
  });
}

/** Lets a programme be looked at on its page before it is published. */
export function registerPreview(platform: Platform): void {
  const collection = platform.collections.get(programmes);
  platform.previews.register(programmeKind.name, (record, ctx, now) => (
    <ProgrammePage ctx={ctx} view={programmeView(record, collection, ctx, now)} />
  ));
}

/** Above the results: the ways to compare, and to take the dates into a calendar. */
export function aboveProgrammes(ctx: PageContext): Page {
  const { text } = plusSecurityText(ctx);
  return (
    <ul class="file-links">
      <li>
        <a href={ctx.href(plusSecurityPaths.comparison([]))}>{text.calendar.compare}</a>
      </li>
      <li>
        <a href={ctx.href(plusSecurityPaths.calendar + ctx.queryString)}>{text.calendar.search}</a>
      </li>
    </ul>
  );
}
