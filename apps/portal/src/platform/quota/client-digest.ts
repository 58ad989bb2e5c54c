import type { Context } from 'hono';
import type { Platform } from '../platform.ts';
import { clientAddress } from '../web/client-address.ts';
import type { PortalEnvironment } from '../web/request-variables.ts';
import { type AddressDigest, addressDigest } from './quota.ts';

/** The client of a request, as counted by quotas. */
export function clientDigest(
  c: Context<PortalEnvironment>,
  { config, identity }: Pick<Platform, 'config' | 'identity'>,
): AddressDigest {
  return addressDigest(identity.secret, clientAddress(c, config.trustProxy));
}
