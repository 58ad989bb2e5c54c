import { isIP } from 'node:net';
import { isLoopback } from '../config/loopback.ts';

/**
 * The host name that passkeys are bound to: WebAuthn takes names only. A portal at a loopback address has passkeys
 * where it is opened as `localhost`; one at any other address has none.
 */
export function passkeyHost(baseUrl: string): string | undefined {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return host;
  return isLoopback(host) ? 'localhost' : undefined;
}
