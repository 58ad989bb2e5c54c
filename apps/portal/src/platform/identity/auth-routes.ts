import type { Hono } from 'hono';
import type { Platform } from '../platform.ts';
import { rateLimit } from '../web/rate-limit.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';
import { authPath, oidcProviderId } from './auth.ts';
import { authHeaders } from './request-headers.ts';

/**
 * The better-auth endpoints reachable over HTTP: the two steps of each passkey ceremony, and the OpenID
 * provider's callback. Everything else uses the portal's own forms.
 */
const open = [
  ['GET', '/passkey/generate-register-options'],
  ['POST', '/passkey/verify-registration'],
  ['GET', '/passkey/generate-authenticate-options'],
  ['POST', '/passkey/verify-authentication'],
  ['GET', `/callback/${oidcProviderId}`],
] as const;

export function authRoutes(
  app: Hono<PortalEnvironment>,
  { config, identity, metrics }: Pick<Platform, 'config' | 'identity' | 'metrics'>,
): void {
  app.use(
    `${authPath}/*`,
    rateLimit({ config, metrics }, (c) => c.json({ code: 'too-many-calls' }, 429)),
  );
  for (const [method, path] of open)
    app.on(method, authPath + path, async (c) => {
      const headers = authHeaders(c, config.trustProxy);
      const body = method === 'POST' ? await c.req.text() : null;
      return identity.auth.handler(new Request(c.req.url, { method, headers, body }));
    });
}
