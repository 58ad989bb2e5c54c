import type { MiddlewareHandler } from 'hono';
import { sendProblem } from './problem-json.ts';
import type { PortalEnvironment } from './request-variables.ts';

const methods = 'GET, HEAD, OPTIONS';
/** Seconds for which a browser may cache the preflight response. */
const preflightAge = '86400';

/**
 * CORS for the API: other sites' scripts may read responses, including errors. Reading only. Browsers send a
 * preflight OPTIONS request if a script sets custom headers.
 */
export function readableByAll(): MiddlewareHandler<PortalEnvironment> {
  return async (c, next) => {
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Access-Control-Expose-Headers', 'ETag, Retry-After, X-Request-Id');
    if (c.req.method === 'OPTIONS') {
      c.header('Allow', methods);
      c.header('Access-Control-Allow-Methods', methods);
      c.header('Access-Control-Allow-Headers', '*');
      c.header('Access-Control-Max-Age', preflightAge);
      return c.body(null, 204);
    }
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    c.header('Allow', methods);
    return sendProblem(c, 405, [onlyForReading]);
  };
}

const onlyForReading = {
  code: 'only-for-reading',
  message: { ja: 'この API は読むためだけのものです。', en: 'This API is for reading only.' },
};
