import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { LargeForm } from '../feature.ts';
import type { PortalEnvironment } from './request-variables.ts';

const largestForm = 64 * 1024;

/** Refuses forms that are larger than they can be; those that carry files have limits of their own. */
export function limitForms(largeForms: readonly LargeForm[]): MiddlewareHandler<PortalEnvironment> {
  const usual = bodyLimit({ maxSize: largestForm });
  const larger = largeForms.map(({ path, largest }) => ({
    path: new RegExp(`^(/en)?${path.replace(/:\w+/g, '[^/]+')}$`),
    limit: bodyLimit({ maxSize: largest }),
  }));
  return (c, next) => {
    // Nobody reads what a GET carries, and looking for it costs as much as drawing a card.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    return (larger.find(({ path }) => path.test(c.req.path))?.limit ?? usual)(c, next);
  };
}
