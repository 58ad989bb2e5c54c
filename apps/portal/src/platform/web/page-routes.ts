import type { Context, Hono, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../i18n/language.ts';
import { localPath } from '../i18n/site-url.ts';
import { isOwedBefore, may, type Permission } from '../identity/permissions.ts';
import type { SignedInUser } from '../identity/user.ts';
import type { OrganisationRooms } from '../organisations/rooms.ts';
import { acceptedEncoding, compressBody, type Encoding, takesGzip } from './compression.ts';
import type { DividedPage } from './divided-page.ts';
import type { Page } from './page.ts';
import type { PageCache } from './page-cache.ts';
import type { MenuLink, OrganisationContext, PageContext, SignedInContext } from './page-context.ts';
import type { PortalEnvironment } from './request-variables.ts';

/** Result of a page's route: a page, a page with a status, or a response such as a redirect. */
export type PageAnswer = Page | { page: Page; status: ContentfulStatusCode } | Response;

type MaybePageAnswer = PageAnswer | undefined | Promise<PageAnswer | undefined>;

/** Returns undefined if there is no such record: the reader gets the not-found page. */
export type PageHandler<Ctx extends PageContext = PageContext> = (
  c: Context<PortalEnvironment>,
  ctx: Ctx,
) => MaybePageAnswer;

/** A declared route, for tests. */
export interface DeclaredRoute {
  method: 'GET' | 'POST';
  /** Path with its language prefix. */
  path: string;
  permission: Permission | 'public';
  /** Whether the permission is checked within the organisation named in the path. */
  within: boolean;
}

export interface PageRoutesOptions {
  app: Hono<PortalEnvironment>;
  language: Language;
  context(c: Context<PortalEnvironment>, language: Language): PageContext;
  notFound(ctx: PageContext): Page;
  /** For signed-in users without the permission. */
  forbidden(ctx: PageContext): Page;
  cache: PageCache;
  rooms: OrganisationRooms;
  /** Pages of capabilities in rooms; paths are relative to the room. */
  roomMenu: readonly (MenuLink & { permission: Permission })[];
  /** For a form sent after its sender's session ended. */
  signedOut(ctx: PageContext, sent: SentForm): Page;
  /** Called for every route. */
  declare(route: DeclaredRoute): void;
  /** Called for every public page that was rendered, with its route without language prefix. */
  shown(c: Context<PortalEnvironment>, ctx: PageContext, route: string): void;
  /** Every route of the site declared so far. */
  declared: readonly DeclaredRoute[];
}

/** A rejected form submission. */
export interface SentForm {
  /** URL of the form's submission, also for sending it again. */
  action: string;
  /** Names and values; never passwords or files. */
  fields: readonly (readonly [name: string, value: string])[];
}

/** Path for visitors who must sign in, without language prefix. */
const signInPath = '/sign-in';
/** Path where staff set up or verify their second factor, without language prefix. */
export const secondFactorPath = '/account/second-factor';

/** Path of an organisation's room, without language prefix. */
export const roomPathOf = <Id extends string>(organisation: Id) => `/organisations/${organisation}` as const;
const roomPath = roomPathOf(':organisation');

/** Routes that require a permission; their handlers know the signed-in user. */
export interface PermittedRoutes<Ctx extends SignedInContext = SignedInContext> {
  get(path: string, handler: PageHandler<Ctx>): void;
  post(path: string, handler: PageHandler<Ctx>): void;
}

/** Routes of pages in one language: `/search` is registered as `/search` in Japanese and `/en/search` in English. */
export class PageRoutes {
  readonly #options: PageRoutesOptions;

  constructor(options: PageRoutesOptions) {
    this.#options = options;
  }

  /** Every route of the site, after all features have declared theirs. */
  get declared(): readonly DeclaredRoute[] {
    return this.#options.declared;
  }

  /** A public page. */
  get(path: string, handler: PageHandler): void {
    this.#register('GET', path, 'public', handler);
  }

  /**
   * A public page that depends only on its URL, the display settings, the published records and the time:
   * cached for a few seconds.
   */
  shared(path: string, handler: PageHandler): void {
    this.#register('GET', path, 'public', handler, 'shared');
  }

  /** A public form; like every form it is accepted from this site's pages only. */
  post(path: string, handler: PageHandler): void {
    this.#register('POST', path, 'public', handler);
  }

  /**
   * Routes for users with a permission in any organisation. If the route concerns one organisation, the
   * service checks further; organisations' private data is in their rooms (`within`).
   */
  permit(permission: Permission): PermittedRoutes {
    return this.#guarded(permission, '', async (c, ctx, handler) => {
      if (!may(ctx.user, permission)) return { page: this.#options.forbidden(ctx), status: 403 };
      return handler(c, ctx);
    });
  }

  /**
   * Routes in organisations' rooms, below `/organisations/:organisation`, for users with a permission in the
   * organisation whose id is in the path. Handlers can access that organisation's data only. Users without
   * membership or permission there get 404.
   * @param _place  documents that the path names the organisation
   */
  within(_place: ':organisation', permission: Permission): PermittedRoutes<OrganisationContext> {
    return this.#guarded<OrganisationContext>(permission, roomPath, async (c, ctx, handler) => {
      const room = await this.#options.rooms.find(c.req.param('organisation') ?? '');
      if (!room) return undefined;
      const { id } = room.organisation;
      if (may(ctx.user, permission, id))
        return handler(c, { ...ctx, ...room, roomMenu: this.#roomMenu(ctx.user, id) });
      const isMember = ctx.user.memberships.some(({ organisationId }) => organisationId === id);
      return isMember ? { page: this.#options.forbidden(ctx), status: 403 } : undefined;
    });
  }

  #roomMenu(user: SignedInUser, id: string): MenuLink[] {
    return this.#options.roomMenu
      .filter((entry) => may(user, entry.permission, id))
      .map(({ path, label }) => ({ path: roomPathOf(id) + path, label }));
  }

  /** Routes for signed-in users without pending proofs; `enter` checks whether they may. */
  #guarded<Ctx extends SignedInContext>(
    permission: Permission,
    below: '' | typeof roomPath,
    enter: (
      c: Context<PortalEnvironment>,
      ctx: SignedInContext,
      handler: PageHandler<Ctx>,
    ) => Promise<PageAnswer | undefined>,
  ): PermittedRoutes<Ctx> {
    const guarded =
      (handler: PageHandler<Ctx>): PageHandler =>
      async (c, ctx) => {
        const { user } = ctx;
        if (!user && c.get('sessionUnchecked')) throw new HTTPException(503);
        if (!user) {
          const sent = await sentForm(c);
          if (!sent) return c.redirect(this.#signIn(c), 303);
          return { page: this.#options.signedOut(ctx, sent), status: 401 };
        }
        if (isOwedBefore(user, permission)) return c.redirect(this.#toSecondFactor(c), 303);
        return enter(c, { ...ctx, user }, handler);
      };
    return {
      get: (path, handler) => this.#register('GET', below + path, permission, guarded(handler), below),
      post: (path, handler) => this.#register('POST', below + path, permission, guarded(handler), below),
    };
  }

  /** Creates the context of a request in this language. */
  context(c: Context<PortalEnvironment>): PageContext {
    return this.#options.context(c, this.#options.language);
  }

  /** Adds a middleware to one path. */
  guard(path: string, middleware: MiddlewareHandler<PortalEnvironment>): void {
    this.#options.app.use(this.#address(path), middleware);
  }

  #register(
    method: DeclaredRoute['method'],
    path: string,
    permission: DeclaredRoute['permission'],
    handler: PageHandler,
    kind: '' | 'shared' | typeof roomPath = '',
  ): void {
    const { app, language, context, notFound, cache, declare, shown } = this.#options;
    const address = this.#address(path);
    const within = kind === roomPath;
    if (!within && /:organisation\b|^\/organisations\/:/.test(path))
      throw new Error(`${path} names an organisation: declare it with within()`);
    if (this.#options.declared.some((known) => known.method === method && known.path === address))
      throw new Error(`two pages are declared for ${method} ${address}`);
    declare({ method, path: address, permission, within });
    const answered = async (c: Context<PortalEnvironment>, ctx: PageContext): Promise<Response> => {
      const isCacheable = kind === 'shared' && !ctx.user;
      const found = isCacheable ? cache.find(ctx) : undefined;
      if (found) {
        if (found.searched) c.set('searched', found.searched);
        return sendCached(c, found.page, ctx.nonce);
      }
      const { sequence } = cache;
      const answer = (await handler(c, ctx)) ?? { page: notFound(ctx), status: 404 as const };
      if (!isCacheable || answer instanceof Response || 'page' in answer) return sendPage(c, answer);
      const html = Buffer.from(await answer.toString());
      cache.keep(ctx, { html, searched: c.get('searched') }, sequence);
      return sendHtml(c, html, 200);
    };
    app.on(method, address, async (c) => {
      const ctx = context(c, language);
      const answer = await answered(c, ctx);
      if (permission === 'public' && c.req.method === 'GET' && answer.status === 200) shown(c, ctx, path);
      return answer;
    });
  }

  /** URL of the sign-in page with the path to return to; a submitted form is not sent again. */
  #signIn(c: Context<PortalEnvironment>): string {
    return this.#by(signInPath, c);
  }

  #toSecondFactor(c: Context<PortalEnvironment>): string {
    return this.#by(secondFactorPath, c);
  }

  #by(path: string, c: Context<PortalEnvironment>): string {
    const { pathname, search } = new URL(c.req.url);
    const to = c.req.method === 'GET' ? pathname + search : pathname;
    return localPath(`${path}?to=${encodeURIComponent(to)}`, this.#options.language);
  }

  #address(path: string): string {
    return localPath(path, this.#options.language);
  }
}

