import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Logger } from '../observability/log.ts';

const paths = new Set(['/sign-in/social', '/callback/:id']);

/**
 * Takes a provider's discovery document only where it is the configured issuer's (OpenID Connect Discovery, 4.3), which
 * better-auth leaves open. What it does itself: the issuer of identity tokens, and that of the answer (RFC 9207) where
 * the provider names one there, must be the document's.
 */
export function issuerPlugin(issuer: string | undefined, log: Pick<Logger, 'error'>): BetterAuthPlugin {
  return {
    id: 'kakehashi-issuer',
    hooks: {
      before: [
        {
          matcher: ({ path }) => issuer !== undefined && paths.has(path ?? ''),
          handler: createAuthMiddleware(async ({ context }) => {
            for (const each of context.socialProviders) {
              const provider =
                typeof each === 'function' ? await (each as () => Promise<typeof each>)() : each;
              const named = provider.issuer;
              if (named === undefined || withoutSlash(named) === withoutSlash(issuer ?? '')) continue;
              log.error(
                { configured: issuer, named },
                'the OpenID provider names another issuer than is configured',
              );
              throw new APIError('BAD_GATEWAY', { code: 'ISSUER_MISMATCH' });
            }
          }),
        },
      ],
    },
  };
}

/** People write issuers with or without a slash at the end. */
const withoutSlash = (address: string) => address.replace(/\/+$/, '');
