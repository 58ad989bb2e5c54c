import { randomUUID } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isDatabaseUnavailable, isTextRefused } from '../database/unavailable.ts';
import type { FeatureRoutes } from '../feature.ts';
import { dayInTokyo } from '../i18n/dates.ts';
import { type Language, languages } from '../i18n/language.ts';
import { localPath } from '../i18n/site-url.ts';
import { authRoutes } from '../identity/auth-routes.ts';
import { may } from '../identity/permissions.ts';
import { recogniseUser } from '../identity/recognise-user.ts';
import type { Platform } from '../platform.ts';
import { followRedirects } from '../redirects/redirects.ts';
import { readableByAll } from './api-access.ts';
import { serveAssets } from './asset-routes.ts';
import type { Assets } from './assets.ts';
import { noStore, settleCaching } from './caching.ts';
import { isSecure } from './client-address.ts';
import { readDisplayChoice } from './display-cookie.ts';
import { displayRoutes } from './display-routes.ts';
import { BodyRefused, limitForms } from './form-limits.ts';
import { healthRoutes } from './health-routes.ts';
import type { LinkTargets } from './link-targets.ts';
import { type DeclaredApiRoute, OrganisationApi } from './organisation-api.ts';
import { ownHostOnly } from './own-host-only.ts';
import type { Page } from './page.ts';
import { PageCache } from './page-cache.ts';
import { arrangeNavigation, type PageContext, type SignedInContext } from './page-context.ts';
import {
  type DeclaredRoute,
  PageRoutes,
  type PageRoutesOptions,
  type SentForm,
  sendPage,
  sentForm,
} from './page-routes.ts';
import { sendProblem } from './problem-json.ts';
import type { PortalEnvironment } from './request-variables.ts';
import { sameOriginOnly } from './same-origin.ts';
import {
  contentSecurityPolicy,
  createNonce,
  safeHeaders,
  strictTransportSecurity,
} from './security-headers.ts';
import { createSiteHosts } from './site-hosts.ts';
import { withoutTrailingSlash } from './trailing-slash.ts';
import { wellFormedOnly } from './well-formed.ts';

/** Why a request failed. */
interface Failure {
  status: ContentfulStatusCode;
  /** Request id, under which the cause is logged. */
  reference: string;
  /** What is wrong with the request, in the reader's language. */
  detail?: string;
  /** URL of the page with the form. */
  back?: string;
  /** Fields of a rejected form. */
  sent?: SentForm | undefined;
}

/** Status pages that any route may return. */
export interface OutcomePages {
  notFound(ctx: PageContext): Page;
  failed(ctx: PageContext, failure: Failure): Page;
  /** For signed-in users without the permission, and for cross-site form submissions. */
  forbidden(ctx: PageContext): Page;
  /** For a form sent after its sender's session ended. */
  signedOut(ctx: PageContext, sent: SentForm): Page;
}

export interface AppDependencies {
  platform: Platform;
  assets: Assets;
  features: readonly FeatureRoutes[];
  outcomes: OutcomePages;
  /** Called for every route of a page or form. */
  declare?(route: DeclaredRoute): void;
  /** Called for every route for organisations' programs. */
  declareApi?(route: DeclaredApiRoute): void;
  /** Whether this node is receiving changes. */
  live(): boolean;
}

const apiPath = '/api/v1';
/** Metrics label for all files of the client build. */
const builtFiles = '/assets/*';