const largestCached = 256 * 1024;

/**
 * Fields of a rejected form, to be returned to its sender; undefined for requests without a form, and for
 * forms with a password or code, which are never returned.
 */
export async function sentForm(c: Context<PortalEnvironment>): Promise<SentForm | undefined> {
  const plain = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded') ?? false;
  if (c.req.method !== 'POST' || !plain) return undefined;
  // Visitors' bodies above this size are not read.
  if (Number(c.req.header('content-length') ?? largestCached + 1) > largestCached) return undefined;
  const { pathname, search } = new URL(c.req.url);
  const fields = [...(await c.req.formData())].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const isSecret = fields.some(([name]) => /password|code|token/i.test(name));
  return fields.length > 0 && !isSecret ? { action: pathname + search, fields } : undefined;
}

/**
 * Sends a page: compressed if the client accepts it, and never stored by shared caches, since it contains a
 * nonce.
 */
export async function sendPage(c: Context<PortalEnvironment>, answer: PageAnswer): Promise<Response> {
  if (answer instanceof Response) return answer;
  const { page, status } = 'page' in answer ? answer : { page: answer, status: 200 as const };
  return sendHtml(c, Buffer.from(await page.toString()), status);
}

async function sendHtml(
  c: Context<PortalEnvironment>,
  html: Buffer,
  status: ContentfulStatusCode,
): Promise<Response> {
  const encoding = acceptedEncoding(c.req.header('accept-encoding'));
  const body = await compressBody(html, encoding);
  setPageHeaders(c, body === html ? undefined : encoding, status);
  return c.body(body as Uint8Array<ArrayBuffer>, status);
}

/** A cached page is already compressed for gzip. */
async function sendCached(
  c: Context<PortalEnvironment>,
  page: DividedPage,
  nonce: string,
): Promise<Response> {
  const header = c.req.header('accept-encoding');
  if (!takesGzip(header) && acceptedEncoding(header)) return sendHtml(c, page.plain(nonce), 200);
  setPageHeaders(c, takesGzip(header) ? 'gzip' : undefined, 200);
  const body = takesGzip(header) ? page.gzipped(nonce) : page.plain(nonce);
  return c.body(body as Uint8Array<ArrayBuffer>, 200);
}

function setPageHeaders(
  c: Context<PortalEnvironment>,
  encoding: Encoding | undefined,
  status: ContentfulStatusCode,
): void {
  c.header('Content-Type', 'text/html; charset=utf-8');
  // Pages for signed-in users and rejected forms must not be reachable with the back button after signing
  // out.
  const isOwn = c.get('user') !== undefined || status >= 400;
  c.header('Cache-Control', isOwn ? 'private, no-store' : 'private, no-cache');
  c.header('Vary', 'Accept-Encoding, Cookie');
  if (encoding) c.header('Content-Encoding', encoding);
}
