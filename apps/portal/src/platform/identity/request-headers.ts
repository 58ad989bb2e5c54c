import type { Context } from 'hono';
import { networkOf } from '../audit/network.ts';
import { clientAddress } from '../web/client-address.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';

/** Carries the client's network from our routes to better-auth's hooks; always set by us, never by the client. */
export const networkHeader = 'x-kakehashi-network';

/** The request's headers as better-auth is to see them. */
export function authHeaders(c: Context<PortalEnvironment>, trustProxy: boolean): Headers {
  const headers = new Headers(c.req.raw.headers);
  headers.delete(networkHeader);
  const network = networkOf(clientAddress(c, trustProxy));
  if (network) headers.set(networkHeader, network);
  return headers;
}
