import { createHash } from 'node:crypto';

/**
 * SHA-256 digest stored instead of a token, to recognise it. For tokens of 256 random bits only; passwords
 * and other chosen secrets need a slow hash.
 */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
