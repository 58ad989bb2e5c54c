import { isIP } from 'node:net';
import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { PortalEnvironment } from './request-variables.ts';
import type { SiteHosts } from './site-hosts.ts';

/** Requested by load balancers under any host name; the responses only say whether the node is healthy. */
const probes = new Set(['/healthz', '/readyz']);
/** Requested by monitoring under the node's address; the response shows how the site is used. */
const metrics = '/metrics';

/**
 * Answers only under the site's own host names, which prevents DNS rebinding and links to other hosts built
 * from a request. `X-Forwarded-Host` is ignored.
 * @param refuse  answers a request for another host
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
    // In a request for `http://other/…` that host counts, not the Host header.
    const isAbsolute = incoming?.url !== undefined && !incoming.url.startsWith('/');
    const isOwn =
      hosts.isOwnHost(named, localPort) &&
      (!isAbsolute || hosts.isOwnHost(new URL(c.req.url).host, localPort));
    const { path } = c.req;
    const isWatched = path === metrics && !isAbsolute && isNodeAddress(named);
    return isOwn || isWatched || probes.has(path) ? next() : Promise.resolve(refuse(c));
  };
}

/** Whether a `Host` header is an IP address or localhost, which DNS rebinding cannot use. */
function isNodeAddress(host: string): boolean {
  const url = /^[\w.:[\]-]+$/.test(host) ? URL.parse(`http://${host}`) : null;
  return url !== null && (url.hostname === 'localhost' || isIP(url.hostname.replace(/^\[|\]$/g, '')) > 0);
}

/** Local port of a request's connection; undefined if there is none. */
export function localPortOf(c: Context<PortalEnvironment>): number | undefined {
  return c.env?.incoming?.socket?.localPort;
}

/** @param rawHeaders  alternating names and values */
function countOf(rawHeaders: readonly string[], name: string): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) if (rawHeaders[at]?.toLowerCase() === name) count += 1;
  return count;
}
