import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Platform } from '../platform.ts';
import { clientAddress } from './client-address.ts';
import type { PortalEnvironment } from './request-variables.ts';

/** Answers a client that exceeds the limit, with the seconds to wait. */
export type TooOften = (
  c: Context<PortalEnvironment>,
  retryAfterSeconds: number,
) => Response | Promise<Response>;

/**
 * Limits requests per client, counted in this node's memory; above the limit it answers with Retry-After.
 * @param maxRequests  requests per client and minute, if less than the configured number; a configured 0 disables
 *   this limit too
 */
export function rateLimit(
  { config, metrics }: Pick<Platform, 'config' | 'metrics'>,
  tooOften: TooOften,
  maxRequests = config.rateLimit,
): MiddlewareHandler<PortalEnvironment> {
  if (config.rateLimit === 0) return (_, next) => next();
  const limiter = new RateLimiterMemory({ points: Math.min(config.rateLimit, maxRequests), duration: 60 });
  return async (c, next) => {
    try {
      await limiter.consume(clientAddress(c, config.trustProxy));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      metrics.rateLimited.inc({ route: routePath(c) });
      c.header('Retry-After', String(seconds));
      return tooOften(c, seconds);
    }
    return next();
  };
}