/** The whole site as one request handler. */
export function createApp(dependencies: AppDependencies): Hono<PortalEnvironment> {
  const { platform, assets, features, outcomes, live, declare = () => {} } = dependencies;
  const { config } = platform;
  const app = new Hono<PortalEnvironment>();
  const entries = pageAssets(assets);
  const navigation = arrangeNavigation(features.flatMap((feature) => feature.navigation ?? []));
  const linkTargets: Partial<LinkTargets> = Object.assign(
    {},
    ...features.map((feature) => feature.linkTargets),
  );
  const menu = features.flatMap((feature) => feature.menu ?? []);
  const userLinks = (ctx: SignedInContext) => features.flatMap((feature) => feature.userLinks?.(ctx) ?? []);
  const roomMenu = features.flatMap((feature) => feature.roomMenu ?? []);

  function context(c: Context<PortalEnvironment>, language: Language): PageContext {
    const url = new URL(c.req.url);
    const prefix = language === 'ja' ? '' : `/${language}`;
    const user = c.get('user');
    return {
      language,
      ...readDisplayChoice(c),
      path: url.pathname.slice(prefix.length) || '/',
      queryString: url.search,
      baseUrl: config.baseUrl,
      nonce: c.get('nonce'),
      assets: entries,
      today: dayInTokyo(platform.now()),
      navigation,
      linkTargets,
      ...(user && { user, menu: menu.filter(({ permission }) => may(user, permission)), userLinks }),
      href: (path) => localPath(path, language),
    };
  }

  /** The matched route pattern, of which there are few; patterns of middleware for all paths are ignored. */
  const routeOf = (c: Context): string => {
    const path = matchedRoutes(c).findLast((route) => route.path !== '/*')?.path ?? '/*';
    return assets.files.has(path) ? builtFiles : path;
  };

  const hosts = createSiteHosts(config.baseUrl);
  app.use(observe(platform, routeOf));
  app.use(ownHostOnly(hosts, (c) => misdirected(c, config.baseUrl)));
  app.use(wellFormedOnly());
  const counting = features.filter((feature) => feature.onRedirected);
  app.use(
    followRedirects(platform.model, (c, from) => {
      for (const feature of counting) feature.onRedirected?.(c, from);
    }),
  );
  for (const path of assets.files.keys()) app.get(path, serveAssets(assets));
  healthRoutes(app, platform, live);

  const organisationApi = new OrganisationApi(app, apiPath, platform, dependencies.declareApi ?? (() => {}));
  for (const feature of features) feature.organisationApi?.(organisationApi);
  organisationApi.refuseOtherMethods();
  app.use(`${apiPath}/*`, readableByAll());

  // Public data is the same for everyone and cacheable, so the sender is not identified.
  const api = new Hono<PortalEnvironment>();
  for (const feature of features) {
    feature.api?.(api);
    feature.files?.(app);
  }
  app.route(apiPath, api);

  const recognise = recogniseUser(platform);
  app.use((c, next) => (isData(c) ? next() : recognise(c, next)));
  app.use(limitForms(features.flatMap((feature) => feature.largeForms ?? [])));
  app.use(
    sameOriginOnly(
      hosts,
      (path) => features.some((feature) => feature.crossSitePosts?.includes(path)),
      (c) => sendPage(c, { page: outcomes.forbidden(context(c, c.get('language'))), status: 403 }),
    ),
  );
  authRoutes(app, platform);
  displayRoutes(app, platform);

  const watching = features.filter((feature) => feature.onShown);
  const shown: PageRoutesOptions['shown'] = (c, ctx, route) => {
    for (const feature of watching) feature.onShown?.({ c, ctx, route });
  };
  const declared: DeclaredRoute[] = [];
  const addRoute = (route: DeclaredRoute) => {
    declared.push(route);
    declare(route);
  };
  const cache = new PageCache(platform.model, platform.now);
  for (const language of languages) {
    const { notFound, forbidden, signedOut } = outcomes;
    const pages = { notFound, forbidden, signedOut, cache, shown, rooms: platform.rooms, roomMenu };
    const routes = new PageRoutes({ app, language, context, ...pages, declare: addRoute, declared });
    for (const feature of features) feature.pages?.(routes);
  }

  app.notFound((c) => {
    const trimmed = correctedAddress(c);
    if (trimmed !== undefined) return c.redirect(trimmed, 301);
    if (isApi(c)) return sendProblem(c, 404, [noSuchAddress]);
    return sendPage(c, { page: outcomes.notFound(context(c, c.get('language'))), status: 404 });
  });
  app.onError(async (error, c) => {
    const requestId = c.get('requestId');
    if (clientDisconnected(c)) {
      platform.log.debug(
        { err: error, requestId, route: routeOf(c) },
        'the client left before it had sent all',
      );
      return c.body(null, 400);
    }
    const status = statusOf(error);
    if (status >= 500) platform.log.error({ err: error, requestId, route: routeOf(c) }, 'request failed');
    if (status === 503) c.header('Retry-After', String(secondsUntilBack));
    if (isApi(c)) return sendProblem(c, status, [status >= 500 ? serverFault : refusedRequest]);
    const sent = status === 503 ? await sentForm(c).catch(() => undefined) : undefined;
    const detail = error instanceof BodyRefused ? error.text[c.get('language')] : undefined;
    const page = outcomes.failed(context(c, c.get('language')), {
      status,
      reference: requestId,
      sent,
      ...(detail && { detail, ...back(c) }),
    });
    return sendPage(c, { page, status });
  });
  return app;
}

