import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { LargeForm } from '../feature.ts';
import type { Label } from '../i18n/localised.ts';
import type { PortalEnvironment } from './request-variables.ts';

const largestForm = 64 * 1024;

/** The body was not read, and why. */
export class BodyRefused extends HTTPException {
  readonly text: Label;

  constructor(status: 411 | 413, text: Label) {
    super(status);
    this.text = text;
  }
}

/**
 * Rejects a body larger than its route allows by its declared length, before reading it. A body without a
 * declared length is rejected from visitors, and counted while reading from signed-in users.
 * @param largeForms  forms with a higher limit; all require a permission
 */
export function limitForms(largeForms: readonly LargeForm[]): MiddlewareHandler<PortalEnvironment> {
  const larger = largeForms.map(({ path, ...limits }) => ({
    path: new RegExp(`^(/en)?${path.replace(/:\w+/g, '[^/]+')}$`),
    ...limits,
  }));
  return (c, next) => {
    // GET bodies are ignored, and checking for one would cost as much as rendering a card.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const { largest = largestForm, largestWithFile = largest } =
      larger.find(({ path }) => path.test(c.req.path)) ?? {};
    const hasFile = c.req.header('content-type')?.startsWith('multipart/form-data');
    const maxBytes = hasFile ? largestWithFile : largest;
    const refuse = (status: 411 | 413, text: Label): never => {
      // Do not wait for the rest of the body.
      c.header('Connection', 'close');
      throw new BodyRefused(status, text);
    };
    if (Number(c.req.header('content-length') ?? 0) > maxBytes) refuse(413, tooLarge(maxBytes));
    if (c.req.header('transfer-encoding') === undefined) return next();
    if (!c.get('user')) refuse(411, lengthMissing);
    return bodyLimit({ maxSize: maxBytes, onError: () => refuse(413, tooLarge(maxBytes)) })(c, next);
  };
}

function tooLarge(maxBytes: number): Label {
  const amount =
    maxBytes < 1024 * 1024 ? `${Math.floor(maxBytes / 1024)} KB` : `${Math.floor(maxBytes / 1024 / 1024)} MB`;
  return {
    ja: `送られたものが大きすぎます。ここで一度に送れるのは${amount}までです。前のページに戻り、短くするか、小さなファイルに分けて送ってください。`,
    en: `What was sent is too large: at most ${amount} can be sent here at a time. Go back, then shorten it or divide it into smaller files.`,
  };
}

const lengthMissing: Label = {
  ja: '長さ（Content-Length）のわからないものは受け取れません。',
  en: 'What is sent without its length (Content-Length) cannot be taken.',
};
