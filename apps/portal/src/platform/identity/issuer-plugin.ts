import type { BetterAuthPlugin } from 'better-auth';
import { APIError, createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';
import type { OidcConfig } from '../config/index.ts';
import type { Logger } from '../observability/log.ts';

const callback = '/callback/:id';
const paths = new Set(['/sign-in/social', callback]);

interface Dependencies {
  log: Pick<Logger, 'error' | 'warn'>;
  now(): Date;
}

/** Address of a provider's discovery document. */
export function discoveryUrl({ issuer }: Pick<OidcConfig, 'issuer'>): string {
  return `${withoutSlash(issuer)}/.well-known/openid-configuration`;
}

/**
 * Closes what better-auth leaves open about who answers. It checks itself that the issuer of ID tokens, and of
 * the response (RFC 9207) if given, matches the discovery document; this plugin adds:
 * - the document must name the configured issuer (OpenID Connect Discovery, 4.3);
 * - a response without an issuer is refused where the document announces that there always is one (RFC 9207,
 *   2.4): otherwise whoever mixes up two providers would only have to leave it out.
 */
export function issuerPlugin(oidc: OidcConfig | undefined, dependencies: Dependencies): BetterAuthPlugin {
  const { log } = dependencies;
  const announcement = oidc && new IssuerAnnouncement(discoveryUrl(oidc), dependencies);
  return {
    id: 'kakehashi-issuer',
    hooks: {
      before: [
        {
          matcher: ({ path }) => oidc !== undefined && paths.has(path ?? ''),
          handler: createAuthMiddleware(async ({ context }) => {
            for (const each of context.socialProviders) {
              const provider =
                typeof each === 'function' ? await (each as () => Promise<typeof each>)() : each;
              const named = provider.issuer;
              if (named === undefined || withoutSlash(named) === withoutSlash(oidc?.issuer ?? '')) continue;
              log.error(
                { configured: oidc?.issuer, named },
                'the OpenID provider names another issuer than is configured',
              );
              throw new APIError('BAD_GATEWAY', { code: 'ISSUER_MISMATCH' });
            }
          }),
        },
        {
          matcher: ({ path }) => announcement !== undefined && path === callback,
          handler: createAuthMiddleware(async ({ query }) => {
            if (query?.iss || !(await announcement?.isMade())) return;
            log.warn('an answer of the OpenID provider lacks the issuer that it announces');
            // No issuer is called so: better-auth refuses the answer as one of another issuer.
            return { context: { query: { ...query, iss: 'none' } } };
          }),
        },
      ],
    },
  };
}

const document = z.object({ authorization_response_iss_parameter_supported: z.boolean().optional() });

/** Milliseconds for which what a document says is taken to hold. */
const holds = 60 * 60 * 1_000;
const timeoutMs = 10_000;

/** Whether a provider's discovery document announces that its responses name their issuer (RFC 9207, 3). */
class IssuerAnnouncement {
  readonly #url: string;
  readonly #dependencies: Dependencies;
  #read: { isMade: boolean; at: Date } | undefined;

  constructor(url: string, dependencies: Dependencies) {
    this.#url = url;
    this.#dependencies = dependencies;
  }

  /** True also where the document cannot be read: without it nobody could sign in anyway. */
  async isMade(): Promise<boolean> {
    const { log, now } = this.#dependencies;
    const at = now();
    if (this.#read && at.getTime() - this.#read.at.getTime() < holds) return this.#read.isMade;
    try {
      const answer = await fetch(this.#url, { signal: AbortSignal.timeout(timeoutMs) });
      if (!answer.ok) throw new Error(`${this.#url} answered ${answer.status}`);
      const { authorization_response_iss_parameter_supported: isMade = false } = document.parse(
        await answer.json(),
      );
      this.#read = { isMade, at };
      return isMade;
    } catch (error) {
      log.warn({ err: error }, 'the discovery document of the OpenID provider could not be read');
      return true;
    }
  }
}

/** Issuers are configured with or without a trailing slash. */
function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
