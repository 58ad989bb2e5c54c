import type { Context } from 'hono';
import type { PortalEnvironment } from './request-variables.ts';

/** For answers that say nothing themselves; nobody keeps what nobody was told to keep. */
export const noStore = 'private, no-store';

/**
 * Has the last word on who may keep an answer: what sets a cookie, or was made knowing who asked, is never kept by a
 * cache that others share, whatever its route said of it.
 */
export function settleCaching(c: Context<PortalEnvironment>): void {
  const { headers } = c.res;
  const said = headers.get('cache-control');
  const isOwn =
    headers.has('set-cookie') || c.get('user') !== undefined || c.get('sessionUnchecked') === true;
  if (said === null || (isOwn && !/(^|[\s,])(private|no-store)\b/i.test(said)))
    c.header('Cache-Control', noStore);
}
