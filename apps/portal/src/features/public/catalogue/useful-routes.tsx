import type { Platform } from '../../../platform/platform.ts';
import { readForm } from '../../../platform/web/form.ts';
import { type PageRoutes, sendPage } from '../../../platform/web/page-routes.ts';
import { rateLimit } from '../../../platform/web/rate-limit.ts';
import { ErrorPage } from '../../../ui/status-pages/error.tsx';
import type { Opinions } from '../../editorial/analytics/index.ts';
import type { Catalogue } from './catalogue.ts';
import { UsefulThanksPage } from './pages/useful.tsx';
import { cataloguePaths } from './paths.ts';
import { asksForOpinion, opinionForm } from './useful.ts';

/** Opinions of one visitor in a minute; who reads pages gives fewer. */
const mostOpinions = 10;

/** Takes in whether a page was useful. */
export function usefulRoutes(
  routes: PageRoutes,
  catalogue: Catalogue,
  platform: Platform,
  opinions: Opinions,
): void {
  routes.guard(
    cataloguePaths.useful,
    rateLimit(
      platform,
      (c, retryAfter) =>
        sendPage(c, {
          page: <ErrorPage ctx={routes.context(c)} view={{ status: 429, retryAfter }} />,
          status: 429,
        }),
      mostOpinions,
    ),
  );
  routes.post(cataloguePaths.useful, async (c, ctx) => {
    const read = await readForm(c, opinionForm, {});
    if (!read.ok) return { page: <ErrorPage ctx={ctx} view={{ status: 400 }} />, status: 400 };
    const { page, answer, reason } = read.value;
    if (!asksForOpinion(page, catalogue)) return undefined;
    opinions.count(c, { page, isUseful: answer === 'yes', ...(answer === 'no' && reason && { reason }) });
    return <UsefulThanksPage ctx={ctx} page={page} />;
  });
}
