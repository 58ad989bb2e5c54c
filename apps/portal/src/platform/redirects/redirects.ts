import type { Context, MiddlewareHandler } from 'hono';
import { localPath } from '../i18n/site-url.ts';
import { dataOf } from '../publishing/kind.ts';
import type { PublishedRecord } from '../publishing/published-record.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';
import { type RedirectsData, redirectsKind } from './redirects-kind.ts';

type Rule = RedirectsData['rules'][number];

/**
 * Redirects requests by the published rules, held in memory. Existing pages take precedence: rules apply only
 * to requests that would get 404.
 * @param onFollowed  called for each redirect
 */
export function followRedirects(
  model: Pick<ReadModel, 'only'>,
  onFollowed: (c: Context<PortalEnvironment>, from: string) => void,
): MiddlewareHandler<PortalEnvironment> {
  let read: { from: PublishedRecord | undefined; rules: ReadonlyMap<string, Rule> } | undefined;
  function rules(): ReadonlyMap<string, Rule> {
    const record = model.only(redirectsKind.name);
    if (!read || read.from !== record) {
      const all = record ? dataOf(redirectsKind, record).rules : [];
      read = { from: record, rules: new Map(all.map((rule) => [rule.from, rule])) };
    }
    return read.rules;
  }
  return async (c, next) => {
    await next();
    if (c.res.status !== 404 || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return;
    const english = /^\/en(?=\/|$)/.test(c.req.path);
    // Rules are written in decoded form.
    const rule = rules().get(decoded(english ? c.req.path.slice(3) || '/' : c.req.path));
    if (!rule) return;
    onFollowed(c, rule.from);
    const headers = new Headers(c.res.headers);
    const { body } = c.res;
    c.res = undefined;
    if (!rule.to) {
      c.res = new Response(body, { status: 410, headers });
      return;
    }
    const inEnglish = english && !rule.external && !/^\/en(\/|$)/.test(rule.to);
    const to = localPath(rule.to, inEnglish ? 'en' : 'ja');
    for (const name of ['content-type', 'content-encoding', 'content-length']) headers.delete(name);
    headers.set('location', encodeURI(decoded(to)));
    c.res = new Response(null, { status: rule.status === '301' ? 301 : 302, headers });
  };
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
