import type { Context } from 'hono';
import type { PortalEnvironment } from './request-variables.ts';

/** Default for responses without their own Cache-Control. */
export const noStore = 'private, no-store';

/**
 * Final decision on caching: a response that sets a cookie, or depends on who asked, is never stored by
 * shared caches, whatever its route set.
 */
export function settleCaching(c: Context<PortalEnvironment>): void {
  const { headers } = c.res;
  const declared = headers.get('cache-control');
  const isOwn =
    headers.has('set-cookie') || c.get('user') !== undefined || c.get('sessionUnchecked') === true;
  if (declared === null || (isOwn && !/(^|[\s,])(private|no-store)\b/i.test(declared)))
    c.header('Cache-Control', noStore);
}
