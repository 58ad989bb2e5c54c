import { isAnyAddress, isLoopback } from '../config/loopback.ts';

/** Host names of the site, independent of what a client sends. */
export interface SiteHosts {
  /**
   * Whether a `Host` header, with its port if it has one, is the site's.
   * @param localPort  port that the connection came in on
   */
  isOwnHost(host: string, localPort: number | undefined): boolean;
  /** Whether an `Origin`, such as `https://portal.example.jp`, is the site's. */
  isOwnOrigin(origin: string, localPort: number | undefined): boolean;
}

/**
 * The configured address counts; if that is this machine, as in a trial, so do its other names with the same
 * port or the connection's port.
 */
export function createSiteHosts(baseUrl: string): SiteHosts {
  const base = new URL(baseUrl);
  const isTrial = isThisMachine(base.hostname);
  const isOwn = (url: URL, localPort: number | undefined) =>
    url.host === base.host ||
    (isTrial && isLoopback(url.hostname) && (portOf(url) === localPort || portOf(url) === portOf(base)));
  return {
    isOwnHost(host, localPort) {
      if (host === base.host) return true;
      // Check first: `URL` would also accept a path, a user or characters to be mapped.
      const url = /^[\w.:[\]-]+$/.test(host) ? URL.parse(`${base.protocol}//${host}`) : null;
      return url !== null && isOwn(url, localPort);
    },
    isOwnOrigin(origin, localPort) {
      if (origin === base.origin) return true;
      const url = URL.parse(origin);
      return url?.origin === origin && url.protocol === base.protocol && isOwn(url, localPort);
    },
  };
}

/** A portal that listens on all addresses without a configured one is on trial, too. */
function isThisMachine(hostname: string): boolean {
  return isLoopback(hostname) || isAnyAddress(hostname);
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
