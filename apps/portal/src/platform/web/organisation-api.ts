import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { AuditActor } from '../audit/audit.ts';
import { networkOf } from '../audit/network.ts';
import { type RecognisedToken, recogniseAccessToken } from '../organisations/access-token.ts';
import type { Scope } from '../organisations/scopes.ts';
import type { Problem } from '../outcome/outcome.ts';
import type { Platform } from '../platform.ts';
import { noStore } from './caching.ts';
import { clientAddress } from './client-address.ts';
import { sendProblem } from './problem-json.ts';
import { rateLimit } from './rate-limit.ts';
import type { PortalEnvironment } from './request-variables.ts';

/**
 * Context of a request with an organisation's access token.
 * @public
 */
export interface OrganisationApiContext extends RecognisedToken {
  /** The token as an actor in the audit log. */
  actor: AuditActor;
}

/** Returns undefined if the organisation has no such resource. */
export type OrganisationApiHandler = (
  c: Context<PortalEnvironment>,
  ctx: OrganisationApiContext,
) => Response | undefined | Promise<Response | undefined>;

/** A declared route, for tests. */
export interface DeclaredApiRoute {
  method: 'GET' | 'POST' | 'DELETE';
  /** Including `/api/v1`. */
  path: string;
  scope: Scope;
}

/** Prefix of an organisation's routes, below the API's path. */
const roomPath = '/organisations/:organisation';

/** Default limit of a request body in bytes. */
const usualBody = 64 * 1024;

interface RoutesOfScope {
  get(path: string, handler: OrganisationApiHandler): void;
  /** @param largest  most bytes of the body; default 64 KiB. Content-Length is required. */
  post(path: string, handler: OrganisationApiHandler, largest?: number): void;
  delete(path: string, handler: OrganisationApiHandler): void;
}

/** Routes for organisations' programs: by access token only, without cookies, never cached. */
export class OrganisationApi {
  readonly #app: Hono<PortalEnvironment>;
  readonly #prefix: string;
  readonly #platform: Platform;
  readonly #declare: (route: DeclaredApiRoute) => void;
  readonly #limit: MiddlewareHandler<PortalEnvironment>;
  readonly #methods = new Map<string, Set<string>>();

  constructor(
    app: Hono<PortalEnvironment>,
    prefix: string,
    platform: Platform,
    declare: (route: DeclaredApiRoute) => void,
  ) {
    this.#app = app;
    this.#prefix = prefix;
    this.#platform = platform;
    this.#declare = declare;
    this.#limit = rateLimit(platform, (c) => sendProblem(c, 429, [tooOften]));
  }

  /**
   * Routes for tokens with a scope.
   * @param place  `:organisation`: paths are below `/organisations/:organisation`, and another organisation's
   *   token gets 404; `token`: paths are below the API's own, and the token determines the organisation
   */
  within(place: ':organisation' | 'token', scope: Scope): RoutesOfScope {
    const below = place === ':organisation' ? roomPath : '';
    const add =
      (method: DeclaredApiRoute['method']) =>
      (path: string, handler: OrganisationApiHandler, largest = usualBody): void => {
        if (/:organisation\b/.test(path)) throw new Error(`${path}: the organisation is named by within`);
        this.#add({ method, path: `${this.#prefix}${below}${path}`, scope }, handler, largest);
      };
    return { get: add('GET'), post: add('POST'), delete: add('DELETE') };
  }

