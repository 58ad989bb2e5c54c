import { createHash } from 'node:crypto';

/**
 * What is kept of a token in its place: enough to know it again, from which nothing of it can be told. For tokens of
 * 256 random bits; what people choose, such as passwords, needs more.
 */
export function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
