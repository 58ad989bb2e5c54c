import { isAnyAddress, isLoopback } from '../config/loopback.ts';

/** Where the site is reached, and where not: whatever name a client uses, it does not become ours by being used. */
export interface SiteHosts {
  /**
   * Whether a `Host` header, with its port if it names one, is ours.
   * @param localPort  port that the connection came in on
   */
  isOwnHost(host: string, localPort: number | undefined): boolean;
  /** Whether an `Origin`, such as `https://portal.example.jp`, is ours. */
  isOwnOrigin(origin: string, localPort: number | undefined): boolean;
}

/**
 * The configured address is ours; where that is this very machine, as in a trial, so is every other name of it with
 * the same port, or with the port that was really connected to.
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
      // `URL` would take more for a host than a host: a path, a user, characters to be mapped.
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

/** A portal that listens on all addresses and was told none is one on trial, too. */
function isThisMachine(hostname: string): boolean {
  return isLoopback(hostname) || isAnyAddress(hostname);
}

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}
