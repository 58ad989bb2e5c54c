import type { MiddlewareHandler } from 'hono';
import type { Platform } from '../platform.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';
import { authHeaders } from './request-headers.ts';

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?kakehashi\.session_token=/;

/**
 * Identifies the sender of a request. Without a session cookie the database is not queried. While the
 * database is unreachable everyone is treated as a visitor: public pages still work, and protected pages
 * report the outage.
 */
export function recogniseUser({ config, identity, log }: Platform): MiddlewareHandler<PortalEnvironment> {
  return async (c, next) => {
    if (!sessionCookie.test(c.req.header('cookie') ?? '')) return next();
    try {
      const user = await identity.recognise(authHeaders(c, config.trustProxy));
      if (user) c.set('user', user);
    } catch (error) {
      c.set('sessionUnchecked', true);
      log.warn({ err: error, requestId: c.get('requestId') }, 'could not find out who is signed in');
    }
    return next();
  };
}
