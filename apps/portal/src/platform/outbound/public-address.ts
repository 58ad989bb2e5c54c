import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { embeddingRanges, globalUnicast, specialRanges } from './special-addresses.ts';

type Address = ReturnType<typeof ipaddr.parse>;

const refused = specialRanges.map(({ cidr }) => ipaddr.parseCIDR(cidr));
const unicast = ipaddr.parseCIDR(globalUnicast.cidr);
const embedding = embeddingRanges.map(({ cidr, offset }) => ({ range: ipaddr.parseCIDR(cidr), offset }));

/**
 * Whether an IP address is on the public Internet: not loopback, a local network, a cloud metadata service or
 * multicast. IPv6 addresses that embed an IPv4 address are judged by it.
 * @param address  as a resolver or `URL` writes it
 */
export function isPublicAddress(address: string): boolean {
  // An address with a zone is link-local.
  if (isIP(address) === 0 || address.includes('%')) return false;
  return isPublic(ipaddr.parse(address));
}

function isPublic(address: Address): boolean {
  const embedded = embedding.find(({ range }) => within(address, range));
  if (embedded) {
    const bytes = address.toByteArray().slice(embedded.offset, embedded.offset + 4);
    return isPublic(ipaddr.fromByteArray(bytes));
  }
  if (refused.some((range) => within(address, range))) return false;
  return address.kind() === 'ipv4' || within(address, unicast);
}

function within(address: Address, range: [Address, number]): boolean {
  return address.kind() === range[0].kind() && address.match(range);
}
