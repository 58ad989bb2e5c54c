import { isIP } from 'node:net';
import { isLoopback } from '../config/loopback.ts';

/**
 * The host name that passkeys are bound to; WebAuthn allows no IP addresses. A portal at a loopback address
 * supports passkeys when opened as `localhost`; at any other IP address, none.
 */
export function passkeyHost(baseUrl: string): string | undefined {
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) === 0) return host;
  return isLoopback(host) ? 'localhost' : undefined;
}
