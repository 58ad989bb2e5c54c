import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';

/** A token that the portal gave out for one purpose, recognised without having been kept. */
export interface TokenSigner {
  /** @param subject  what the token is about: letters, digits, `-` and `_` */
  sign(subject: string, expiresAt: Date): string;
  /** The subject of a token; refused with `link-invalid` or `link-expired`. */
  verify(token: string, now: Date): Outcome<string>;
}

const form = /^([\w-]+)\.([0-9a-z]{1,9})\.([\w-]{43})$/;

/**
 * Tokens for links in mail: `subject.expiry.signature`, signed with HMAC-SHA256.
 * @param secret   the portal's secret
 * @param purpose  such as `alerts.confirm`: a token for one purpose is worth nothing for another
 */
export function createTokenSigner(secret: string, purpose: string): TokenSigner {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `kakehashi token ${purpose}`, 32));
  const signature = (content: string) => createHmac('sha256', key).update(content).digest();
  return {
    sign(subject, expiresAt) {
      const content = `${subject}.${Math.floor(expiresAt.getTime() / 1_000).toString(36)}`;
      return `${content}.${signature(content).toString('base64url')}`;
    },
    verify(token, now) {
      const [, subject, expiry, given] = form.exec(token) ?? [];
      if (!subject || !expiry || !given) return refused(invalid);
      const expected = signature(`${subject}.${expiry}`);
      const actual = Buffer.from(given, 'base64url');
      if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return refused(invalid);
      return Number.parseInt(expiry, 36) * 1_000 < now.getTime() ? refused(linkExpired) : done(subject);
    },
  };
}

const invalid: Problem = {
  code: 'link-invalid',
  message: {
    ja: 'このリンクは正しくありません。メールのリンクを、途中で切れないように開いてください。',
    en: 'This link is not whole. Open the link in the mail again, and mind that none of it is cut off.',
  },
};
/** Also fits a link to something that is no longer there. */
export const linkExpired: Problem = {
  code: 'link-expired',
  message: {
    ja: 'このリンクは期限が切れています。',
    en: 'This link has expired.',
  },
};
