import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { PortalEnvironment } from './request-variables.ts';
import type { SiteHosts } from './site-hosts.ts';

/**
 * What watches over a node asks it by the node's own address; these answers say nothing about a host and hold
 * nothing of anybody.
 */
const operation = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Answers only under the site's own name, so that no other name can be led to it (DNS rebinding), and no address made
 * from a request leads elsewhere. `X-Forwarded-Host` counts for nothing.
 * @param refuse  answers a request for another site
 */
export function ownHostOnly(
  hosts: SiteHosts,
  refuse: (c: Context<PortalEnvironment>) => Response,
): MiddlewareHandler<PortalEnvironment> {
  return (c, next) => {
    const incoming = c.env?.incoming;
    const localPort = localPortOf(c);
    if (incoming && countOf(incoming.rawHeaders, 'host') > 1) throw new HTTPException(400);
    const named = incoming?.headers.host ?? new URL(c.req.url).host;
    // A request for `http://other/…` means that host, whatever its header says.
    const isAbsolute = incoming?.url !== undefined && !incoming.url.startsWith('/');
    const isOwn =
      hosts.isOwnHost(named, localPort) &&
      (!isAbsolute || hosts.isOwnHost(new URL(c.req.url).host, localPort));
    return isOwn || operation.has(c.req.path) ? next() : Promise.resolve(refuse(c));
  };
}

/** Port that a request came in on; undefined where it came in on none. */
export function localPortOf(c: Context<PortalEnvironment>): number | undefined {
  return c.env?.incoming?.socket?.localPort;
}

/** @param rawHeaders  names and values in turn */
function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === name) count += 1;
  return count;
}