  #add(route: DeclaredApiRoute, handler: OrganisationApiHandler, largest: number): void {
    const { method, path, scope } = route;
    this.#declare(route);
    this.#methods.set(path, (this.#methods.get(path) ?? new Set()).add(method));
    this.#app.on(method, path, this.#limit, async (c) => {
      const answer = await this.#answer(c, scope, handler, largest);
      answer.headers.set('Cache-Control', noStore);
      answer.headers.delete('Set-Cookie');
      return answer;
    });
  }

  async #answer(
    c: Context<PortalEnvironment>,
    scope: Scope,
    handler: OrganisationApiHandler,
    largest: number,
  ): Promise<Response> {
    const { rooms, config, now } = this.#platform;
    const [, token] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(c.req.header('authorization') ?? '') ?? [];
    const network = networkOf(clientAddress(c, config.trustProxy));
    const found = token && (await recogniseAccessToken(rooms, token, network, now()));
    if (!found) {
      c.header('WWW-Authenticate', `Bearer realm="Kakehashi"${token ? ', error="invalid_token"' : ''}`);
      return sendProblem(c, 401, [token ? wrongToken : noToken]);
    }
    const named = c.req.param('organisation');
    if (named !== undefined && named !== found.organisation.id) return sendProblem(c, 404, [nothingHere]);
    if (!found.token.scopes.includes(scope)) {
      c.header('WWW-Authenticate', `Bearer realm="Kakehashi", error="insufficient_scope", scope="${scope}"`);
      return sendProblem(c, 403, [scopeMissing(scope)]);
    }
    if (c.req.method === 'POST') {
      const length = c.req.header('content-length');
      if (length === undefined) return sendProblem(c, 411, [lengthMissing]);
      if (Number(length) > largest) return sendProblem(c, 413, [tooLarge(largest)]);
    }
    const actor = { id: `access-token:${found.token.id}`, network };
    return (await handler(c, { ...found, actor })) ?? sendProblem(c, 404, [nothingHere]);
  }

  /** Answers other methods with 405 and the allowed ones; call it after all routes are declared. */
  refuseOtherMethods(): void {
    for (const [path, methods] of this.#methods) {
      this.#app.all(path, (c) => {
        c.header('Allow', [...methods].join(', '));
        return sendProblem(c, 405, [otherMethod]);
      });
    }
  }
}

const noToken: Problem = {
  code: 'access-token-missing',
  message: {
    ja: 'Authorization ヘッダーに「Bearer」と組織のアクセストークンを書いてください。',
    en: 'Send an access token of the organisation in the header Authorization, after “Bearer”.',
  },
};
const wrongToken: Problem = {
  code: 'access-token-invalid',
  message: {
    ja: 'このアクセストークンは使えません。写し間違いがないか、取り消しや期限切れになっていないかを確かめてください。',
    en: 'This access token does not work. Check that it was copied whole, and that it is neither revoked nor expired.',
  },
};
const nothingHere: Problem = {
  code: 'not-found',
  message: { ja: 'このアドレスには何もありません。', en: 'There is nothing at this address.' },
};
const lengthMissing: Problem = {
  code: 'length-missing',
  message: {
    ja: '送るものの長さを Content-Length ヘッダーに書いてください。',
    en: 'Say how long the request is, in the header Content-Length.',
  },
};
const tooLarge = (largest: number): Problem => ({
  code: 'too-large',
  message: {
    ja: `送れるのは ${largest.toLocaleString('en')} バイトまでです。`,
    en: `No more than ${largest.toLocaleString('en')} bytes can be sent here.`,
  },
});
const tooOften: Problem = {
  code: 'too-many-requests',
  message: {
    ja: '短い時間に要求が続きました。Retry-After の秒数だけ待ってからもう一度送ってください。',
    en: 'Too many requests in a short time. Wait for the seconds in Retry-After, then send it again.',
  },
};
const otherMethod: Problem = {
  code: 'method-not-allowed',
  message: {
    ja: 'このアドレスでは使えないメソッドです。使えるものは Allow ヘッダーにあります。',
    en: 'This address does not take that method; the header Allow names those it takes.',
  },
};
const scopeMissing = (scope: Scope): Problem => ({
  code: 'access-token-scope-missing',
  message: {
    ja: `このアクセストークンには「${scope}」の範囲がありません。この範囲を含むトークンを作ってください。`,
    en: `This access token lacks the scope “${scope}”. Make one that has it.`,
  },
});