/** Whether the client disconnected while sending: there is nobody to answer, and it is not a server error. */
function clientDisconnected(c: Context<PortalEnvironment>): boolean {
  const incoming = c.env?.incoming;
  return incoming !== undefined && !incoming.complete && incoming.socket.destroyed;
}

/** The page of this site with the form, from the Referer if the browser sends one. */
function back(c: Context<PortalEnvironment>): { back?: string } {
  const from = c.req.header('referer') ?? '';
  if (!URL.canParse(from)) return {};
  const { host, pathname, search } = new URL(from);
  return host === c.req.header('host') && !pathname.startsWith('//') ? { back: pathname + search } : {};
}

/** Retry-After; a restarting database is usually back by then. */
const secondsUntilBack = 10;

function statusOf(error: Error): ContentfulStatusCode {
  if (error instanceof HTTPException) return error.status as ContentfulStatusCode;
  if (isTextRefused(error)) return 400;
  return isDatabaseUnavailable(error) ? 503 : 500;
}

/** Sets each request's id, nonce and headers; times and logs it without personal data. */
function observe(
  { config, log, metrics }: Platform,
  routeOf: (c: Context) => string,
): MiddlewareHandler<PortalEnvironment> {
  return async (c, next) => {
    const start = performance.now();
    const secure = isSecure(c, config.trustProxy);
    const requestId = randomUUID();
    const nonce = createNonce();
    c.set('requestId', requestId);
    c.set('nonce', nonce);
    c.set('language', /^\/en(\/|$)/.test(c.req.path) ? 'en' : 'ja');
    for (const [name, value] of safeHeaders) c.header(name, value);
    c.header('X-Request-Id', requestId);
    c.header('Cache-Control', noStore);
    c.header('Content-Security-Policy', contentSecurityPolicy(nonce, secure));
    if (secure) c.header('Strict-Transport-Security', strictTransportSecurity);
    await next();
    settleCaching(c);
    const seconds = (performance.now() - start) / 1000;
    const labels = { method: c.req.method, route: routeOf(c), status: String(c.res.status) };
    metrics.requestSeconds.observe(labels, seconds);
    log.info({ requestId, ...labels, seconds }, 'request');
  };
}

function pageAssets(assets: Assets): PageContext['assets'] {
  return {
    styles: assets.address('src/ui/styles/main.css'),
    fonts: assets.address('src/ui/styles/fonts.css'),
    capabilityStyles: assets.capabilityStyles,
    script: assets.address('src/client/main.ts'),
  };
}

/** The path without its trailing slash; undefined if it has none. */
function correctedAddress(c: Context<PortalEnvironment>): string | undefined {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return undefined;
  const { pathname, search } = new URL(c.req.url);
  const path = withoutTrailingSlash(pathname);
  return path === undefined ? undefined : path + search;
}

/** Paths that serve data; their 404 response is the same for everyone. */
function isData(c: Context<PortalEnvironment>): boolean {
  return isApi(c) || /^\/(assets|\.well-known|open-data|en\/open-data|pictures)\//.test(c.req.path);
}

function isApi(c: Context<PortalEnvironment>): boolean {
  return c.req.path.startsWith(`${apiPath}/`) || c.req.path === apiPath;
}

/** Response with the site's address to a request for another host. */
function misdirected(c: Context<PortalEnvironment>, baseUrl: string): Response {
  const message = {
    ja: `このアドレスにこのサイトはありません。サイトは ${baseUrl} です。（運用される方へ: 利用者が開くアドレスを KAKEHASHI_BASE_URL に設定してください。）`,
    en: `This site is not at this address but at ${baseUrl}. (If you run it, set KAKEHASHI_BASE_URL to the address that readers open.)`,
  };
  if (isApi(c)) return sendProblem(c, 421, [{ code: 'misdirected-request', message }]);
  return c.text(`${message.ja}\n${message.en}\n`, 421);
}

const noSuchAddress = {
  code: 'not-found',
  message: { ja: 'このアドレスには何もありません。', en: 'There is nothing at this address.' },
};
const refusedRequest = {
  code: 'refused-request',
  message: { ja: 'この要求は受け付けられません。', en: 'This request is refused.' },
};
const serverFault = {
  code: 'server-fault',
  message: {
    ja: 'サーバーで問題が起きました。しばらくしてからもう一度お試しください。',
    en: 'Something went wrong on the server. Please try again in a while.',
  },
};
