import { createMcpHandler, type McpServer } from '@modelcontextprotocol/server';
import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { localPath } from '../../../platform/i18n/site-url.ts';
import type { Platform } from '../../../platform/platform.ts';
import { localPortOf } from '../../../platform/web/own-host-only.ts';
import { rateLimit } from '../../../platform/web/rate-limit.ts';
import type { PortalEnvironment } from '../../../platform/web/request-variables.ts';
import { dataPolicy } from '../../../platform/web/security-headers.ts';
import { createSiteHosts } from '../../../platform/web/site-hosts.ts';
import { mcpPaths } from './paths.ts';

/** Bytes of a request: the longest question that the tools take is a few kilobytes. */
const largestRequest = 32 * 1024;
/** Requests per client and minute; a conversation needs a few dozen. */
const mostPerMinute = 120;

/**
 * The endpoint of the Model Context Protocol (streamable HTTP). Each request gets a server of its own and is
 * forgotten with its answer: there are no sessions, streams or subscriptions to hold. It is served before anybody
 * is recognised, so it sees no cookie.
 */
export function mcpEndpoint(
  routes: Hono<PortalEnvironment>,
  platform: Pick<Platform, 'config' | 'metrics' | 'log'>,
  createServer: () => McpServer,
): { close(): Promise<void> } {
  const { endpoint, guide } = mcpPaths;
  const handler = createMcpHandler(createServer, {
    maxRequestBodySize: largestRequest,
    maxSubscriptions: 0,
    onerror: (error) => platform.log.debug({ err: error }, 'an MCP request was refused'),
  });
  routes.use(endpoint, ownOriginOnly(platform.config.baseUrl));
  routes.use(
    endpoint,
    rateLimit(
      platform,
      (c, seconds) => refuse(c, 429, `Too many requests; wait ${seconds} seconds, as Retry-After says.`),
      mostPerMinute,
    ),
  );
  routes.use(
    endpoint,
    bodyLimit({
      maxSize: largestRequest,
      onError: (c) => {
        // Do not wait for the rest of the body.
        c.header('Connection', 'close');
        return refuse(c, 413, `A request has at most ${largestRequest} bytes.`);
      },
    }),
  );
  routes.get(endpoint, async (c, next) => {
    const language = /^en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'ja';
    const isBrowser = c.req.header('accept')?.includes('text/html') ?? false;
    return isBrowser ? c.redirect(localPath(guide, language), 303) : next();
  });
  routes.all(endpoint, async (c) => {
    const isPost = c.req.method === 'POST';
    if (!isPost) c.header('Allow', 'POST');
    const read = isPost ? await readMessage(c) : undefined;
    if (read && !read.ok) return refuse(c, 400, read.text, read.code);
    const answer = await handler.fetch(c.req.raw, read ? { parsedBody: read.message } : {});
    for (const name of ['content-type', 'retry-after']) {
      const value = answer.headers.get(name);
      if (value) c.header(name, value);
    }
    c.header('Content-Security-Policy', dataPolicy);
    // 499 of the handler says that the client has left; a server cannot send it.
    const status = answer.status === 499 ? 400 : (answer.status as ContentfulStatusCode);
    return answer.body ? c.body(answer.body as ReadableStream<Uint8Array>, status) : c.body(null, status);
  });
  return handler;
}

const parseError = -32_700;
const invalidRequest = -32_600;

/** The body, read by way of the check for malformed text. */
async function readMessage(
  c: Context<PortalEnvironment>,
): Promise<{ ok: true; message: unknown } | { ok: false; code: number; text: string }> {
  const text = await c.req.text();
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return { ok: false, code: parseError, text: 'Parse error: the body is not JSON.' };
  }
  // One call is counted as one: a batch would buy many for the price of it. It left the protocol in June 2025.
  if (Array.isArray(message))
    return { ok: false, code: invalidRequest, text: 'Send one message a request; batches are not taken.' };
  return { ok: true, message };
}

/** Browsers name the page that calls: only pages of this site may, as the protocol wants against DNS rebinding. */
function ownOriginOnly(baseUrl: string): MiddlewareHandler<PortalEnvironment> {
  const hosts = createSiteHosts(baseUrl);
  return (c, next) => {
    const origin = c.req.header('origin');
    const isOwn = origin === undefined || hosts.isOwnOrigin(origin, localPortOf(c));
    return isOwn ? next() : Promise.resolve(refuse(c, 403, 'Pages of other sites may not call this.'));
  };
}

function refuse(
  c: Context,
  status: ContentfulStatusCode,
  message: string,
  code: number = invalidRequest,
): Response {
  return c.json({ jsonrpc: '2.0', id: null, error: { code, message } }, status);
}
