import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { LargeForm } from '../feature.ts';
import type { Label } from '../i18n/localised.ts';
import type { PortalEnvironment } from './request-variables.ts';

const largestForm = 64 * 1024;

/** What was sent is not read, and why. */
export class BodyRefused extends HTTPException {
  readonly text: Label;

  constructor(status: 411 | 413, text: Label) {
    super(status);
    this.text = text;
  }
}

/**
 * Refuses what is larger than its route takes by the length that is declared, before any of it is read. Of nobody
 * nothing is read that declares no length; of somebody signed in such a body is counted as it comes.
 * @param largeForms  that take more than others; all of them ask for a permission
 */
export function limitForms(largeForms: readonly LargeForm[]): MiddlewareHandler<PortalEnvironment> {
  const larger = largeForms.map(({ path, largest }) => ({
    path: new RegExp(`^(/en)?${path.replace(/:\w+/g, '[^/]+')}$`),
    largest,
  }));
  return (c, next) => {
    // Nobody reads what a GET carries, and looking for it costs as much as drawing a card.
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const most = larger.find(({ path }) => path.test(c.req.path))?.largest ?? largestForm;
    const refuse = (status: 411 | 413, text: Label): never => {
      // What is still on its way is not waited for.
      c.header('Connection', 'close');
      throw new BodyRefused(status, text);
    };
    if (Number(c.req.header('content-length') ?? 0) > most) refuse(413, tooLarge(most));
    if (c.req.header('transfer-encoding') === undefined) return next();
    if (!c.get('user')) refuse(411, lengthMissing);
    return bodyLimit({ maxSize: most, onError: () => refuse(413, tooLarge(most)) })(c, next);
  };
}

function tooLarge(most: number): Label {
  const amount =
    most < 1024 * 1024 ? `${Math.floor(most / 1024)} KB` : `${Math.floor(most / 1024 / 1024)} MB`;
  return {
    ja: `送られたものが大きすぎます。ここで一度に送れるのは${amount}までです。前のページに戻り、短くするか、小さなファイルに分けて送ってください。`,
    en: `What was sent is too large: at most ${amount} can be sent here at a time. Go back, then shorten it or divide it into smaller files.`,
  };
}

const lengthMissing: Label = {
  ja: '長さ（Content-Length）のわからないものは受け取れません。',
  en: 'What is sent without its length (Content-Length) cannot be taken.',
};
