import type { MiddlewareHandler } from 'hono';
import type { PortalEnvironment } from './request-variables.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a request that changes something through only when it comes from a page of this site. Browsers say so in
 * `Sec-Fetch-Site` or `Origin`; a request with neither is refused too.
 * @param ownOrigin  origin the site is reached under
 * @param exempt     paths that programs of others post to, which carry their own proof and use no cookie
 */
export function sameOriginOnly(
  ownOrigin: string,
  exempt: (path: string) => boolean,
  refuse: MiddlewareHandler<PortalEnvironment>,
): MiddlewareHandler<PortalEnvironment> {
  return async (c, next) => {
    if (safeMethods.has(c.req.method) || exempt(c.req.path)) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const fromHere = origin !== undefined && (origin === ownOrigin || origin === new URL(c.req.url).origin);
    if (site === 'same-origin' || (site === undefined && fromHere)) return next();
    return refuse(c, next);
  };
}
