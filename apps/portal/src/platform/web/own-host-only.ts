import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { PortalEnvironment } from './request-variables.ts';
import type { SiteHosts } from './site-hosts.ts';

/** Asked by load balancers under whatever name they have; these answers say no more than that the node is well. */
const probes = new Set(['/healthz', '/readyz']);
/** Asked by what watches over a node, by the node's own address; it tells what the site is used for. */
const metrics = '/metrics';

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
    const { path } = c.req;
    const isWatched = path === metrics && !isAbsolute && isNodeAddress(named);
    return isOwn || isWatched || probes.has(path) ? next() : Promise.resolve(refuse(c));
  };
}

/** Whether a `Host` header names an address, or this machine: no name can be led to either (DNS rebinding). */
function isNodeAddress(host: string): boolean {
  const url = /^[\w.:[\]-]+$/.test(host) ? URL.parse(`http://${host}`) : null;
  return url !== null && (url.hostname === 'localhost' || isIP(url.hostname.replace(/^\[|\]$/g, '')) > 0);
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
