import type { Context } from 'hono';
import { distinctAddress } from '../audit/network.ts';
import type { PortalEnvironment } from './request-variables.ts';

/**
 * Address of the client, used only for counting and never stored; for IPv6 the client's network. Behind a
 * trusted proxy it is the last hop, as recorded by the proxy.
 */
export function clientAddress(c: Context<PortalEnvironment>, trustProxy: boolean): string {
  if (trustProxy) {
    const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
    if (forwarded) return distinctAddress(forwarded);
  }
  return distinctAddress(c.env?.incoming?.socket?.remoteAddress ?? 'unknown');
}

/** Whether the client's connection is encrypted, to this server or a trusted proxy. */
export function isSecure(c: Context<PortalEnvironment>, trustProxy: boolean): boolean {
  return trustProxy && c.req.header('x-forwarded-proto') === 'https';
}
