import type { Platform } from '../../platform/platform.ts';
import { type PageRoutes, sendPage } from '../../platform/web/page-routes.ts';
import { rateLimit } from '../../platform/web/rate-limit.ts';
import { ErrorPage } from './error.tsx';

/**
 * Limits requests per client to pages that are worked out from their address, of which caches hold nothing: together,
 * as many a minute as are configured.
 */
export function limitPages(
  routes: PageRoutes,
  platform: Pick<Platform, 'config' | 'metrics'>,
  paths: readonly string[],
): void {
  const limit = rateLimit(platform, (c, retryAfter) =>
    sendPage(c, {
      page: <ErrorPage ctx={routes.context(c)} view={{ status: 429, retryAfter }} />,
      status: 429,
    }),
  );
  for (const path of paths) routes.guard(path, limit);
}
