import { lookup as resolveName } from 'node:dns/promises';
import { isIP } from 'node:net';
import { OutboundError } from './outbound-error.ts';
import { isPublicAddress } from './public-address.ts';

export interface ResolvedAddress {
  address: string;
  family: number;
}

export type Resolver = (host: string) => Promise<ResolvedAddress[]>;

/** Well-known ports below 1024 belong to other protocols, whose servers might misread an HTTP request. */
const firstFreePort = 1_024;

/**
 * Resolves the destination of a call, and refuses anything outside the public Internet. Connect to the
 * returned addresses only: resolving the name again could give others (DNS rebinding).
 * @param url      parsed by `URL`, which turns `0x7f.1` and `2130706433` into 127.0.0.1
 * @param trusted  origins that may be called at any address
 * @throws OutboundError `address-refused`, `unresolvable`
 */
export async function findDestination(
  url: URL,
  trusted: ReadonlySet<string>,
  resolve: Resolver = resolveAll,
): Promise<ResolvedAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const isTrusted = trusted.has(url.origin);
  if (!isTrusted) refuseForm(url);
  const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await resolve(host);
  const [first] = addresses;
  if (!first) throw new OutboundError('unresolvable', host);
  // A private address among public ones suggests DNS rebinding: refuse all of them.
  if (!isTrusted && !addresses.every(({ address }) => isPublicAddress(address)))
    throw new OutboundError('address-refused', host);
  return addresses;
}

function refuseForm(url: URL): void {
  const port = url.port === '' ? undefined : Number(url.port);
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  const portAllowed = port === undefined || port === 80 || port === 443 || port >= firstFreePort;
  if (!web || !portAllowed || url.username !== '' || url.password !== '')
    throw new OutboundError('address-refused', url.protocol + url.host);
}

async function resolveAll(host: string): Promise<ResolvedAddress[]> {
  try {
    return await resolveName(host, { all: true });
  } catch (cause) {
    throw new OutboundError('unresolvable', host, { cause });
  }
}
