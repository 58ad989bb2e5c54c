import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Addresses of the public range that machines of one cloud take for their own host's services. */
const hostServices = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one of the public Internet: not of this machine, a local network, a cloud's metadata
 * service, a group of receivers, or an IPv6 form that stands for another address (mapped, NAT64, 6to4, Teredo).
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  // A zone belongs to an address of this very link.
  if (address.includes('%')) return false;
  return ipaddr.parse(address).range() === 'unicast' && !hostServices.has(address);
}
