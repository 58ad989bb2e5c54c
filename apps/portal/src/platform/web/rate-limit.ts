import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Metrics } from '../observability/metrics.ts';
import { clientAddress } from './client-address.ts';
import type { PortalEnvironment } from './request-variables.ts';

export interface RateLimitOptions {
  /** Requests one client may make in a minute; 0 lifts the limit. */
  perMinute: number;
  trustProxy: boolean;
  metrics: Metrics;
}

/** Answers a client that asks too often; told in how many seconds to come back. */
export type TooOften = (
  c: Context<PortalEnvironment>,
  retryAfterSeconds: number,
) => Response | Promise<Response>;

/** Counts requests by client in this node's memory, and refuses those over the limit with Retry-After. */
export function rateLimit(
  options: RateLimitOptions,
  tooOften: TooOften,
): MiddlewareHandler<PortalEnvironment> {
  if (options.perMinute === 0) return (_, next) => next();
  const limiter = new RateLimiterMemory({ points: options.perMinute, duration: 60 });
  return async (c, next) => {
    try {
      await limiter.consume(clientAddress(c, options.trustProxy));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      options.metrics.rateLimited.inc({ route: routePath(c) });
      c.header('Retry-After', String(seconds));
      return tooOften(c, seconds);
    }
    return next();
  };
}
