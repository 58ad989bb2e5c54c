import { randomFillSync } from 'node:crypto';

/** Bytes: what the Content Security Policy asks for at the least. */
const nonceLength = 16;
/** Each nonce is taken from here once; random bytes cost less by the thousand. */
const pool = Buffer.alloc(256 * nonceLength);
let taken = pool.length;

/** A nonce for one answer. */
export function createNonce(): string {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += nonceLength;
  return pool.toString('base64', taken - nonceLength, taken);
}

/**
 * Which part a page has in showing one page of this site within another: `framing` shows one, `framed` may be shown
 * so.
 */
export type Framing = 'framing' | 'framed';

/** Nothing but our own origin; scripts only with the answer's nonce; no inline styles or handlers. */
export function contentSecurityPolicy(nonce: string, secure: boolean, framing?: Framing): string {
  const policy =
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; ` +
    `font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; ` +
    `frame-src ${framing === 'framing' ? "'self'" : "'none'"}; ` +
    `frame-ancestors ${framing === 'framed' ? "'self'" : "'none'"}; object-src 'none'`;
  return secure ? `${policy}; upgrade-insecure-requests` : policy;
}

/** For data that many are sent the same of: it runs nothing, and holds nothing of one answer alone. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For a service worker: it asks this site for pages and built files, and runs nothing else. */
export const serviceWorkerPolicy = `${dataPolicy}; connect-src 'self'`;

/** Headers that every answer carries. */
export const safeHeaders: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Two years, as browsers' preload lists ask for; sent only over TLS. */
export const strictTransportSecurity = 'max-age=63072000; includeSubDomains';
