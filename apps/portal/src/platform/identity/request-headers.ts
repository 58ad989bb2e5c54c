import type { Context } from 'hono';
import { networkOf } from '../audit/network.ts';
import { clientAddress } from '../web/client-address.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';

/**
 * Passes the client's network from the portal's routes to better-auth's hooks; always overwritten, never
 * taken from the client.
 */
export const networkHeader = 'x-kakehashi-network';

/** The request headers for better-auth. */
export function authHeaders(c: Context<PortalEnvironment>, trustProxy: boolean): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.delete(networkHeader);
  const network = networkOf(clientAddress(c, trustProxy));
  if (network) headers.set(networkHeader, network);
  return headers;
}
