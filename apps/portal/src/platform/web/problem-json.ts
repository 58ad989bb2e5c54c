import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Problem } from '../outcome/outcome.ts';
import type { PortalEnvironment } from './request-variables.ts';

const titles: Partial<Record<ContentfulStatusCode, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  421: 'Misdirected Request',
  429: 'Too Many Requests',
  411: 'Length Required',
  413: 'Content Too Large',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
};

/** Sends problem details (RFC 9457); `problems` names each invalid parameter. */
export function sendProblem(
  c: Context<PortalEnvironment>,
  status: ContentfulStatusCode,
  problems: Problem[],
): Response {
  const language = c.req.query('lang') === 'en' ? 'en' : 'ja';
  const [first] = problems;
  const body = {
    type: first ? `urn:kakehashi:problem:${first.code}` : 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    detail: problems.map((problem) => problem.message[language]).join(' '),
    instance: c.req.path,
    requestId: c.get('requestId'),
    problems: problems.map(({ code, field, message }) => ({ code, parameter: field, message })),
  };
  return c.body(JSON.stringify(body), status, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}
