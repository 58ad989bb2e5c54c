import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Language } from '../i18n/language.ts';
import { acceptedEncoding, compressBody } from './compression.ts';
import type { PageContext } from './page-context.ts';
import type { PortalEnvironment } from './request-variables.ts';

/** A whole document: anything that turns into its HTML as a string. */
export interface Page {
  toString(): string | Promise<string>;
}

/** What a page's route gives back: a page, a page with a status, or an answer of its own such as a redirect. */
export type PageAnswer = Page | { page: Page; status: ContentfulStatusCode } | Response;

export interface PageRoutesOptions {
  app: Hono<PortalEnvironment>;
  language: Language;
  context(c: Context<PortalEnvironment>, language: Language): PageContext;
  notFound(ctx: PageContext): Page;
}

/** Routes of pages in one language: `/search` is registered as `/search` in Japanese and `/en/search` in English. */
export class PageRoutes {
  readonly #options: PageRoutesOptions;
  readonly #prefix: string;

  constructor(options: PageRoutesOptions) {
    this.#options = options;
    this.#prefix = options.language === 'ja' ? '' : `/${options.language}`;
  }

  /** @param handler  gives undefined where there is no such record: the reader sees the not-found page */
  get(
    path: string,
    handler: (
      c: Context<PortalEnvironment>,
      ctx: PageContext,
    ) => PageAnswer | undefined | Promise<PageAnswer | undefined>,
  ): void {
    const { app, language, context, notFound } = this.#options;
    app.get(this.#address(path), async (c) => {
      const ctx = context(c, language);
      const answer = (await handler(c, ctx)) ?? { page: notFound(ctx), status: 404 as const };
      return sendPage(c, answer);
    });
  }

  /** What a page in this language knows of a request. */
  context(c: Context<PortalEnvironment>): PageContext {
    return this.#options.context(c, this.#options.language);
  }

  /** Adds a middleware to one path. */
  guard(path: string, middleware: MiddlewareHandler<PortalEnvironment>): void {
    this.#options.app.use(this.#address(path), middleware);
  }

  #address(path: string): string {
    return path === '/' ? this.#prefix || '/' : `${this.#prefix}${path}`;
  }
}

/** Sends a page: compressed where the client takes it, never stored by shared caches since its nonce is its own. */
export async function sendPage(c: Context<PortalEnvironment>, answer: PageAnswer): Promise<Response> {
  if (answer instanceof Response) return answer;
  const { page, status } = 'page' in answer ? answer : { page: answer, status: 200 as const };
  const html = await page.toString();
  const encoding = acceptedEncoding(c.req.header('accept-encoding'));
  const body = await compressBody(html, encoding);
  c.header('Content-Type', 'text/html; charset=utf-8');
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Accept-Encoding, Cookie');
  if (encoding && typeof body !== 'string') c.header('Content-Encoding', encoding);
  return typeof body === 'string' ? c.body(body, status) : c.body(body as Uint8Array<ArrayBuffer>, status);
}
