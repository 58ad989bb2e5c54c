import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { Logger } from '../observability/log.ts';

const paths = new Set(['/sign-in/social', '/callback/:id']);

/**
 * Accepts a provider's discovery document only if its issuer is the configured one (OpenID Connect Discovery,
 * 4.3), which better-auth does not check. better-auth itself checks that the issuer of ID tokens, and of the
 * response (RFC 9207) if given, matches the document.
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

/** Issuers are configured with or without a trailing slash. */
const withoutSlash = (address: string) => address.replace(/\/+$/, '');
