import type { MiddlewareHandler } from 'hono';
import { localPortOf } from './own-host-only.ts';
import type { PortalEnvironment } from './request-variables.ts';
import type { SiteHosts } from './site-hosts.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request that changes something through only when it comes from a page of this site. Browsers say so in
 * `Sec-Fetch-Site`, `Origin` or, the oldest, `Referer`; all that are sent must say so, and a request with none is
 * refused too.
 * @param hosts   where the site is reached; what the request itself calls its host proves nothing
 * @param exempt  paths that programs of others post to, which carry their own proof and use no cookie
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
    // A browser that hides where its user comes from says `null` of our own pages too.
    const isHidden = origin === 'null' && site === 'same-origin';
    const named = isHidden ? undefined : (origin ?? originOf(c.req.header('referer')));
    const isSaid = site !== undefined || named !== undefined;
    const isOwnSite = site === undefined || site === 'same-origin';
    const isOwnOrigin = named === undefined || hosts.isOwnOrigin(named, localPortOf(c));
    return isSaid && isOwnSite && isOwnOrigin ? next() : refuse(c, next);
  };
}

/** What is no address has an origin that is nobody's. */
function originOf(referer: string | undefined): string | undefined {
  return referer === undefined ? undefined : (URL.parse(referer)?.origin ?? 'null');
}
