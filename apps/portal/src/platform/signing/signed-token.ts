import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { done, type Outcome, type Problem, refused } from '../outcome/outcome.ts';

/** Signs and verifies tokens for one purpose, without storing them. */
export interface TokenSigner {
  /** @param subject  what the token refers to */
  sign(subject: string, expiresAt: Date): Promise<string>;
  /** The subject of a token; refused with `link-invalid` or `link-expired`. */
  verify(token: string, now: Date): Promise<Outcome<string>>;
}

const algorithm = 'HS256';

/**
 * Tokens for links in mail: JSON Web Tokens with subject, expiry and the purpose as audience.
 * @param secret   the portal's secret
 * @param purpose  such as `alerts.confirm`; a token is invalid for any other purpose
 */
export function createTokenSigner(secret: string, purpose: string): TokenSigner {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', `kakehashi token ${purpose}`, 32));
  return {
    sign: (subject, expiresAt) =>
      new SignJWT()
        .setProtectedHeader({ alg: algorithm })
        .setSubject(subject)
        .setAudience(purpose)
        .setExpirationTime(expiresAt)
        .sign(key),
    async verify(token, now) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [algorithm],
          audience: purpose,
          requiredClaims: ['sub', 'exp'],
          currentDate: now,
        });
        return payload.sub === undefined ? refused(linkInvalid) : done(payload.sub);
      } catch (error) {
        if (error instanceof errors.JWTExpired) return refused(linkExpired);
        if (error instanceof errors.JOSEError || error instanceof TypeError) return refused(linkInvalid);
        throw error;
      }
    },
  };
}

const linkInvalid: Problem = {
  code: 'link-invalid',
  message: {
    ja: 'このリンクは正しくありません。メールのリンクを、途中で切れないように開いてください。',
    en: 'This link is not whole. Open the link in the mail again, and mind that none of it is cut off.',
  },
};
/** Also used for links to something that no longer exists. */
export const linkExpired: Problem = {
  code: 'link-expired',
  message: {
    ja: 'このリンクは期限が切れています。',
    en: 'This link has expired.',
  },
};
