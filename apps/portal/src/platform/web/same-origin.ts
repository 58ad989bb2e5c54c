import type { MiddlewareHandler } from 'hono';
import { localPortOf } from './own-host-only.ts';
import type { PortalEnvironment } from './request-variables.ts';
import type { SiteHosts } from './site-hosts.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Allows state-changing requests only from pages of this site, by `Sec-Fetch-Site`, `Origin` or, for the
 * oldest browsers, `Referer`. Every header that is present must match; a request without any is refused.
 * @param hosts   host names of the site; the request's own Host header proves nothing
 * @param exempt  paths for other sites' programs, which carry their own proof and use no cookie
 */
export function sameOriginOnly(
  hosts: SiteHosts,
  exempt: (path: string) => boolean,
  refuse: MiddlewareHandler<PortalEnvironment>,
): MiddlewareHandler<PortalEnvironment> {
  return async (c, next) => {
    if (safeMethods.has(c.req.method) || exempt(c.req.path)) return next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    // A browser with a strict referrer policy sends `null` for the site's own pages too.
    const isHidden = origin === 'null' && site === 'same-origin';
    const named = isHidden ? undefined : (origin ?? originOf(c.req.header('referer')));
    const isDeclared = site !== undefined || named !== undefined;
    const isOwnSite = site === undefined || site === 'same-origin';
    const isOwnOrigin = named === undefined || hosts.isOwnOrigin(named, localPortOf(c));
    return isDeclared && isOwnSite && isOwnOrigin ? next() : refuse(c, next);
  };
}

/** An invalid URL has no origin. */
function originOf(referer: string | undefined): string | undefined {
  return referer === undefined ? undefined : (URL.parse(referer)?.origin ?? 'null');
}
