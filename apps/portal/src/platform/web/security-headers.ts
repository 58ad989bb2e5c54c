import { randomFillSync } from 'node:crypto';

/** Bytes: the least that the Content Security Policy specification allows. */
const nonceLength = 16;
/** Random bytes are cheaper in large blocks; each part is used once. */
const pool = Buffer.alloc(256 * nonceLength);
let taken = pool.length;

/** A nonce for one response. */
export function createNonce(): string {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  taken += nonceLength;
  return pool.toString('base64', taken - nonceLength, taken);
}

/**
 * Role of a page when one page of this site frames another: `framing` contains the frame, `framed` may be
 * shown in it.
 */
export type Framing = 'framing' | 'framed';

/** Own origin only; scripts only with the response's nonce; no inline styles or handlers. */
export function contentSecurityPolicy(nonce: string, secure: boolean, framing?: Framing): string {
  const policy =
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self'; img-src 'self' data:; ` +
    `font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; ` +
    `frame-src ${framing === 'framing' ? "'self'" : "'none'"}; ` +
    `frame-ancestors ${framing === 'framed' ? "'self'" : "'none'"}; object-src 'none'`;
  return secure ? `${policy}; upgrade-insecure-requests` : policy;
}

/** For shared data: nothing may run, and the policy contains nothing specific to one response. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** For a service worker: it may only fetch from this site. */
export const serviceWorkerPolicy = `${dataPolicy}; connect-src 'self'`;

/** Headers of every response. */
export const safeHeaders: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['X-Frame-Options', 'DENY'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/** Two years, as required by browsers' preload lists; sent only over TLS. */
export const strictTransportSecurity = 'max-age=63072000; includeSubDomains';
