import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { PortalEnvironment } from './request-variables.ts';

/** The reader's display settings, in a cookie that identifies nobody. */
export interface DisplayChoice {
  furigana: boolean;
  easy: boolean;
}

const name = 'kakehashi_display';
const oneYear = 365 * 24 * 60 * 60;

export function readDisplayChoice(c: Context<PortalEnvironment>): DisplayChoice {
  const words = getCookie(c, name)?.split('.') ?? [];
  return { furigana: words.includes('furigana'), easy: words.includes('easy') };
}

export function writeDisplayChoice(
  c: Context<PortalEnvironment>,
  choice: DisplayChoice,
  secure: boolean,
): void {
  const words = [choice.furigana && 'furigana', choice.easy && 'easy'].filter((word) => word !== false);
  setCookie(c, name, words.join('.'), {
    path: '/',
    maxAge: words.length > 0 ? oneYear : 0,
    sameSite: 'Lax',
    httpOnly: true,
    secure,
  });
}
